package org.muster.formats.sheets.cells;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A few words of which a cell has one: those of the API, and all that {@link Wording} knows for them. */
public final class Choice {

    public static final Choice TRUTH = new Choice("truth", List.of("true", "false"));

    private final List<String> constants;
    private final Map<String, String> constantOf = new HashMap<>();
    private final Map<Wording, Map<String, String>> written = new HashMap<>();

    private Choice(String id, List<String> constants) {
        this.constants = constants;
        for (var constant : constants) {
            constantOf.put(TextNormalizer.wordKey(constant), constant);
            for (var wording : Wording.ALL) {
                var words = wording.words(id, constant);
                for (var word : words) {
                    constantOf.put(word, constant);
                    constantOf.put(TextNormalizer.wordKey(word), constant);
                }
                written.computeIfAbsent(wording, _ -> new HashMap<>()).put(constant, words.getFirst());
            }
        }
    }

    static Choice of(String id, Class<? extends Enum<?>> type) {
        return new Choice(
                id, Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    }

    static Choice of(String id, String... constants) {
        return new Choice(id, List.of(constants));
    }

    /** The form of a cell that has one of the words. */
    CellCodec form() {
        return new CellCodec(
                "choice",
                List.of(this),
                cell -> TextForms.text(constantOr(cell.text())),
                (value, wording) -> new CellContent.Text(word(value.asText(), wording)));
    }

    /** The form of a cell that says whether something is so. */
    static CellCodec truth() {
        return new CellCodec(
                "choice",
                List.of(TRUTH),
                TRUTH::readTruth,
                (value, wording) -> new CellContent.Text(TRUTH.word(value.asText(), wording)));
    }

    private JsonNode readTruth(CellContent cell) {
        String constant = find(cell.text());
        return constant == null ? TextForms.text(cell.text()) : CellCodec.NODES.booleanNode(constant.equals("true"));
    }

    /** The word of the API that a word means; null where it means none. */
    @Nullable
    String find(String word) {
        String constant = constantOf.get(word);
        return constant != null ? constant : constantOf.get(TextNormalizer.wordKey(word));
    }

    private String constantOr(String word) {
        String constant = find(word);
        return constant == null ? word : constant;
    }

    /** What a word of the API is called in a language. */
    String word(String constant, Wording wording) {
        return written.getOrDefault(wording, Map.of()).getOrDefault(constant, constant);
    }

    /** All words in a language. */
    public List<String> words(Wording wording) {
        return constants.stream().map(constant -> word(constant, wording)).toList();
    }
}
