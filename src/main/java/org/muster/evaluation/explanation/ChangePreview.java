package org.muster.evaluation.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.muster.evaluation.Evaluation.Violation;
import org.muster.evaluation.explanation.ChangeEffect.RuleEffect;
import org.muster.evaluation.incremental.Quantities;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.evaluation.referee.Referee;
import org.muster.evaluation.referee.Violations;
import org.muster.problem.StandingAssignment;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.Rule;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;

/**
 * Computes the effect of changes by hand without making them: the same result as {@link Referee} gives for the schedule
 * before and after, but counted only for the cadres and demands concerned.
 *
 * <p>Not for several threads.
 */
public final class ChangePreview {

    private final ProblemIndex index;
    private final ScoreKeeper keeper;
    private final Set<Duty> pinned = new HashSet<>();
    private @Nullable Quantities quantities;

    private record Duty(String demand, String cadre) {}

    /** Previews changes of a schedule, which may break rules. */
    public ChangePreview(ProblemIndex index, Schedule schedule) {
        this(ScoreKeeper.of(index, schedule));
    }

    /**
     * Previews changes of the schedule that a keeper holds.
     *
     * @param keeper holds the same schedule after each call
     */
    ChangePreview(ScoreKeeper keeper) {
        this.keeper = keeper;
        index = keeper.index();
        index.problem().assignments().stream()
                .filter(StandingAssignment::pinned)
                .forEach(standing -> pinned.add(new Duty(standing.demand(), standing.cadre())));
    }

    /**
     * The cadres and demands that some changes concern, by number.
     *
     * @param changed the duties that begin or end
     */
    private record Concerned(Set<Integer> cadres, Set<Integer> demands, Set<Duty> changed) {

        static Concerned by(ChangedSchedule schedule, ProblemIndex index) {
            var concerned = new Concerned(new TreeSet<>(), new TreeSet<>(), new LinkedHashSet<>());
            schedule.forEachEnded((cadre, demand) -> concerned.add(cadre, demand, index));
            schedule.forEachGiven((cadre, demand) -> concerned.add(cadre, demand, index));
            return concerned;
        }

        private void add(int cadre, int demand, ProblemIndex index) {
            cadres.add(cadre);
            demands.add(demand);
            changed.add(new Duty(index.demand(demand).id(), index.cadre(cadre).id()));
        }
    }

    /**
     * What the changes would do.
     *
     * @param changed the schedule with the changes
     */
    public ChangeEffect of(ChangedSchedule changed) {
        var concerned = Concerned.by(changed, index);
        var before = keeper.score();
        var standing = quantities();
        int mark = keeper.mark();
        var brokenBefore = violations(concerned);
        changed.forEachEnded(keeper::remove);
        changed.forEachGiven(keeper::add);
        var after = keeper.score();
        var brokenAfter = violations(concerned);
        var difference = keeper.quantitiesSince(mark);
        keeper.undoTo(mark);
        return new ChangeEffect(
                before, after, rules(standing, difference), ChangeEffect.brokenMore(brokenBefore, brokenAfter));
    }

    private Quantities quantities() {
        if (quantities == null) {
            quantities = keeper.quantities();
        }
        return quantities;
    }

    private List<RuleEffect> rules(Quantities before, Quantities difference) {
        return difference.toMap().entrySet().stream()
                .map(entry -> {
                    var rule = entry.getKey();
                    return new RuleEffect(
                            rule, index.weight(rule), before.of(rule), before.of(rule) + entry.getValue());
                })
                .toList();
    }

    private List<Violation> violations(Concerned concerned) {
        var violations = new ArrayList<Violation>();
        violations.addAll(ofPeople(concerned));
        violations.addAll(ofUnits(concerned));
        violations.addAll(ofDemands(concerned));
        violations.addAll(ofPins(concerned));
        violations.sort(Comparator.comparing(Violation::rule));
        return violations;
    }

    /** Rules about the duties of one person do not change when all others are left out. */
    private List<Violation> ofPeople(Concerned concerned) {
        var assignments = new ArrayList<Assignment>();
        var demands = new TreeSet<Integer>();
        for (int cadre : concerned.cadres()) {
            for (int place = 0; place < keeper.duties(cadre); place++) {
                int demand = keeper.demandAt(cadre, place);
                demands.add(demand);
                assignments.add(new Assignment(
                        index.demand(demand).id(), index.cadre(cadre).id(), false));
            }
        }
        var people = index.problem().toBuilder()
                .cadres(concerned.cadres().stream().map(index::cadre).toList())
                .demands(demands.stream().map(index::demand).toList())
                .assignments(List.of())
                .build();
        return Referee.evaluate(people, new Schedule(assignments)).violations().stream()
                .filter(violation -> isAboutOnePerson(violation.rule()))
                .toList();
    }

    private static boolean isAboutOnePerson(Rule rule) {
        return rule.scope() == Rule.Scope.DUTY || rule.scope() == Rule.Scope.CADRE;
    }

    private List<Violation> ofUnits(Concerned concerned) {
        var units = new TreeSet<Integer>();
        concerned.cadres().forEach(cadre -> units.add(index.unitOf(cadre)));
        var days = new TreeSet<Integer>();
        concerned.demands().forEach(demand -> days.add(index.day(index.windowOf(demand))));
        var violations = new ArrayList<Violation>();
        for (int unit : units) {
            for (int day : days) {
                int above = keeper.away(unit, day) - index.ceiling(unit);
                if (above > 0) {
                    violations.add(Violations.ofUnit(
                            Rule.UNIT_CEILING,
                            above,
                            index.problem().units().get(unit).id(),
                            index.problem().horizon().from().plusDays(day)));
                }
            }
        }
        return violations;
    }

    private List<Violation> ofDemands(Concerned concerned) {
        var violations = new ArrayList<Violation>();
        for (int number : concerned.demands()) {
            var demand = index.demand(number);
            int above = keeper.heads(number) - demand.max();
            if (above > 0) {
                violations.add(Violations.ofDemand(Rule.HEADCOUNT, above, demand.id()));
            }
        }
        return violations;
    }

    private List<Violation> ofPins(Concerned concerned) {
        return concerned.changed().stream()
                .filter(pinned::contains)
                .filter(duty -> !keeper.serves(
                        index.findCadre(duty.cadre()).orElseThrow(),
                        index.findDemand(duty.demand()).orElseThrow()))
                .map(duty -> Violations.ofAssignment(Rule.PINNED, 1, duty.cadre(), duty.demand()))
                .toList();
    }
}
