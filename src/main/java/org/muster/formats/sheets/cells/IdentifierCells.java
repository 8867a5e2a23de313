package org.muster.formats.sheets.cells;

import java.util.Map;
import java.util.regex.Pattern;
import org.muster.formats.sheets.cells.CellContent.Amount;
import org.muster.formats.sheets.cells.CellContent.Broken;
import org.muster.formats.sheets.cells.CellContent.Text;
import org.muster.problem.faults.FaultCode;

/**
 * Cells with identifiers in them, which spreadsheets often turn into numbers and dates. A cell that still determines
 * the identifier is read; any other is refused, since a wrong identifier is another person.
 */
public final class IdentifierCells {

    /** Digits that a number in a workbook keeps. */
    private static final int KEPT_DIGITS = 15;

    /** What spreadsheets make of whole numbers that are long, or had no value beside them. */
    private static final Pattern NUMBER = Pattern.compile("\\d(\\.\\d+)?E[+-]\\d{2,}|\\d+\\.0+");

    private IdentifierCells() {}

    /** The content with what a spreadsheet shows of it, or broken where that is not what was typed. */
    public static CellContent checked(CellContent cell) {
        return switch (cell) {
            case Amount amount -> checked(amount);
            case Text(var text, var isForced)
            when !isForced && isLikeNumber(text) -> new Broken(FaultCode.IDENTIFIER_AS_NUMBER, Map.of("value", text));
            default -> cell;
        };
    }

    /** Whether a text in a file without types may be what a spreadsheet made of an identifier. */
    public static boolean isLikeNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private static CellContent checked(Amount amount) {
        if (amount.isShownAsTime()) {
            return isWholeDate(amount)
                    ? amount
                    : new Broken(FaultCode.IDENTIFIER_AS_DATE, Map.of("value", amount.text()));
        }
        String shown = amount.format().shown(amount.number());
        if (shown != null) {
            return new Text(shown, true);
        }
        var digits = amount.number().stripTrailingZeros();
        return digits.precision() - digits.scale() > KEPT_DIGITS
                ? new Broken(FaultCode.IDENTIFIER_AS_NUMBER, Map.of("value", amount.text()))
                : amount;
    }

    /** A spreadsheet that shows day, month and year was told all of them. */
    static boolean isWholeDate(Amount amount) {
        return amount.format().isOfWholeDate() && amount.isTime() && !amount.isTimeOfDay();
    }
}
