package org.muster.formats.json.problems;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muster.formats.json.stream.Field;
import org.muster.formats.json.stream.JsonInput;
import org.muster.formats.json.stream.Numbers;
import org.muster.formats.json.stream.Shape;
import org.muster.formats.json.stream.Value;
import org.muster.formats.json.stream.Values;
import org.muster.problem.Identifier;
import org.muster.problem.QuotedValue;
import org.muster.problem.Travel;
import org.muster.problem.Travel.ByDistance;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.Limits;
import org.muster.problem.faults.WholeNumbers;

/** Reads travel times: by distance, or from a table. */
public final class TravelReader {

    private static final Value<Integer> MINUTES = Numbers.integer(WholeNumbers.MINUTES);

    private final Limits limits;
    private final Shape shape = new Shape();
    private final Distance distance = new Distance(shape);
    private final Field<Map<String, Map<String, Integer>>> minutes =
            shape.optional("minutes", new Value<>(Map.of(), this::readTable));

    private int entriesRead;

    TravelReader(Limits limits) {
        this.limits = limits;
    }

    Travel read(JsonInput in) throws IOException {
        var values = in.object(shape);
        var table = values.find(minutes);
        if (table == null) {
            return distance.travel(values);
        }
        exclude(in, values, distance.speedKmh);
        exclude(in, values, distance.detour);
        return new Travel.Table(table);
    }

    /** Reads travel that can only go by distance. */
    public static ByDistance readByDistance(JsonInput in) throws IOException {
        var shape = new Shape();
        var distance = new Distance(shape);
        return distance.travel(in.object(shape));
    }

    private static final class Distance {
        private final Field<Double> speedKmh;
        private final Field<Double> detour;

        Distance(Shape shape) {
            speedKmh = shape.optional(
                    "speedKmh", Numbers.decimal(0.1, 1_000, QuotedValue.SHOWN), ByDistance.DEFAULT.speedKmh());
            detour = shape.optional("detour", Numbers.decimal(1, 10, QuotedValue.SHOWN), ByDistance.DEFAULT.detour());
        }

        ByDistance travel(Values values) {
            return new ByDistance(values.get(speedKmh), values.get(detour));
        }
    }

    private void exclude(JsonInput in, Values values, Field<?> field) {
        if (values.has(field)) {
            in.fault(FaultCode.EXCLUSIVE, Map.of("first", minutes.name(), "second", field.name()));
        }
    }

    private @Nullable Map<String, Map<String, Integer>> readTable(JsonInput in) throws IOException {
        var table = new HashMap<String, Map<String, Integer>>();
        boolean isObject = in.entries(cadre -> {
            boolean isAllowed = isAllowed(in, cadre, limits.cadres(), table.size());
            var bySite = new HashMap<String, Integer>();
            in.entries(site -> readMinutes(in, site, bySite));
            if (isAllowed) {
                table.put(in.pooled(cadre), Map.copyOf(bySite));
            }
        });
        return isObject ? table : null;
    }

    private void readMinutes(JsonInput in, String site, Map<String, Integer> bySite) throws IOException {
        if (++entriesRead > limits.travelEntries()) {
            throw in.tooMany(limits.travelEntries());
        }
        boolean isAllowed = isAllowed(in, site, limits.sites(), bySite.size());
        int minutes = MINUTES.readOrStandIn(in);
        if (isAllowed) {
            bySite.put(in.pooled(site), minutes);
        }
    }

    /** Whether a field name is an identifier, and there is room for one more; if it is none, that is reported. */
    private static boolean isAllowed(JsonInput in, String key, int limit, int before) {
        if (before >= limit) {
            throw in.tooMany(limit);
        }
        boolean isAllowed = in.isPooled(key) || Identifier.isAllowed(key);
        if (!isAllowed) {
            in.fault(FaultCode.BAD_IDENTIFIER, Map.of("value", Identifier.shown(key)));
        }
        return isAllowed;
    }
}
