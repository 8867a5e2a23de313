package org.muster.formats.sheets.xlsx;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.muster.formats.sheets.cells.CellContent;
import org.muster.formats.sheets.cells.CellContent.Amount;
import org.muster.formats.sheets.cells.ErrorValues;
import org.muster.formats.sheets.cells.NumberFormat;
import org.muster.formats.sheets.lines.CellAddress;
import org.muster.problem.faults.FaultCode;

/**
 * Reads the content of the cells of a workbook.
 *
 * <p>Source: ECMA-376, part 1, 18.3.1.4 (c) and 18.18.11 (ST_CellType).
 */
final class XlsxCells {

    /** Digits that a number in a workbook has where it is not exact. */
    private static final int EXACT_DIGITS = 15, DIGITS = 17, MOST_DIGITS = 40;

    private static final int DIGITS_OF_A_DAY = 12;

    private final SharedTexts texts;
    private final XlsxStyles styles;
    private final boolean since1904;

    XlsxCells(SharedTexts texts, XlsxStyles styles, boolean since1904) {
        this.texts = texts;
        this.styles = styles;
        this.since1904 = since1904;
    }

    /** The content of the cell whose beginning was read last. Goes to its end. */
    CellContent read(XMLStreamReader xml) throws XMLStreamException {
        String type = XlsxXml.attribute(xml, "t");
        String style = XlsxXml.attribute(xml, "s");
        String value = null;
        boolean hasFormula = false;
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "v" -> value = xml.getElementText();
                case "is" -> value = XlsxXml.richText(xml);
                case "f" -> {
                    hasFormula = true;
                    XlsxXml.skip(xml);
                }
                default -> XlsxXml.skip(xml);
            }
        }
        return content(type, value, hasFormula, style);
    }

    private CellContent content(String type, @Nullable String value, boolean hasFormula, String style)
            throws XMLStreamException {
        if (value == null) {
            return type.equals("e")
                    ? ErrorValues.cell("")
                    : hasFormula
                            ? new CellContent.Broken(FaultCode.FORMULA_WITHOUT_VALUE, Map.of())
                            : CellContent.Text.BLANK;
        }
        return switch (type) {
            case "", "n" -> amount(value, styles.of(style));
            case "s" -> value.isBlank() ? CellContent.Text.BLANK : text(texts.get(CellAddress.numberOf(value.strip())));
            case "str" -> hasFormula && ErrorValues.contain(value) ? ErrorValues.cell(value) : text(value);
            case "inlineStr" -> text(value);
            case "b" -> truth(value.strip());
            case "d" -> time(value.strip(), styles.of(style));
            case "e" -> ErrorValues.cell(value);
            default -> throw XlsxFile.damaged();
        };
    }

    private static CellContent text(String text) {
        return CellContent.Text.ofWorkbook(XlsxText.decoded(text));
    }

    private static CellContent truth(String value) {
        return switch (value) {
            case "1", "true" -> new CellContent.Truth(true);
            case "0", "false" -> new CellContent.Truth(false);
            default -> ErrorValues.cell(value);
        };
    }

    private CellContent amount(String value, NumberFormat format) {
        String plain = value.strip();
        if (plain.isEmpty()) {
            return CellContent.Text.BLANK;
        }
        try {
            var number = new BigDecimal(plain);
            return Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS
                    ? new CellContent.Text(plain)
                    : new Amount(exact(number), format, since1904);
        } catch (NumberFormatException e) {
            return ErrorValues.cell(value);
        }
    }

    /** The shortest number that a workbook keeps as this one: 39.9 for 39.899999999999999. */
    private static BigDecimal exact(BigDecimal number) {
        boolean isRounded = number.precision() > EXACT_DIGITS && number.precision() <= DIGITS;
        return isRounded && number.stripTrailingZeros().scale() > 0 ? BigDecimal.valueOf(number.doubleValue()) : number;
    }

    /** A date, a time of day or both in ISO 8601, which workbooks of the strict kind may keep instead of a number. */
    private static CellContent time(String value, NumberFormat format) {
        String plain = value.endsWith("Z") ? value.substring(0, value.length() - 1) : value;
        var shown = new NumberFormat(true, !format.isOfTime() || format.isOfWholeDate(), "");
        try {
            if (plain.indexOf('-') < 0) {
                return new Amount(dayShare(LocalTime.parse(plain.replace("T", ""))), shown, false);
            }
            var time = plain.indexOf('T') < 0 ? LocalDate.parse(plain).atStartOfDay() : LocalDateTime.parse(plain);
            var days = BigDecimal.valueOf(time.toLocalDate().toEpochDay() - Amount.FIRST_DAY.toEpochDay());
            return new Amount(days.add(dayShare(time.toLocalTime())), shown, false);
        } catch (DateTimeException e) {
            return new CellContent.Text(value);
        }
    }

    private static BigDecimal dayShare(LocalTime time) {
        return BigDecimal.valueOf(time.toSecondOfDay())
                .divide(Amount.SECONDS_OF_A_DAY, DIGITS_OF_A_DAY, RoundingMode.HALF_UP);
    }
}
