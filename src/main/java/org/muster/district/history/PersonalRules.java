package org.muster.district.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muster.problem.faults.Limits;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.DutyRules;

/**
 * Duty rules of a problem: those of the list, and copies of them for people whose duties in other rounds have used up a
 * part. People with the same left share a copy.
 */
public final class PersonalRules {

    private record Content(String original, @Nullable Integer maxMinutesPerDay, Map<DutyRule, DutyLimit> limits) {}

    private final List<DutyRules> all;
    private final Set<String> taken = new HashSet<>();
    private final Map<Content, String> copies = new HashMap<>();

    public PersonalRules(List<DutyRules> listed) {
        all = new ArrayList<>(listed);
        listed.forEach(rules -> taken.add(rules.id()));
    }

    public List<DutyRules> all() {
        return all;
    }

    /** The identifier of a set of rules that says the same as one with the identifier of a listed one. */
    public String idOf(DutyRules rules, DutyRules listed) {
        if (rules.equals(listed)) {
            return listed.id();
        }
        return copies.computeIfAbsent(
                new Content(listed.id(), rules.maxMinutesPerDay(), rules.limits()), content -> add(rules));
    }

    private String add(DutyRules rules) {
        int number = 1;
        var id = numbered(rules.id(), number);
        while (!taken.add(id)) {
            number++;
            id = numbered(rules.id(), number);
        }
        all.add(new DutyRules(id, rules.minRest(), rules.maxMinutesPerDay(), rules.limits()));
        return id;
    }

    private static String numbered(String id, int number) {
        var end = "~" + number;
        var start = id.substring(0, Math.min(id.length(), Limits.IDENTIFIER_LENGTH - end.length()));
        return start.stripTrailing() + end;
    }
}
