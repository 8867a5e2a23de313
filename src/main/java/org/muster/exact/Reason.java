package org.muster.exact;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muster.problem.rules.DutyRule;

/**
 * Why no schedule keeps every rule: required duty rules that cannot be kept together, given the rules that are always
 * required (skills, availability, rest, seats, ceilings). Without any one of these people they might be kept; that much
 * is not proven.
 *
 * @param cadres identifiers of those who are concerned, in the problem's order; one alone where the other people do not
 *     matter
 * @param dutyRules the duty rules that they cannot keep, in the order of the enum
 * @param needed how many duties they need together; null where the proof does not count
 * @param available how many there are for them at most; null where the proof does not count
 */
public record Reason(
        List<String> cadres,
        Set<DutyRule> dutyRules,
        @Nullable Integer needed,
        @Nullable Integer available) {

    public Reason {
        cadres = List.copyOf(cadres);
        dutyRules = Collections.unmodifiableSet(EnumSet.copyOf(dutyRules));
    }

    /** Where nothing was counted. */
    static Reason of(List<String> cadres, Collection<DutyRule> dutyRules) {
        return new Reason(cadres, EnumSet.copyOf(dutyRules), null, null);
    }
}
