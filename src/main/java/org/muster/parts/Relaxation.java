package org.muster.parts;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.muster.parts.Groups.Group;
import org.muster.problem.Cadre;
import org.muster.problem.Problem;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.DutyRules;
import org.muster.problem.rules.Rule;
import org.muster.problem.rules.Weights;

/**
 * Makes a problem of a group that is not harder than what the whole asks of it: with all cadres who are shared, and
 * the whole ceilings.
 *
 * <p><b>Why the sum of its bounds is a bound of the whole.</b> Take any schedule of the whole that keeps the rules, and
 * of it the duties S(g) on the demands of each group g. It is to be shown that S(g) keeps the rules of the relaxed
 * problem of g, and that the costs of all S(g) there are together no higher than the cost of the whole schedule. Then
 * the medium scores add up, each at most its bound; and where the sum of the medium scores reaches the sum of the
 * bounds, each of them does, so that each soft score is at most its bound, and so is their sum.
 *
 * <ul>
 *   <li>Rules: fewer duties break no rule but duty rules that more duties can mend
 *       ({@link DutyRule#canBeMendedByMoreDuties}), and what makes services of duties. Shared cadres are freed of these.
 *       Pinned assignments of a group are on its demands.
 *   <li>Services: a duty that is left out may have joined two others, which then lack rest. It is at their site; so
 *       where two groups have a site and a cadre in common, shared cadres need no rest. Or it may have parted two, which
 *       are one service then, perhaps too long. It is elsewhere, between two that are at most an hour apart; so shared
 *       cadres who need less than half an hour of rest have no limit of a day.
 *   <li>Cover, ideal and over cover are counted by demand, units and experience by team: each is in one group.
 *   <li>Travel, home, pairing, preference, scarce skill, preferred limits on travel are counted by duty, published
 *       assignments by pair of demand and cadre: each is in one group, whatever its sign.
 *   <li>Fairness: (B + x + y)^2 - B^2 is at least the sum of (B + x)^2 - B^2 and (B + y)^2 - B^2, as B, x, y are 0 or
 *       more; and B is the whole's, see {@link PartProblem}.
 *   <li>Same site: where a shared cadre's groups have no site in common, a duty that changes the site within its group
 *       changes it in the whole: just before it comes either the same duty as in the group, or one of another group, at
 *       another site. Where two groups have a site and a cadre in common, the goal is turned off in both.
 *   <li>Preferred duty rules of shared cadres: duties beyond a limit, duties of a kind beyond a limit, and forbidden
 *       successions are superadditive and 0 for no duty. So are hours beyond a limit of an hour or more: rounding up
 *       each of n groups adds less than n - 1 hours, and the limit is taken off n - 1 times more often. The others
 *       (days in a row, weekends, hours beyond a limit below an hour) can be counted in two groups at once; they are
 *       left out.
 * <li>A cadre who may serve in one group only, or in none, is in one relaxed problem and counts there as in the whole.
 * </ul>
 */
final class Relaxation {
    private static final int HOUR = 60;

    private final PartProblem problems;
    private final Problem whole;
    private final List<Group> groups;
    private final Set<String> lent;

    Relaxation(PartProblem problems, Problem whole, List<Group> groups, Set<String> lent) {
        this.problems = problems;
        this.whole = whole;
        this.groups = groups;
        this.lent = lent;
    }

    /**
     * The relaxed problem of a group.
     *
     * @param number of the group
     * @param own the cadres that were given to the group
     */
    Problem of(int number, BitSet own) {
        var group = groups.get(number);
        var cadres = (BitSet) own.clone();
        cadres.or(group.cadres());
        var problem = problems.of(group.demands(), cadres);
        var builder = problem.toBuilder();
        boolean sharesSites = IntStream.range(0, groups.size())
                .anyMatch(other -> other != number && sharesSiteAndCadre(group, groups.get(other)));
        if (sharesSites) {
            var weights = new EnumMap<Rule, Integer>(Rule.class);
            weights.putAll(problem.weights().overrides());
            weights.put(Rule.SAME_SITE, 0);
            builder.weights(new Weights(weights));
        }
        freeLent(problem, builder, sharesSites);
        return builder.build();
    }

    private boolean sharesSiteAndCadre(Group group, Group other) {
        if (!group.cadres().intersects(other.cadres())) {
            return false;
        }
        var sites = new HashSet<String>();
        group.demands().stream()
                .forEach(demand -> sites.add(whole.demands().get(demand).site()));
        return other.demands().stream()
                .anyMatch(demand -> sites.contains(whole.demands().get(demand).site()));
    }

    private void freeLent(Problem problem, Problem.Builder builder, boolean sharesSites) {
        var known = new HashMap<String, DutyRules>();
        problem.dutyRules().forEach(rules -> known.put(rules.id(), rules));
        var freer = new HashMap<String, DutyRules>();
        var cadres = new ArrayList<Cadre>();
        for (var cadre : problem.cadres()) {
            var rules = cadre.dutyRules() == null || !lent.contains(cadre.id()) ? null : known.get(cadre.dutyRules());
            if (rules == null) {
                cadres.add(cadre);
            } else {
                var freed = freer.computeIfAbsent(
                        rules.id(),
                        _ -> new DutyRules(
                                FreshName.of("relaxed-" + freer.size(), known::containsKey),
                                sharesSites ? 0 : rules.minRest(),
                                2 * rules.minRest() >= DutyRules.BACK_TO_BACK_MINUTES ? rules.maxMinutesPerDay() : null,
                                kept(rules.limits())));
                cadres.add(cadre.toBuilder().dutyRules(freed.id()).build());
            }
        }
        var all = new ArrayList<>(problem.dutyRules());
        all.addAll(freer.values());
        builder.cadres(cadres).dutyRules(all);
    }

    private static Map<DutyRule, DutyLimit> kept(Map<DutyRule, DutyLimit> limits) {
        var kept = new EnumMap<DutyRule, DutyLimit>(DutyRule.class);
        limits.forEach((rule, limit) -> {
            if (canBeCountedApart(rule, limit)) {
                kept.put(rule, limit);
            }
        });
        return kept;
    }

    private static boolean canBeCountedApart(DutyRule rule, DutyLimit limit) {
        return switch (rule) {
            case MAX_DUTIES, MAX_PER_KIND, FORBIDDEN_SUCCESSIONS, MAX_TRAVEL -> true;
            case MAX_MINUTES -> limit.isRequired() || limit.count() >= HOUR;
            case MAX_CONSECUTIVE_DAYS, MAX_WEEKENDS -> limit.isRequired();
            case MIN_DUTIES, MIN_MINUTES, MIN_CONSECUTIVE_DAYS, MAX_CONSECUTIVE_DAYS_OFF, MIN_CONSECUTIVE_DAYS_OFF ->
                false;
        };
    }
}
