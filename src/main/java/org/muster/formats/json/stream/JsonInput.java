package org.muster.formats.json.stream;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muster.problem.Identifier;
import org.muster.problem.QuotedValue;
import org.muster.problem.faults.BrokenValue;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.FaultList;
import org.muster.problem.faults.InputTooLargeException;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.UnreadableInputException;
import org.muster.problem.faults.UnreadableInputException.Reason;

/**
 * Walks through a document, tracks the place, and reports faults there. After a fault it goes on behind the broken
 * value.
 */
public final class JsonInput {

    /** The parser keeps unknown field names in memory, so their number is limited. */
    private static final int UNKNOWN_NAMES = 100_000;

    private static final int POOLED = 200_000;

    private final JsonParser parser;
    private final FaultList faults;
    private final Pointer pointer = new Pointer();
    private final Map<String, String> pool = new HashMap<>();
    private int unknownNames;

    JsonInput(JsonParser parser, FaultList faults) {
        this.parser = parser;
        this.faults = faults;
    }

    public FaultList faults() {
        return faults;
    }

    public Pointer pointer() {
        return pointer;
    }

    public boolean isAt(JsonToken token) {
        return parser.currentToken() == token;
    }

    /** The text, or the number as it was written. */
    String text() throws IOException {
        return parser.getText();
    }

    JsonParser number() {
        return parser;
    }

    /** Bytes before the character that comes next. */
    public long offset() {
        return parser.currentLocation().getByteOffset();
    }

    /** One object for all equal identifiers: a district names each of its units some hundred times. */
    public String pooled(String text) {
        String known = pool.get(text);
        if (known != null) {
            return known;
        }
        if (pool.size() < POOLED) {
            pool.put(text, text);
        }
        return text;
    }

    public boolean isPooled(String text) {
        return pool.containsKey(text);
    }

    /** Reads an object. Where there is none, or it lacks something, that is reported, and the values have stand-ins. */
    public Values object(Shape shape) throws IOException {
        var values = new Values(shape);
        if (!isAt(JsonToken.START_OBJECT)) {
            wrongType("object");
            return values;
        }
        var unknown = new ArrayList<String>(0);
        while (next() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            next();
            var field = shape.find(name);
            pointer.enter(name);
            if (field != null) {
                if (!values.see(field)) {
                    throw unreadable(Reason.DUPLICATE_KEY);
                }
                field(field, values);
            } else {
                unknownField(name, unknown);
            }
            pointer.leave();
        }
        for (var field : shape.fields()) {
            if (field.isRequired() && !values.saw(field)) {
                fault(field.name(), FaultCode.MISSING, Map.of());
            }
        }
        return values;
    }

    private void field(Field<?> field, Values values) throws IOException {
        if (isAt(JsonToken.VALUE_NULL) && !field.isRequired()) {
            return;
        }
        int faultsBefore = faults.count();
        var value = field.value().reading().read(this);
        values.put(field, value, value != null && faults.count() == faultsBefore);
    }

    private void unknownField(String name, List<String> unknown) throws IOException {
        if (unknown.contains(name)) {
            throw unreadable(Reason.DUPLICATE_KEY);
        }
        if (unknown.size() < 100) {
            unknown.add(name);
        }
        countUnknownName();
        fault(FaultCode.UNKNOWN_FIELD, Map.of("field", Identifier.shown(name)));
        skip();
    }

    /** What is done with an entry of an object whose field names are data. */
    public interface Entry {
        void read(String name) throws IOException;
    }

    /** Reads an object whose field names are data; false where there is none, and that is reported. */
    public boolean entries(Entry entry) throws IOException {
        if (!isAt(JsonToken.START_OBJECT)) {
            wrongType("object");
            return false;
        }
        var names = new HashSet<String>();
        while (next() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            next();
            pointer.enter(name);
            if (!names.add(name)) {
                throw unreadable(Reason.DUPLICATE_KEY);
            }
            entry.read(name);
            pointer.leave();
        }
        return true;
    }

    /** What is done with an item of an array. */
    public interface Item {
        void read(int index) throws IOException;
    }

