package org.muster.planning;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.solver.SolverConfigOverride;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import ai.timefold.solver.core.impl.solver.DefaultSolver;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.muster.planning.constraints.RosterConstraints;
import org.muster.planning.model.LikelyCadres;
import org.muster.planning.model.Roster;
import org.muster.planning.model.RosterFacts;
import org.muster.planning.model.Seat;
import org.muster.problem.Problem;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.Schedule;
import org.muster.schedule.Score;

/**
 * Timefold with the model and the constraint streams of the product, but without any phase of ours: construction
 * heuristic and local search as it sets them up by itself. A peer to be measured.
 */
public final class DefaultPhasesSolver {
    private static final Duration SHORTEST_SEARCH = Duration.ofMillis(10);

    private final Problem problem;
    private final ValueRange valueRange;
    private long movesPerSecond;

    /** Whom a seat can choose from. */
    public enum ValueRange {
        /** One list of all cadres for every seat, as a quickstart has it. */
        EVERYBODY,
        /** The product's short list for each demand. */
        CANDIDATES
    }

    public DefaultPhasesSolver(Problem problem, ValueRange valueRange) {
        this.problem = problem;
        this.valueRange = valueRange;
    }

    /**
     * Solves, starting with empty seats.
     *
     * @param timeLeft asked when the problem has been stated
     * @param found told of each better schedule
     */
    public Schedule solve(long seed, Supplier<Duration> timeLeft, Consumer<Score> found) {
        var roster = roster();
        var config = new SolverConfig()
                .withSolutionClass(Roster.class)
                .withEntityClasses(Seat.class)
                .withConstraintProviderClass(RosterConstraints.class)
                .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
                .withRandomSeed(seed);
        var factory = SolverFactory.<Roster>create(config);
        var termination = new TerminationConfig().withSpentLimit(atLeast(timeLeft.get()));
        var solver = factory.buildSolver(new SolverConfigOverride().withTerminationConfig(termination));
        solver.addEventListener(event -> {
            if (event.getNewBestScore() instanceof HardMediumSoftScore score) {
                found.accept(new Score(score.hardScore(), score.mediumScore(), score.softScore()));
            }
        });
        var best = solver.solve(roster);
        if (solver instanceof DefaultSolver<Roster> counting) {
            movesPerSecond = counting.getMoveEvaluationSpeed();
        }
        return best.toSchedule();
    }

    /** Moves tried a second in the last solve. */
    public long movesPerSecond() {
        return movesPerSecond;
    }

    private Roster roster() {
        var facts = switch (valueRange) {
            case EVERYBODY -> RosterFacts.withEverybodyAsCandidate(problem);
            case CANDIDATES -> withCandidates();
        };
        return facts.rosterOf(Schedule.EMPTY);
    }

    private RosterFacts withCandidates() {
        var index = ProblemIndex.of(problem);
        return RosterFacts.withCandidates(index, Schedule.EMPTY, LikelyCadres.of(index, Optional.empty()));
    }

    private static Duration atLeast(Duration left) {
        return left.compareTo(SHORTEST_SEARCH) < 0 ? SHORTEST_SEARCH : left.truncatedTo(ChronoUnit.MILLIS);
    }
}
