package org.muster.formats.sheets.cells;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * How a value is written in a cell, and read from it.
 *
 * @param id the key of its explanation
 * @param choices the words that the cell may hold
 * @param reading makes the value of a cell that is neither blank nor broken; where the cell is invalid, the value is
 *     its text, unchanged
 * @param writing makes a cell from a value; reading that cell gives the value again
 */
public record CellCodec(String id, List<Choice> choices, Reading reading, Writing writing) {

    public static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final Set<String> OF_IDENTIFIERS = Set.of("identifier", "identifiers", "heldSkills", "phone");

    public interface Reading {
        JsonNode read(CellContent cell);
    }

    public interface Writing {
        CellContent write(JsonNode value, Wording wording);
    }

    /** Whether its cells hold signs that only look like numbers and dates: identifiers, and phone numbers. */
    public boolean isOfIdentifiers() {
        return OF_IDENTIFIERS.contains(id);
    }

    /** A form whose cells are the same in all languages. */
    static CellCodec of(String id, Reading reading, Function<JsonNode, CellContent> writing) {
        return new CellCodec(id, List.of(), reading, (value, _) -> writing.apply(value));
    }

    /** A form of which only the text of a cell matters. */
    static CellCodec ofText(String id, Function<String, JsonNode> reading, Function<JsonNode, String> writing) {
        return of(id, cell -> reading.apply(cell.text()), value -> new CellContent.Text(writing.apply(value)));
    }

    static JsonNode text(String text) {
        return NODES.textNode(text);
    }
}
