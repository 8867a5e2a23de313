package org.muster.benchmark;

import java.time.Duration;
import java.util.function.Supplier;
import org.muster.planning.Progress;
import org.muster.problem.Problem;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.SolveOptions;
import org.muster.schedule.Schedule;
import org.muster.solving.bounding.ProvenSearch;

/** The product, as the service uses it: with the bound beside the search, which takes its share of the cores. */
final class MusterPlayer implements Player {

    @Override
    public Outcome solve(Problem problem, Schedule known, long seed, Duration limit, Trace trace) {
        var options = new SolveOptions(limit, 0, seed, null, SolveOptions.Profile.STANDARD);
        var notes = new Notes(trace);
        try (var search = new ProvenSearch("benchmark", ProblemIndex.of(problem), options, null, notes)) {
            return new Outcome(search.solve(Schedule.EMPTY), notes.movesPerSecond);
        }
    }

    /** Writes down what is found and proven. */
    private static final class Notes implements ProvenSearch.Listener {
        private final Trace trace;
        private volatile long movesPerSecond;

        Notes(Trace trace) {
            this.trace = trace;
        }

        @Override
        public void progressed(Progress progress, Supplier<Schedule> best) {
            trace.found(progress.score());
            movesPerSecond = progress.movesPerSecond();
        }

        @Override
        public void tightened(org.muster.bounds.Bound bound) {
            trace.proven(new Bound(bound.medium(), bound.soft()));
        }
    }
}
