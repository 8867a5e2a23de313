package org.muster.persistence.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.bounds.Bound;
import org.muster.evaluation.referee.Referee;
import org.muster.persistence.database.HeldTickets;
import org.muster.persistence.plans.BestSchedule;
import org.muster.persistence.plans.NewPlan;
import org.muster.persistence.plans.PlanProgress;
import org.muster.persistence.plans.PlanStore;
import org.muster.persistence.queue.QueueStore;
import org.muster.persistence.queue.QueueStoreTest;
import org.muster.persistence.queue.Turn;
import org.muster.problem.ProblemFixture;
import org.muster.problem.SolveOptions;
import org.muster.schedule.Schedule;
import org.muster.schedule.Score;

@QuarkusTest
@TestProfile(QueueStoreTest.NobodySolves.class)
class CourseStoreTest {

    /** A four-hundredth of it, a second, lies between two moments. */
    private static final Duration TIME_LIMIT = Duration.ofSeconds(400);

    private static final Bound BOUND = new Bound(0, -7, Set.of(Bound.Part.COVER), 1, Duration.ofSeconds(1));

    @Inject
    CourseStore courses;

    @Inject
    QueueStore turns;

    @Inject
    PlanStore plans;

    @Inject
    AttemptStore attempts;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    private Attempt attempt;

    @BeforeEach
    void begin() {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("delete from plan").executeUpdate());
        plans.add(new NewPlan(
                UUID.randomUUID(),
                "course",
                SolveOptions.DEFAULT.withTimeLimit(TIME_LIMIT),
                null,
                null,
                new byte[0],
                List.of(),
                null,
                null,
                clock.instant(),
                "test"));
        attempt = ((Turn.Begun) turns.takeNext(HeldTickets.pick(database, "ticket"), "test")).attempt();
    }

    @Test
    void momentsAreATimeApartAndTheLastOneIsTheEnd() {
        for (long millis : new long[] {1000, 1500, 2000, 2100}) {
            attempts.save(attempt, progress(millis), null);
        }
        attempts.finish(attempt, progress(2200), nobodyServes(), null);

        assertThat(courses.of(attempt.plan()))
                .extracting(CoursePoint::elapsed)
                .containsExactly(Duration.ofMillis(1000), Duration.ofMillis(2000), Duration.ofMillis(2200));
    }

    @Test
    void aMomentHasWhatWasKnown() {
        attempts.save(attempt, progress(1000), null);
        attempts.save(attempt, new PlanProgress(Duration.ofSeconds(3), "SEARCH", 5L, BOUND), nobodyServes());

        assertThat(courses.of(attempt.plan()))
                .containsExactly(
                        new CoursePoint(Duration.ofSeconds(1), null, null),
                        new CoursePoint(
                                Duration.ofSeconds(3),
                                nobodyServes().evaluation().score(),
                                new Score(0, 0, -7)));
    }

    @Test
    void itGoesWithThePlan() {
        attempts.save(attempt, progress(1000), null);

        plans.delete(attempt.plan());

        assertThat(courses.of(attempt.plan())).isEmpty();
    }

    private static PlanProgress progress(long millis) {
        return new PlanProgress(Duration.ofMillis(millis), "SEARCH", 5L, null);
    }

    private static BestSchedule nobodyServes() {
        var problem = new ProblemFixture().demand("gate MON 07-13", 1, 1, 1).problem();
        return new BestSchedule(Schedule.EMPTY, Referee.evaluate(problem, Schedule.EMPTY));
    }
}
