package org.muster.planning;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverConfigOverride;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.api.solver.event.BestSolutionChangedEvent;
import ai.timefold.solver.core.api.solver.phase.PhaseCommand;
import ai.timefold.solver.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.phase.PhaseConfig;
import ai.timefold.solver.core.config.phase.custom.CustomPhaseConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muster.evaluation.ScoreKeeper;
import org.muster.flow.TimeValues;
import org.muster.planning.constraints.RosterConstraints;
import org.muster.planning.phases.ArraySearch;
import org.muster.planning.phases.CandidateFill;
import org.muster.planning.phases.SeatMoves;
import org.muster.planning.phases.WholeSchedule;
import org.muster.problem.Problem;
import org.muster.problem.ProblemIndex;
import org.muster.problem.SolveOptions;
import org.muster.problem.StandingAssignment;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;
import org.muster.schedule.Score;

/**
 * Looks for the best schedule of a problem, once: a flow makes the first schedule, from which Timefold starts. A search
 * on plain arrays improves it on all cores and hands its result to Timefold as one move. Where there are few seats,
 * Timefold's own local search has the last word.
 */
public final class RosterSolver {
    private static final long SHORTEST_SEARCH_MILLIS = 10;
    /** How many scores back a step may be worse than; more wander further and need more time. */
    private static final int LATE_ACCEPTANCE_SIZE = 400;
    /** Up to so many seats Timefold's local search finds what the array search has missed. */
    private static final int FEW_SEATS = 400;
    /** Of the time that is left, how much the array search gets where Timefold's search follows. */
    private static final double ARRAY_SHARE = 0.7;
    /** To hand a seat over to Timefold and to have the referee count it. */
    private static final long NANOS_PER_SEAT = 60_000;
    /** How many search side by side where the result must not depend on the machine. */
    private static final int SEARCHERS_FOR_STEPS = 2;

    private final ProblemIndex index;
    private final SolveOptions options;
    private final SolveListener listener;
    private final EnvironmentMode mode;
    private final Object stopLock = new Object();
    private volatile boolean stopped;
    private volatile boolean handedOver;
    private volatile boolean ended;
    private @Nullable Solver<Roster> solver;

    private volatile @Nullable TimeValues values;
    private @Nullable Score reported;
    private long startedNanos;
    private volatile long arraySteps;
    private volatile long arrayNanos;

    /** Prepares a solve; nothing is done before {@link #solve}. */
    public RosterSolver(ProblemIndex index, SolveOptions options, SolveListener listener) {
        this(index, options, listener, EnvironmentMode.NO_ASSERT);
    }

    /** For those who have not numbered the problem yet. */
    public RosterSolver(Problem problem, SolveOptions options, SolveListener listener) {
        this(ProblemIndex.of(problem), options, listener);
    }

    /** For tests that let Timefold check every move. */
    RosterSolver(ProblemIndex index, SolveOptions options, SolveListener listener, EnvironmentMode mode) {
        this.index = index;
        this.options = options;
        this.listener = listener;
        this.mode = mode;
    }

    /**
     * Searches until the time limit, the step limit or {@link #stop()}, and blocks meanwhile. A step is a move that
     * is tried, taken or not.
     *
     * @param start where to start from, kept as far as the rules allow; when it is empty, what stands in the problem
     * @return a schedule that keeps every rule, but for required duty rules that ask for more duties where more may
     *     be impossible
     */
    public Schedule solve(Schedule start) {
        startedNanos = System.nanoTime();
        var planned = FirstSchedule.of(index, start, this::isOver);
        var first = planned.schedule();
        values = planned.values().orElse(null);
        var likely = CompletableFuture.supplyAsync(
                () -> LikelyCadres.of(index, timeValues().or(() -> valuesOfDays(first))));
        if (isOver()) {
            var filled = CandidateFill.fill(index, likely.join(), first);
            return HardRepair.repaired(RosterFacts.of(index, Schedule.EMPTY), filled);
        }
        report(ScoreKeeper.of(index, first).score(), Progress.Phase.CONSTRUCTION, () -> first);
        return searchFrom(first, likely);
    }

    /** Ends a solve early, or at its very beginning. The best schedule so far is still returned. */
    public void stop() {
        synchronized (stopLock) {
            stopped = true;
            if (solver != null) {
                solver.terminateEarly();
            }
        }
    }

    private Optional<TimeValues> valuesOfDays(Schedule guide) {
        return index.days() > 1 ? TimeValues.ofDays(index, guide, this::isOver) : Optional.empty();
    }

    /** What the flow of the first schedule has shown time to be worth; empty before, and where there was no flow. */
    public Optional<TimeValues> timeValues() {
        return Optional.ofNullable(values);
    }

    /** The array search begins at once; Timefold, which takes a while to start, then waits for it. */
    private Schedule searchFrom(Schedule first, CompletableFuture<LikelyCadres> likely) {
        var search = new FutureTask<>(() -> searchOnArrays(likely.join(), first));
        Thread.ofVirtual().name("search").start(search);
        try {
            return solveWithTimefold(first, likely, search);
        } finally {
            ended = true;
        }
    }