    /**
     * Reads an array; false where there is none, and that is reported.
     *
     * @throws InvalidInputException when it has more items than {@code limit}
     */
    public boolean array(int limit, Item item) throws IOException {
        if (!isAt(JsonToken.START_ARRAY)) {
            wrongType("array");
            return false;
        }
        pointer.enterArray();
        while (next() != JsonToken.END_ARRAY) {
            int index = pointer.next();
            if (index >= limit) {
                pointer.leave();
                throw tooMany(limit);
            }
            item.read(index);
        }
        pointer.leave();
        return true;
    }

    /** A list of items, each read in the same way. */
    public static <T> Value<List<T>> listOf(int limit, Reading<T> item) {
        return new Value<>(List.of(), in -> {
            var items = new ArrayList<T>();
            return in.array(limit, index -> items.add(item.read(in))) ? items : null;
        });
    }

    /** A list of texts, none of them twice. What is broken in it is left out. */
    public static Value<Set<String>> setOf(int limit, Value<String> item, QuotedValue quotedValue) {
        return new Value<>(Set.of(), in -> {
            var firstOf = new LinkedHashMap<String, Integer>();
            return in.array(limit, index -> {
                        var text = item.reading().read(in);
                        Integer first = text == null ? null : firstOf.putIfAbsent(text, index);
                        if (text != null && first != null) {
                            in.duplicate(quotedValue.of(text), index, first);
                        }
                    })
                    ? firstOf.keySet()
                    : null;
        });
    }

    /** Reports that the item one is at, of some array, is like an earlier one. */
    public void duplicate(String value, int index, int first) {
        String here = pointer.toString();
        String list = here.substring(0, here.length() - Integer.toString(index).length());
        fault(FaultCode.DUPLICATE, Map.of("value", value, "first", list + first));
    }

    /** Passes over the value one is at. */
    public void skip() throws IOException {
        if (!parser.currentToken().isStructStart()) {
            return;
        }
        for (int open = 1; open > 0; ) {
            var token = next();
            if (token.isStructStart()) {
                open++;
            } else if (token.isStructEnd()) {
                open--;
            } else if (token == JsonToken.FIELD_NAME) {
                countUnknownName();
            }
        }
    }

    private void countUnknownName() {
        if (++unknownNames > UNKNOWN_NAMES) {
            throw new InputTooLargeException(InputTooLargeException.Measure.UNKNOWN_FIELDS, UNKNOWN_NAMES);
        }
    }

    /** The next token; the document cannot end before its first value is complete. */
    JsonToken next() throws IOException {
        var token = parser.nextToken();
        if (token == null) {
            throw unreadable(Reason.TRUNCATED);
        }
        return token;
    }

    /** Reports that the value has another type, and passes over it. */
    void wrongType(String expected) throws IOException {
        fault(FaultCode.WRONG_TYPE, Map.of("expected", expected, "found", typeOf(parser.currentToken())));
        skip();
    }

    private static String typeOf(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "object";
            case START_ARRAY -> "array";
            case VALUE_STRING -> "string";
            case VALUE_NUMBER_INT -> "integer";
            case VALUE_NUMBER_FLOAT -> "decimal";
            case VALUE_TRUE, VALUE_FALSE -> "boolean";
            case VALUE_NULL -> "null";
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException("No value starts with the token (%s).".formatted(token));
        };
    }

    /** Reports a fault of the value one is at. */
    public void fault(FaultCode code, Map<String, String> params) {
        faults.add(pointer::toString, code, params);
    }

    /** Reports a fault of a field of the object one is in. */
    public void fault(String field, FaultCode code, Map<String, String> params) {
        faults.add(() -> pointer.to(field), code, params);
    }

    /** Whether nothing is wrong with the value one is at; where something is, that is reported. */
    public boolean isSound(@Nullable BrokenValue broken) {
        if (broken != null) {
            fault(broken.code(), broken.params());
        }
        return broken == null;
    }

    /** Reports that there is more than accepted, which ends the reading. */
    public InvalidInputException tooMany(long limit) {
        fault(FaultCode.TOO_MANY, Map.of("limit", Long.toString(limit)));
        return faults.asException();
    }

    /** The refusal of a document that cannot be read any further. */
    UnreadableInputException unreadable(Reason reason) {
        return unreadable(reason, parser.currentLocation());
    }

    UnreadableInputException unreadable(Reason reason, @Nullable JsonLocation at) {
        return new UnreadableInputException(
                reason,
                at == null ? 1 : Math.max(1, at.getLineNr()),
                at == null ? 1 : Math.max(1, at.getColumnNr()),
                pointer.toString());
    }
}
