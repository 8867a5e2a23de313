package org.muster.planning.model;

import ai.timefold.solver.core.api.domain.solution.ConstraintWeightOverrides;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.problem.Problem;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;

/**
 * What the solver works on: all seats, and who sits where.
 *
 * <p>A copy only remembers who sits where, and makes its seats when they are asked for. Timefold copies a roster at
 * each improvement and then hardly ever looks at the copy: at Haidian's size that is the difference between
 * microseconds and milliseconds.
 */
@PlanningSolution(solutionCloner = RosterCloner.class)
public final class Roster {
    private final RosterFacts facts;
    /** Timefold finds the weights by the type of a field. */
    private ConstraintWeightOverrides<HardMediumSoftScore> weights;

    private final @Nullable CadreFact[] sitting;
    private @Nullable List<Seat> seats;
    private @Nullable SeatsByCadre seatsByCadre;
    private @Nullable HardMediumSoftScore score;

    Roster(RosterFacts facts, @Nullable CadreFact[] sitting, @Nullable HardMediumSoftScore score) {
        this.facts = facts;
        weights = facts.weights();
        this.sitting = sitting;
        this.score = score;
    }

    /**
     * States a schedule as it is, however broken. A demand with more heads than its maximum gets seats for them all.
     *
     * @throws IllegalArgumentException when the schedule names a demand or cadre that the problem does not have
     */
    public static Roster of(Problem problem, Schedule schedule) {
        return RosterFacts.of(ProblemIndex.of(problem), schedule).rosterOf(schedule);
    }

    /** The seats that are taken, by demand. */
    public synchronized Schedule toSchedule() {
        var assignments = new ArrayList<Assignment>();
        for (int place = 0; place < facts.seats(); place++) {
            var cadre = sitting(place);
            if (cadre != null) {
                assignments.add(new Assignment(
                        facts.demandOf(place).demand().id(), cadre.cadre().id(), facts.isPinned(place)));
            }
        }
        return new Schedule(assignments);
    }

    @PlanningEntityCollectionProperty
    public synchronized List<Seat> getSeats() {
        if (seats == null) {
            seatsByCadre = new SeatsByCadre(facts.cadres().size());
            seats = makeSeats(seatsByCadre);
        }
        return seats;
    }

    @ProblemFactCollectionProperty
    public List<CadreFact> getCadres() {
        return facts.cadres();
    }

    @ProblemFactCollectionProperty
    public List<StandingDuty> getStandingDuties() {
        return facts.standingDuties();
    }

    @PlanningScore
    public @Nullable HardMediumSoftScore getScore() {
        return score;
    }

    public void setScore(@Nullable HardMediumSoftScore value) {
        score = value;
    }

    public ConstraintWeightOverrides<HardMediumSoftScore> getWeights() {
        return weights;
    }

    /** Timefold insists on a setter beside the getter. */
    public void setWeights(ConstraintWeightOverrides<HardMediumSoftScore> value) {
        weights = value;
    }

    /** What does not change while solving. */
    public RosterFacts facts() {
        return facts;
    }

    /** The seats of each cadre, always up to date. */
    public synchronized SeatsByCadre attendance() {
        getSeats();
        if (seatsByCadre == null) {
            throw new IllegalStateException("A roster without attendance cannot have seats.");
        }
        return seatsByCadre;
    }

    /** A copy with nothing in common that changes. */
    synchronized Roster copy() {
        var copy = new @Nullable CadreFact[facts.seats()];
        for (int place = 0; place < copy.length; place++) {
            copy[place] = sitting(place);
        }
        return new Roster(facts, copy, score);
    }

    private @Nullable CadreFact sitting(int place) {
        return seats == null ? sitting[place] : seats.get(place).getCadre();
    }

    private List<Seat> makeSeats(SeatsByCadre of) {
        var made = new ArrayList<Seat>(facts.seats());
        for (int place = 0; place < facts.seats(); place++) {
            var seat = new Seat(place, facts.demandOf(place), facts.isPinned(place), of);
            seat.setCadre(sitting[place]);
            made.add(seat);
        }
        return made;
    }
}
