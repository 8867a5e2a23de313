package org.muster.problem.index;

import java.util.Arrays;
import java.util.stream.Stream;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.DutyRules;

/**
 * The limits of one set of duty rules that look at more than a single duty, ready to be counted by
 * {@link DutyRuleExcess}: kinds of windows are numbers. May be used from several threads.
 */
public final class DutyRuleLimits {
    final Limit[] all;
    /** Whether some of them look at worked days, rather than at duties only. */
    final boolean lookAtDays;

    private final boolean haveRequired;

    DutyRuleLimits(DutyRules rules, WindowTable windows) {
        all = rules.limits().entrySet().stream()
                .filter(entry -> entry.getKey() != DutyRule.MAX_TRAVEL)
                .map(entry -> Limit.of(entry.getKey(), entry.getValue(), windows))
                .toArray(Limit[]::new);
        lookAtDays = Arrays.stream(all).anyMatch(limit -> limit.rule.looksAtDays());
        haveRequired = Arrays.stream(all).anyMatch(limit -> limit.isRequired);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return all.length == 0;
    }

    /** Whether some of them must be kept, rather than being goals. */
    public boolean haveRequired() {
        return haveRequired;
    }

    /** One limit. Of {@link DutyRule#FORBIDDEN_SUCCESSIONS} the kinds are pairs, one after the other. */
    static final class Limit {
        final DutyRule rule;
        final int count;
        final int[] kinds;
        final int[] perKind;
        final boolean isRequired;
        final boolean isMendable;
        final boolean asksForDuties;
        final long weight;

        private Limit(DutyRule rule, DutyLimit limit, int[] kinds, int[] perKind) {
            this.rule = rule;
            this.kinds = kinds;
            this.perKind = perKind;
            count = limit.count();
            isRequired = limit.isRequired();
            isMendable = rule.canBeMendedByMoreDuties();
            asksForDuties = rule.asksForDuties();
            weight = limit.weight() == null ? 0 : limit.weight();
        }

        static Limit of(DutyRule rule, DutyLimit limit, WindowTable windows) {
            if (rule == DutyRule.MAX_PER_KIND) {
                var names = limit.perKind().keySet().stream().sorted().toList();
                return new Limit(
                        rule,
                        limit,
                        names.stream().mapToInt(windows::kindOf).toArray(),
                        names.stream().mapToInt(limit.perKind()::get).toArray());
            }
            var pairs = limit.successions().stream()
                    .flatMap(pair -> Stream.of(pair.first(), pair.next()))
                    .mapToInt(windows::kindOf)
                    .toArray();
            return new Limit(rule, limit, pairs, new int[0]);
        }
    }
}
