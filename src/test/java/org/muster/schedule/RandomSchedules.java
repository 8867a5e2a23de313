package org.muster.schedule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.muster.evaluation.Evaluation;
import org.muster.evaluation.referee.Referee;
import org.muster.problem.Dice;
import org.muster.problem.Problem;
import org.muster.problem.StandingAssignment;

/** Schedules of all sorts for a problem, good ones and broken ones. */
public final class RandomSchedules {
    private static final int FEW = 2;

    private final Problem problem;
    private final Dice dice;
    private final Set<List<String>> pinned = new LinkedHashSet<>();

    private RandomSchedules(Problem problem, long seed) {
        this.problem = problem;
        this.dice = new Dice(new SplittableRandom(seed));
        problem.assignments().stream()
                .filter(StandingAssignment::pinned)
                .forEach(assignment -> pinned.add(List.of(assignment.demand(), assignment.cadre())));
    }

    /** One of the sorts below, as the seed decides; sometimes nobody serves at all. */
    public static Schedule of(Problem problem, long seed) {
        return switch (new SplittableRandom(seed).nextInt(9)) {
            case 0 -> Schedule.EMPTY;
            case 1, 2, 3 -> anything(problem, seed);
            case 4, 5 -> orderly(problem, seed);
            case 6 -> partial(problem, seed);
            default -> disturbed(problem, seed);
        };
    }

    /** Any cadres on any demands, twice, above the maximum, whatever the rules say. */
    public static Schedule anything(Problem problem, long seed) {
        var schedules = new RandomSchedules(problem, seed);
        return new Schedule(schedules.anyAssignments(2 * schedules.seats() + 2));
    }

    /**
     * Pinned assignments stand, and every rule is kept but for duty rules that more duties can mend. Demands may have
     * free seats.
     */
    public static Schedule orderly(Problem problem, long seed) {
        return new Schedule(new RandomSchedules(problem, seed).orderlyAssignments());
    }

    /** An orderly schedule from which some assignments were taken away, pinned ones too. */
    public static Schedule partial(Problem problem, long seed) {
        var schedules = new RandomSchedules(problem, seed);
        var assignments = schedules.orderlyAssignments();
        assignments.removeIf(_ -> schedules.dice.oneIn(2));
        return new Schedule(assignments);
    }

    /** An orderly schedule to which some assignments were added, whatever the rules say. */
    public static Schedule disturbed(Problem problem, long seed) {
        var schedules = new RandomSchedules(problem, seed);
        var assignments = schedules.orderlyAssignments();
        assignments.addAll(schedules.anyAssignments(3));
        return new Schedule(assignments);
    }

    private int seats() {
        return problem.demands().stream().mapToInt(demand -> demand.max()).sum();
    }

    /** Often of few people, so that their duties pile up. */
    private List<Assignment> anyAssignments(int atMost) {
        var cadres = dice.oneIn(2)
                ? problem.cadres()
                : problem.cadres().subList(0, Math.min(FEW, problem.cadres().size()));
        var assignments = new ArrayList<Assignment>();
        for (int i = dice.between(atMost / 2, atMost); i > 0; i--) {
            assignments.add(assignment(
                    dice.pick(problem.demands()).id(), dice.pick(cadres).id()));
        }
        return assignments;
    }

    private List<Assignment> orderlyAssignments() {
        var assignments = new ArrayList<Assignment>();
        pinned.stream().map(pair -> assignment(pair.getFirst(), pair.getLast())).forEach(assignments::add);
        for (var demand : problem.demands()) {
            for (int seat = 0; seat < demand.max(); seat++) {
                assignments.add(
                        assignment(demand.id(), dice.pick(problem.cadres()).id()));
                if (isBrokenForGood(assignments)) {
                    assignments.removeLast();
                }
            }
        }
        return assignments;
    }

    private boolean isBrokenForGood(List<Assignment> assignments) {
        return Referee.evaluate(problem, new Schedule(assignments)).violations().stream()
                .map(Evaluation.Violation::dutyRule)
                .anyMatch(dutyRule -> dutyRule == null || !dutyRule.canBeMendedByMoreDuties());
    }

    private Assignment assignment(String demand, String cadre) {
        return new Assignment(demand, cadre, pinned.contains(List.of(demand, cadre)));
    }
}
