package org.muster.formats.json.items;

import java.io.IOException;
import java.util.List;
import org.muster.formats.json.stream.JsonOutput;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.DutyRules;

/** Writes sets of duty rules. */
record DutyRulesWriter(JsonOutput out) {

    void write(DutyRules rules) throws IOException {
        out.text("id", rules.id());
        out.number("minRest", rules.minRest());
        out.number("maxMinutesPerDay", rules.maxMinutesPerDay());
        for (var rule : rules.limits().entrySet()) {
            out.field(rule.getKey().id());
            rule(rule.getKey(), rule.getValue());
        }
    }

    private void rule(DutyRule rule, DutyLimit limit) throws IOException {
        Integer weight = limit.weight();
        if (weight == null) {
            limit(rule, limit);
        } else {
            out.object(() -> {
                out.field("limit");
                limit(rule, limit);
                out.number("weight", weight);
            });
        }
    }

    private void limit(DutyRule rule, DutyLimit limit) throws IOException {
        switch (rule) {
            case MIN_DUTIES,
                    MAX_DUTIES,
                    MIN_MINUTES,
                    MAX_MINUTES,
                    MAX_CONSECUTIVE_DAYS,
                    MIN_CONSECUTIVE_DAYS,
                    MAX_CONSECUTIVE_DAYS_OFF,
                    MIN_CONSECUTIVE_DAYS_OFF,
                    MAX_WEEKENDS,
                    MAX_TRAVEL -> out.number(limit.count());
            case MAX_PER_KIND -> out.object(() -> out.numbers(limit.perKind()));
            case FORBIDDEN_SUCCESSIONS ->
                out.arrays(limit.successions().stream()
                        .map(pair -> List.of(pair.first(), pair.next()))
                        .toList());
        }
    }
}
