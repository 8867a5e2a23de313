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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muster.evaluation.incremental.Merit;
import org.muster.flow.TimeValues;
import org.muster.planning.FirstSchedule.Start;
import org.muster.planning.constraints.RosterConstraints;
import org.muster.planning.model.LikelyCadres;
import org.muster.planning.model.Roster;
import org.muster.planning.model.RosterFacts;
import org.muster.planning.model.Seat;
import org.muster.planning.phases.ArraySearch;
import org.muster.planning.phases.CandidateFill;
import org.muster.planning.phases.HardRepair;
import org.muster.planning.phases.SeatMoves;
import org.muster.planning.phases.WholeSchedule;
import org.muster.problem.Problem;
import org.muster.problem.SolveOptions;
import org.muster.problem.StandingAssignment;
import org.muster.problem.index.ProblemIndex;
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
    /** To look for the people of a demand, for each cadre. */
    private static final long NANOS_PER_PAIR = 6;
    /** The part of the time limit up to which handing over to Timefold may take. */
    private static final double TIMEFOLD_SHARE = 0.25;

    private static final long MILLIS_BETWEEN_LOOKS = 50;
    /** How often it is looked for Timefold's result once the time is over. */
    private static final int LOOKS_WHEN_OVER = 6;
    /** How many search side by side where the result must not depend on the machine. */
    private static final int SEARCHERS_FOR_STEPS = 2;

    private final ProblemIndex index;
    private final SolveOptions options;
    private final SolveListener listener;
    private final EnvironmentMode mode;
    private final Object stopLock = new Object();
    private volatile boolean stopped;
    private volatile boolean ended;
    private @Nullable Solver<Roster> solver;

    private volatile @Nullable TimeValues values;
    private @Nullable Merit reported;
    private int looksWhenOver;
    private long startedNanos;
    private volatile long arraySteps;
    private volatile long arrayNanos;

    /** Prepares a solve; nothing is done before {@link #solve}. */
    public RosterSolver(ProblemIndex index, SolveOptions options, SolveListener listener) {
        this(index, options, listener, EnvironmentMode.NO_ASSERT);
    }

    /** The same for a problem that has not been indexed yet. */
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
     * @param start where to start from, kept as far as the rules allow; when it is empty, the assignments of the
     *     problem
     * @return a schedule that keeps every rule, but for required duty rules that ask for duties where more may be
     *     impossible; never one that is worse than a start that keeps the rules
     */
    public Schedule solve(Schedule start) {
        startedNanos = System.nanoTime();
        var planned = FirstSchedule.of(index, start, this::isConstructionOver);
        values = planned.values().orElse(null);
        var likely = CompletableFuture.supplyAsync(() ->
                LikelyCadres.of(index, timeValues().or(() -> valuesOfDays(planned.schedule())), this::isOver));
        if (isConstructionOver()) {
            return planned.orBetter(CandidateFill.fill(index, likely.join(), planned.schedule()), index)
                    .schedule();
        }
        report(planned.merit(), Progress.Phase.CONSTRUCTION, planned::schedule);
        return searchFrom(planned, likely).schedule();
    }

    /** Ends a solve early, or at its very beginning. The best schedule so far is still returned. */
    public void stop() {
        stopped = true;
        terminateTimefold();
    }

    private Optional<TimeValues> valuesOfDays(Schedule guide) {
        return index.days() > 1 ? TimeValues.ofDays(index, guide, this::isOver) : Optional.empty();
    }

    /** The prices of time that the flow of the first schedule has found; empty before, and where there was no flow. */
    public Optional<TimeValues> timeValues() {
        return Optional.ofNullable(values);
    }

    /** The array search begins at once; Timefold, which takes a while to start, then waits for it. */
    private Start searchFrom(Start first, CompletableFuture<LikelyCadres> likely) {
        var search = new FutureTask<>(() -> searchOnArrays(likely.join(), first.schedule()));
        Thread.ofVirtual().name("search").start(search);
        var timefold = new FutureTask<>(() -> solveWithTimefold(first.schedule(), likely, search));
        if (hasTimeForTimefold()) {
            Thread.ofPlatform().daemon().name("timefold").start(timefold);
        } else {
            timefold.cancel(false);
        }
        try {
            var found = first.orBetter(resultOf(search), index);
            var refined = resultInTime(timefold);
            return refined.isPresent()
                    ? found.orBetter(HardRepair.repaired(index, refined.get(), this::isOver), index)
                    : found;
        } finally {
            ended = true;
            terminateTimefold();
        }
    }

    /** Where there are many seats, all that Timefold does is to take over what was found. */
    private boolean hasTimeForTimefold() {
        return hasFewSeats()
                || index.seats() * NANOS_PER_SEAT
                        < TIMEFOLD_SHARE * options.timeLimit().toNanos();
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
        return made.solve(facts.rosterOf(first)).toSchedule();
    }

    /** What Timefold came to; empty where it has not ended by the time limit, or soon after a stop. */
    private Optional<Schedule> resultInTime(FutureTask<Schedule> timefold) {
        while (!timefold.isCancelled()) {
            try {
                return Optional.of(timefold.get(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS));
            } catch (TimeoutException stillAtWork) {
                if (isOver() && ++looksWhenOver > LOOKS_WHEN_OVER) {
                    return Optional.empty();
                }
            } catch (ExecutionException failure) {
                throw new IllegalStateException("Timefold has failed.", failure.getCause());
            } catch (InterruptedException interruption) {
                throw interrupted(interruption);
            }
        }
        return Optional.empty();
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
        phases.add(commands(new WholeSchedule(this::stopIfAsked, () -> resultOf(search))));
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
            throw interrupted(interruption);
        }
    }

    private static IllegalStateException interrupted(InterruptedException interruption) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("The search was interrupted.", interruption);
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
        return ArraySearch.improve(index, likely, schedule, effort, this::isOver, (merit, tried, best) -> {
            arraySteps = tried;
            arrayNanos = System.nanoTime() - began;
            report(merit, Progress.Phase.SEARCH, best);
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

    /** Some time is left to fill heads and to count, also where the flow is not through. */
    private boolean isConstructionOver() {
        long limit = options.timeLimit().toNanos();
        long filling = index.seats() * NANOS_PER_SEAT + (long) index.demands() * index.cadres() * NANOS_PER_PAIR;
        return stopped || ended || elapsed().toNanos() >= limit - Math.min(limit / 3, filling);
    }

    private long millisLeft() {
        return Math.max(
                SHORTEST_SEARCH_MILLIS, options.timeLimit().minus(elapsed()).toMillis());
    }

    /** Timefold's start resets an earlier request to stop. */
    private void stopIfAsked() {
        if (stopped || ended) {
            terminateTimefold();
        }
    }

    private void terminateTimefold() {
        synchronized (stopLock) {
            if (solver != null) {
                solver.terminateEarly();
            }
        }
    }

    private void report(BestSolutionChangedEvent<Roster> event) {
        if (event.getNewBestScore() instanceof HardMediumSoftScore score) {
            var phase = arraySteps == 0 ? Progress.Phase.CONSTRUCTION : Progress.Phase.SEARCH;
            var counted = new Score(score.hardScore(), score.mediumScore(), score.softScore());
            var merit = counted.isFeasible()
                    ? new Merit(0, counted)
                    : Merit.of(index, event.getNewBestSolution().toSchedule());
            report(merit, phase, event.getNewBestSolution()::toSchedule);
        }
    }

    /** Timefold tells once more what it was handed, and may go on for a moment after the end. */
    private synchronized void report(Merit merit, Progress.Phase phase, Supplier<Schedule> best) {
        if (ended || (reported != null && !merit.isBetterThan(reported))) {
            return;
        }
        reported = merit;
        listener.progressed(new Progress(elapsed(), phase, merit.score(), movesPerSecond()), best);
    }

    private long movesPerSecond() {
        return arrayNanos == 0 ? 0 : (long) (arraySteps * 1e9 / arrayNanos);
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }
}
