package org.muster.formats.json.items;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muster.formats.json.stream.JsonInput;
import org.muster.formats.json.stream.Numbers;
import org.muster.formats.json.stream.TextValues;
import org.muster.problem.Identifier;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.Limits;
import org.muster.problem.rules.DutyLimit;

/**
 * Reads limits by window kind, plain or preferred.
 *
 * <p>A window kind may itself be called {@code limit} or {@code weight}: only an object in the field {@code limit}
 * makes the rule a preferred one.
 */
final class PerKindReader {

    private static final String LIMIT = "limit", WEIGHT = "weight";

    private final JsonInput in;
    private final Map<String, Integer> plain = new HashMap<>();
    private final Set<String> fields = new HashSet<>();
    private @Nullable Map<String, Integer> nested;

    PerKindReader(JsonInput in) {
        this.in = in;
    }

    @Nullable
    DutyLimit read() throws IOException {
        if (!in.entries(this::readEntry)) {
            return null;
        }
        return nested == null ? DutyLimit.perKind(plain) : preferred(nested);
    }

    private void readEntry(String name) throws IOException {
        if (name.equals(LIMIT) && in.isAt(JsonToken.START_OBJECT)) {
            var counts = new HashMap<String, Integer>();
            in.entries(kind -> readCount(kind, counts));
            nested = counts;
        } else {
            fields.add(name);
            readCount(name, plain);
        }
    }

    private void readCount(String kind, Map<String, Integer> counts) throws IOException {
        if (counts.size() >= TextValues.NESTED_ITEMS) {
            throw in.tooMany(TextValues.NESTED_ITEMS);
        }
        if (!Identifier.isAllowed(kind)) {
            in.fault(FaultCode.BAD_IDENTIFIER, Map.of("value", Identifier.shown(kind)));
        }
        counts.put(kind, DutyRulesReader.COUNT.readOrStandIn(in));
    }

    private DutyLimit preferred(Map<String, Integer> limits) {
        for (var field : fields) {
            if (!field.equals(WEIGHT)) {
                in.fault(field, FaultCode.UNKNOWN_FIELD, Map.of("field", Identifier.shown(field)));
            }
        }
        Integer weight = plain.get(WEIGHT);
        if (weight == null) {
            in.fault(WEIGHT, FaultCode.MISSING, Map.of());
            return DutyLimit.perKind(limits);
        }
        if (weight > Limits.WEIGHT) {
            in.fault(WEIGHT, FaultCode.OUT_OF_RANGE, Numbers.range("" + weight, "0", "" + Limits.WEIGHT));
        }
        return DutyLimit.perKind(limits).preferred(weight);
    }
}
