package org.muster.formats.json.items;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muster.formats.json.stream.Field;
import org.muster.formats.json.stream.JsonInput;
import org.muster.formats.json.stream.Numbers;
import org.muster.formats.json.stream.Shape;
import org.muster.formats.json.stream.TextValues;
import org.muster.formats.json.stream.Value;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.WholeNumbers;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyLimit.Succession;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.DutyRules;

/** Reads sets of duty rules. Each rule is a plain limit, or {@code {limit, weight}} where it is a goal. */
public final class DutyRulesReader {

    static final Value<Integer> COUNT = Numbers.integer(WholeNumbers.MINUTES);
    private static final Value<Integer> WEIGHT = Numbers.integer(WholeNumbers.WEIGHTS);

    private static final Value<DutyLimit> NUMBER = new Value<>(DutyLimit.of(0), in -> {
        var count = COUNT.reading().read(in);
        return count == null ? null : DutyLimit.of(count);
    });

    private static final Value<List<String>> KINDS =
            JsonInput.listOf(TextValues.NESTED_ITEMS, TextValues.IDENTIFIER::readOrStandIn);

    private static final Value<DutyLimit> SUCCESSIONS =
            new Value<>(DutyLimit.successions(List.of()), DutyRulesReader::readSuccessions);

    private final Shape shape = new Shape();
    private final Field<String> id = shape.required("id", TextValues.IDENTIFIER);
    private final Field<Integer> minRest = shape.optional("minRest", COUNT, 0);
    private final Field<Integer> maxMinutesPerDay = shape.optional("maxMinutesPerDay", COUNT);
    private final Map<DutyRule, Field<DutyLimit>> rules = new EnumMap<>(DutyRule.class);

    public DutyRulesReader() {
        for (var rule : DutyRule.values()) {
            rules.put(rule, shape.optional(rule.id(), limitOf(rule)));
        }
    }

    public DutyRules read(JsonInput in) throws IOException {
        var values = in.object(shape);
        var limits = new EnumMap<DutyRule, DutyLimit>(DutyRule.class);
        rules.forEach((rule, field) -> {
            var limit = values.find(field);
            if (limit != null) {
                limits.put(rule, limit);
            }
        });
        return new DutyRules(values.get(id), values.get(minRest), values.find(maxMinutesPerDay), limits);
    }

    private static Value<DutyLimit> limitOf(DutyRule rule) {
        return switch (rule) {
            case MIN_DUTIES,
                    MAX_DUTIES,
                    MIN_MINUTES,
                    MAX_MINUTES,
                    MAX_CONSECUTIVE_DAYS,
                    MIN_CONSECUTIVE_DAYS,
                    MAX_CONSECUTIVE_DAYS_OFF,
                    MIN_CONSECUTIVE_DAYS_OFF,
                    MAX_WEEKENDS,
                    MAX_TRAVEL -> plainOrPreferred(NUMBER);
            case FORBIDDEN_SUCCESSIONS -> plainOrPreferred(SUCCESSIONS);
            case MAX_PER_KIND -> new Value<>(DutyLimit.perKind(Map.of()), in -> new PerKindReader(in).read());
        };
    }

    private static Value<DutyLimit> plainOrPreferred(Value<DutyLimit> plain) {
        var shape = new Shape();
        var limit = shape.required("limit", plain);
        var weight = shape.required("weight", WEIGHT);
        return new Value<>(plain.standIn(), in -> {
            if (!in.isAt(JsonToken.START_OBJECT)) {
                return plain.reading().read(in);
            }
            var values = in.object(shape);
            return values.get(limit).preferred(values.get(weight));
        });
    }

    private static @Nullable DutyLimit readSuccessions(JsonInput in) throws IOException {
        var firstOf = new LinkedHashMap<Succession, Integer>();
        boolean isArray = in.array(TextValues.NESTED_ITEMS, index -> {
            var succession = readSuccession(in);
            Integer first = succession == null ? null : firstOf.putIfAbsent(succession, index);
            if (succession != null && first != null) {
                in.duplicate(succession.first() + ", " + succession.next(), index, first);
            }
        });
        return isArray ? DutyLimit.successions(List.copyOf(firstOf.keySet())) : null;
    }

    private static @Nullable Succession readSuccession(JsonInput in) throws IOException {
        var kinds = KINDS.reading().read(in);
        if (kinds == null) {
            return null;
        }
        if (kinds.size() != 2) {
            in.fault(FaultCode.OUT_OF_RANGE, Numbers.range(Integer.toString(kinds.size()), "2", "2"));
            return null;
        }
        return kinds.contains(TextValues.IDENTIFIER.standIn())
                ? null
                : new Succession(kinds.getFirst(), kinds.getLast());
    }
}
