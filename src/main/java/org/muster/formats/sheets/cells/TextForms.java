package org.muster.formats.sheets.cells;

import com.fasterxml.jackson.databind.JsonNode;
import org.muster.formats.sheets.cells.CellContent.Amount;

/** Cells with one text in them. */
final class TextForms {

    /** A longer text is cut to this length, and is still too long for whatever it is meant to be. */
    private static final int LENGTH = 9_999;

    /** An identifier; where a workbook took it for a number, that number without a point. */
    static final CellCodec IDENTIFIER =
            CellCodec.ofText("identifier", text -> text(TextNormalizer.plain(text)), JsonNode::asText);

    static final CellCodec NAME = CellCodec.ofText("name", TextForms::text, JsonNode::asText);

    /** A phone number; where a workbook took it for a number, all its digits. */
    static final CellCodec PHONE = CellCodec.of(
            "phone",
            cell -> text(cell instanceof Amount ? cell.text() : TextNormalizer.halfWidth(cell.text())),
            value -> new CellContent.Text(value.asText()));

    private TextForms() {}

    static JsonNode text(String text) {
        return CellCodec.text(text.length() <= LENGTH ? text : text.substring(0, LENGTH));
    }
}
