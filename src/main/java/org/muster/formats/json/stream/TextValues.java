package org.muster.formats.json.stream;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.problem.Identifier;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.Limits;

/** Values that are text: identifiers, names, and words of a given choice. */
public final class TextValues {

    /** An identifier, a kind or a tag. */
    public static final Value<String> IDENTIFIER = identifier(QuotedValue.SHOWN);

    /** An identifier that says something about a person. */
    public static final Value<String> PERSONAL_IDENTIFIER = identifier(QuotedValue.WITHHELD);

    /** The most items of a list inside an item. */
    public static final int NESTED_ITEMS = 1_000;

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
        if (!in.isPooled(text) && !Identifier.isAllowed(text)) {
            in.fault(FaultCode.BAD_IDENTIFIER, Map.of("value", quotedValue.of(text)));
            return null;
        }
        return in.pooled(text);
    }

    private static @Nullable String readName(JsonInput in) throws IOException {
        String text = string(in);
        if (text == null) {
            return null;
        }
        if (text.codePoints().anyMatch(TextValues::isNoCharacter)) {
            in.fault(FaultCode.BAD_TEXT, Map.of());
            return null;
        }
        int length = text.codePointCount(0, text.length());
        if (length > Limits.NAME_LENGTH) {
            in.fault(FaultCode.OUT_OF_RANGE, Numbers.range(Integer.toString(length), "0", "" + Limits.NAME_LENGTH));
            return null;
        }
        return text;
    }

    private static boolean isNoCharacter(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
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
