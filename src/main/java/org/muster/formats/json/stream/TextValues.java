package org.muster.formats.json.stream;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.problem.Identifier;
import org.muster.problem.ItemValues;
import org.muster.problem.QuotedValue;
import org.muster.problem.faults.FaultCode;

/** Values that are text: identifiers, names, and words of a given choice. */
public final class TextValues {

    /** An identifier, a kind or a tag. */
    public static final Value<String> IDENTIFIER = identifier(QuotedValue.SHOWN);

    /** An identifier that says something about a person. */
    public static final Value<String> PERSONAL_IDENTIFIER = identifier(QuotedValue.WITHHELD);

    /** The most items of a list inside an item. */
    public static final int NESTED_ITEMS = ItemValues.NESTED_ITEMS;

    /** Several identifiers, kinds or tags, each once. */
    public static final Value<Set<String>> IDENTIFIERS = JsonInput.setOf(NESTED_ITEMS, IDENTIFIER, QuotedValue.SHOWN);

    /** Several tags that say something about a person. */
    public static final Value<Set<String>> PERSONAL_IDENTIFIERS =
            JsonInput.setOf(NESTED_ITEMS, PERSONAL_IDENTIFIER, QuotedValue.WITHHELD);

    /** A name for people. */
    public static final Value<String> NAME = new Value<>("", TextValues::readName);

    private TextValues() {}

    private static Value<String> identifier(QuotedValue quotedValue) {
        return new Value<>("", in -> readIdentifier(in, quotedValue));
    }

    private static @Nullable String readIdentifier(JsonInput in, QuotedValue quotedValue) throws IOException {
        String text = string(in);
        if (text == null) {
            return null;
        }
        boolean isSound = in.isPooled(text) || in.isSound(ItemValues.faultOfIdentifier(text, quotedValue));
        return isSound ? in.pooled(text) : null;
    }

    private static @Nullable String readName(JsonInput in) throws IOException {
        String text = string(in);
        return text != null && in.isSound(ItemValues.faultOfName(text)) ? text : null;
    }

    /** One of the constants of an enum, by its name. */
    public static <E extends Enum<E>> Value<E> oneOf(Class<E> type) {
        E[] constants = type.getEnumConstants();
        return new Value<>(constants[0], in -> {
            String text = string(in);
            if (text == null) {
                return null;
            }
            for (var constant : constants) {
                if (constant.name().equals(text)) {
                    return constant;
                }
            }
            var allowed = Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", "));
            in.fault(FaultCode.NOT_ALLOWED, Map.of("value", Identifier.shown(text), "allowed", allowed));
            return null;
        });
    }

    /** The text one is at; null where there is none, and that is reported. */
    public static @Nullable String string(JsonInput in) throws IOException {
        if (!in.isAt(JsonToken.VALUE_STRING)) {
            in.wrongType("string");
            return null;
        }
        return in.text();
    }
}