    private Schedule solveWithTimefold(
            Schedule first, CompletableFuture<LikelyCadres> likely, FutureTask<Schedule> search) {
        var factory = SolverFactory.<Roster>create(config(search));
        var facts = hasFewSeats()
                ? RosterFacts.withCandidates(index, pins(), likely.join())
                : RosterFacts.of(index, pins());
        var timeLeft = new TerminationConfig().withMillisecondsSpentLimit(millisLeft());
        var made = factory.buildSolver(new SolverConfigOverride().withTerminationConfig(timeLeft));
        made.addEventListener(this::report);
        synchronized (stopLock) {
            solver = made;
        }
        var solved = made.solve(facts.rosterOf(first)).toSchedule();
        // Timefold skips its phases where its time was over while it counted the first schedule.
        return HardRepair.repaired(facts, handedOver ? solved : resultOf(search));
    }

    private Schedule pins() {
        return new Schedule(index.problem().assignments().stream()
                .filter(StandingAssignment::pinned)
                .map(pin -> new Assignment(pin.demand(), pin.cadre(), true))
                .distinct()
                .toList());
    }

    private SolverConfig config(FutureTask<Schedule> search) {
        var phases = new ArrayList<PhaseConfig<?>>();
        phases.add(commands(new WholeSchedule(this::stopIfAsked, () -> {
            handedOver = true;
            return resultOf(search);
        })));
        if (hasFewSeats()) {
            phases.add(localSearch());
        }
        return new SolverConfig()
                .withSolutionClass(Roster.class)
                .withEntityClasses(Seat.class)
                .withConstraintProviderClass(RosterConstraints.class)
                .withEnvironmentMode(mode)
                .withRandomSeed(options.seed())
                .withPhases(phases.toArray(new PhaseConfig<?>[0]));
    }

    /** Whether Timefold's own search has the last word. */
    private boolean hasFewSeats() {
        return index.seats() <= FEW_SEATS;
    }

    private static CustomPhaseConfig commands(PhaseCommand<Roster> command) {
        return new CustomPhaseConfig().withCustomPhaseCommandList(List.of(command));
    }

    private static Schedule resultOf(FutureTask<Schedule> search) {
        try {
            return search.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("The search on arrays has failed.", failure.getCause());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The search was interrupted.", interruption);
        }
    }

    private Schedule searchOnArrays(LikelyCadres likely, Schedule schedule) {
        long left = millisLeft() * 1_000_000 - index.seats() * NANOS_PER_SEAT;
        long nanos = hasFewSeats() ? (long) (left * ARRAY_SHARE) : left;
        var steps = options.stepLimit();
        var effort = steps == null
                ? new ArraySearch.Effort(
                        options.seed(), Runtime.getRuntime().availableProcessors(), Long.MAX_VALUE, Math.max(0, nanos))
                : new ArraySearch.Effort(options.seed(), SEARCHERS_FOR_STEPS, steps, Long.MAX_VALUE);
        long began = System.nanoTime();
        return ArraySearch.improve(index, likely, schedule, effort, this::isOver, (score, tried, best) -> {
            arraySteps = tried;
            arrayNanos = System.nanoTime() - began;
            report(score, Progress.Phase.SEARCH, best);
        });
    }

    private LocalSearchPhaseConfig localSearch() {
        var search = new LocalSearchPhaseConfig()
                .withMoveSelectorConfig(new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(SeatMoves.class))
                .withAcceptorConfig(new LocalSearchAcceptorConfig().withLateAcceptanceSize(LATE_ACCEPTANCE_SIZE))
                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
        if (options.stepLimit() != null) {
            search.withTerminationConfig(new TerminationConfig().withMoveCountLimit(options.stepLimit()));
        }
        return search;
    }

    private boolean isOver() {
        return stopped || ended || elapsed().compareTo(options.timeLimit()) >= 0;
    }

    private long millisLeft() {
        return Math.max(
                SHORTEST_SEARCH_MILLIS, options.timeLimit().minus(elapsed()).toMillis());
    }

    /** Timefold forgets at its start whether it was asked to stop before. */
    private void stopIfAsked() {
        synchronized (stopLock) {
            if (stopped && solver != null) {
                solver.terminateEarly();
            }
        }
    }

    private void report(BestSolutionChangedEvent<Roster> event) {
        if (event.getNewBestScore() instanceof HardMediumSoftScore score) {
            var phase = arraySteps == 0 ? Progress.Phase.CONSTRUCTION : Progress.Phase.SEARCH;
            report(
                    new Score(score.hardScore(), score.mediumScore(), score.softScore()),
                    phase,
                    event.getNewBestSolution()::toSchedule);
        }
    }

    /** Timefold tells once more what it was handed. */
    private synchronized void report(Score score, Progress.Phase phase, Supplier<Schedule> best) {
        if (reported != null && score.compareTo(reported) <= 0) {
            return;
        }
        reported = score;
        listener.progressed(new Progress(elapsed(), phase, score, movesPerSecond()), best);
    }

    private long movesPerSecond() {
        return arrayNanos == 0 ? 0 : (long) (arraySteps * 1e9 / arrayNanos);
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }
}
