package org.muster.formats.sheets;

import com.fasterxml.jackson.databind.JsonNode;
import org.muster.formats.sheets.CellContent.Amount;

/** Cells with one text in them. */
final class TextForms {

    /** A longer text is cut to this length, and is still too long for whatever it is meant to be. */
    private static final int LENGTH = 9_999;

    /** An identifier; where a workbook took it for a number, that number without a point. */
    static final Form IDENTIFIER = Form.ofText("identifier", text -> text(Blanks.plain(text)), JsonNode::asText);

    static final Form NAME = Form.ofText("name", TextForms::text, JsonNode::asText);

    /** A phone number; where a workbook took it for a number, all its digits. */
    static final Form PHONE = Form.of(
            "phone",
            cell -> text(cell instanceof Amount ? cell.text() : Blanks.halfWidth(cell.text())),
            value -> new CellContent.Text(value.asText()));

    private TextForms() {}

    static JsonNode text(String text) {
        return Form.text(text.length() <= LENGTH ? text : text.substring(0, LENGTH));
    }
}
