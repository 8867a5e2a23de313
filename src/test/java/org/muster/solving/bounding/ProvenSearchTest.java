package org.muster.solving.bounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.muster.bounds.Bound;
import org.muster.evaluation.referee.Referee;
import org.muster.planning.Progress;
import org.muster.problem.Problem;
import org.muster.problem.ProblemFixture;
import org.muster.problem.SolveOptions;
import org.muster.problem.SolveOptions.Profile;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.Schedule;
import org.muster.schedule.Score;

class ProvenSearchTest {
    private static final SolveOptions HOURS = new SolveOptions(Duration.ofHours(1), 0, 1, null, Profile.QUICK);

    private final Problem problem = new ProblemFixture()
            .demand("gate MON 07-15")
            .cadre("yang")
            .cadre("li")
            .problem();
    private final Notes notes = new Notes();

    @Test
    void endsLongBeforeItsTimeWhenItsScheduleIsProvenBest() {
        try (var search = new ProvenSearch("test", ProblemIndex.of(problem), HOURS, null, notes)) {
            var score = Referee.evaluate(problem, search.solve(Schedule.EMPTY)).score();
            assertThat(search.bound()).matches(bound -> bound.isReachedBy(score));
        }
    }

    @Test
    void tellsWhatItFindsAndProves() {
        try (var search = new ProvenSearch("test", ProblemIndex.of(problem), HOURS, null, notes)) {
            search.solve(Schedule.EMPTY);
            assertThat(notes.found).isNotEmpty().isSorted();
            assertThat(notes.proven).isNotEmpty().last().isEqualTo(search.bound());
        }
    }

    @Test
    void forgetsABoundThatIsBeaten() {
        try (var search = new ProvenSearch("test", ProblemIndex.of(problem), HOURS, null, notes)) {
            search.solve(Schedule.EMPTY);
            search.confront(new Score(0, 0, Long.MAX_VALUE));
            assertThat(search.bound()).isNull();
            assertThat(notes.refutations).isOne();
        }
    }

    /** Remembers what it is told. */
    private static final class Notes implements ProvenSearch.Listener {
        private final List<Score> found = Collections.synchronizedList(new ArrayList<>());
        private final List<Bound> proven = Collections.synchronizedList(new ArrayList<>());
        private int refutations;

        @Override
        public void progressed(Progress progress, Supplier<Schedule> best) {
            found.add(progress.score());
        }

        @Override
        public void tightened(Bound bound) {
            proven.add(bound);
        }

        @Override
        public void refuted() {
            refutations++;
        }
    }
}
