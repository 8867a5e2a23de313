package org.muster.formats.sheets.cells;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muster.formats.sheets.cells.CellContent.Amount;

/** Cells with a number in them, as people type it and as workbooks keep it. */
final class NumberForms {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(,\\d{3}){1,9}(\\.\\d{1,40})?");

    /** A whole number. */
    static final CellCodec WHOLE = CellCodec.of("whole", NumberForms::readWhole, NumberForms::write);

    /** A number. */
    static final CellCodec DECIMAL = CellCodec.of("decimal", NumberForms::readDecimal, NumberForms::write);

    /** A share from 0 to 1, also in percent. */
    static final CellCodec SHARE = CellCodec.of("share", NumberForms::readShare, NumberForms::write);

    private NumberForms() {}

    /** The whole number that a text says, otherwise the text. */
    static JsonNode wholeOf(String text) {
        var number = find(text);
        return number == null ? TextForms.text(text) : whole(number);
    }

    private static JsonNode readWhole(CellContent cell) {
        return cell instanceof Amount amount ? whole(amount.number()) : wholeOf(cell.text());
    }

    private static JsonNode readDecimal(CellContent cell) {
        var number = cell instanceof Amount amount ? amount.number() : find(cell.text());
        return number == null ? TextForms.text(cell.text()) : CellCodec.NODES.numberNode(number);
    }

    private static JsonNode readShare(CellContent cell) {
        String text = TextNormalizer.halfWidth(cell.text());
        if (!text.endsWith("%")) {
            return readDecimal(cell);
        }
        var percent = find(text.substring(0, text.length() - 1));
        return percent == null ? TextForms.text(cell.text()) : CellCodec.NODES.numberNode(percent.movePointLeft(2));
    }

    /** A number that is whole without its zeros after the point; another one as it is. */
    private static JsonNode whole(BigDecimal number) {
        boolean isWhole = number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
        return isWhole ? CellCodec.NODES.numberNode(number.toBigInteger()) : CellCodec.NODES.numberNode(number);
    }

    private static CellContent write(JsonNode value) {
        return value.isNumber() ? Amount.of(value.decimalValue()) : new CellContent.Text(value.asText());
    }

    private static @Nullable BigDecimal find(String text) {
        String plain = TextNormalizer.halfWidth(text);
        if (NUMBER.matcher(plain).matches()) {
            return new BigDecimal(plain);
        }
        return GROUPED.matcher(plain).matches() ? new BigDecimal(plain.replace(",", "")) : null;
    }
}
