package org.muster.planning;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import ai.timefold.solver.core.impl.score.director.InnerScoreDirector;
import ai.timefold.solver.core.impl.solver.DefaultSolverFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.planning.constraints.RosterConstraints;
import org.muster.planning.model.CadreFact;
import org.muster.planning.model.Roster;
import org.muster.planning.model.RosterFacts;
import org.muster.planning.model.Seat;
import org.muster.problem.Problem;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.Schedule;

/** The constraint streams on a schedule, to see how fast they weigh a move. */
public final class StreamsUnderTest implements AutoCloseable {
    private static final String CADRE = "cadre";

    private final RosterFacts facts;
    private final List<Seat> seats;
    private final InnerScoreDirector<Roster, HardMediumSoftScore> director;

    public StreamsUnderTest(Problem problem, Schedule schedule) {
        facts = RosterFacts.of(ProblemIndex.of(problem), schedule);
        var roster = facts.rosterOf(schedule);
        var config = new SolverConfig()
                .withSolutionClass(Roster.class)
                .withEntityClasses(Seat.class)
                .withConstraintProviderClass(RosterConstraints.class)
                .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
                .withTerminationConfig(new TerminationConfig().withStepCountLimit(1));
        director = new DefaultSolverFactory<Roster>(config)
                .<HardMediumSoftScore>getScoreDirectorFactory()
                .buildScoreDirector();
        director.setWorkingSolution(roster);
        director.calculateScore();
        seats = director.getWorkingSolution().getSeats();
    }

    /** The soft score with another cadre on the first seat of a demand; afterwards everything is as before. */
    public long weighReplace(int demand, int newcomer) {
        var seat = seats.get(facts.firstSeatOf(demand));
        var before = seat.getCadre();
        put(seat, facts.cadres().get(newcomer));
        long soft = director.calculateScore().raw().softScore();
        put(seat, before);
        return soft;
    }

    private void put(Seat seat, @Nullable CadreFact cadre) {
        director.beforeVariableChanged(seat, CADRE);
        seat.setCadre(cadre);
        director.afterVariableChanged(seat, CADRE);
    }

    @Override
    public void close() {
        director.close();
    }
}
