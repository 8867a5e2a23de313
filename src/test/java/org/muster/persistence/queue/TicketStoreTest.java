package org.muster.persistence.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.persistence.attempts.Attempt;
import org.muster.persistence.attempts.AttemptStore;
import org.muster.persistence.attempts.SaveOutcome;
import org.muster.persistence.plans.NewPlan;
import org.muster.persistence.plans.PartOf;
import org.muster.persistence.plans.PlanProgress;
import org.muster.persistence.plans.PlanStatus;
import org.muster.persistence.plans.PlanStore;
import org.muster.problem.QueuePlace;
import org.muster.problem.SolveOptions;
import org.muster.problem.SolveOptions.Profile;

@QuarkusTest
@TestProfile(QueueStoreTest.NobodySolves.class)
class TicketStoreTest {

    private static final Ticket HELD = new Ticket("a", 5);

    @Inject
    TicketStore tickets;

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

    @BeforeEach
    void empty() {
        execute("delete from plan");
        execute("delete from scheduled_tasks");
    }

    private void execute(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }

    private void row(Ticket ticket, boolean picked) {
        execute("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                values ('turn', '%s', timestamptz 'epoch', %b, %d)""".formatted(ticket.task(), picked, ticket.version()));
    }

    private NewPlan plan(@Nullable PartOf whole) {
        var options =
                new SolveOptions(Duration.ofSeconds(10), 0, 0, null, Profile.QUICK, null, new QueuePlace("account", 5));
        return new NewPlan(
                UUID.randomUUID(),
                "plan",
                options,
                null,
                whole,
                new byte[0],
                List.of(),
                null,
                null,
                clock.instant(),
                "test");
    }

    private Attempt taken(Ticket ticket) {
        plans.add(plan(null));
        return ((Turn.Begun) turns.takeNext(ticket, "test")).attempt();
    }

    private PlanStatus statusOf(Attempt attempt) {
        return plans.find(attempt.plan()).orElseThrow().status();
    }

    @Test
    void nothingIsTakenForATicketThatIsAnothersByNow() {
        plans.add(plan(null));
        row(new Ticket(HELD.task(), HELD.version() + 1), true);

        assertThat(turns.takeNext(HELD, "test")).isEqualTo(new Turn.TicketLost());
    }

    @Test
    void nothingIsTakenForATicketThatWasRevivedOrIsGone() {
        plans.add(plan(null));
        assertThat(turns.takeNext(HELD, "test")).isEqualTo(new Turn.TicketLost());
        row(HELD, true);
        tickets.revive(HELD);

        assertThat(turns.takeNext(HELD, "test")).isEqualTo(new Turn.TicketLost());
        assertThat(turns.takeNext(new Ticket(HELD.task(), HELD.version() + 1), "test"))
                .as("due, but held by nobody")
                .isEqualTo(new Turn.TicketLost());
    }

    @Test
    void aRevivedTicketIsDueAndItsPlanWaits() {
        row(HELD, true);
        var attempt = taken(HELD);

        assertThat(tickets.revive(HELD)).contains(attempt.plan());

        assertThat(statusOf(attempt)).isEqualTo(PlanStatus.QUEUED);
        List<?> due = database.createNativeQuery(
                        "select version from scheduled_tasks where not picked and execution_time < now()", Long.class)
                .getResultList();
        assertThat(due).isEqualTo(List.of(HELD.version() + 1));
        assertThat(tickets.revive(HELD)).as("once more").isEmpty();
    }

    @Test
    void aTicketThatItsHolderGaveBackIsNotRevivedAndItsNextPlanNotLost() {
        row(HELD, true);
        var next = new Ticket(HELD.task(), HELD.version() + 1);
        execute("update scheduled_tasks set version = version + 1");
        var attempt = taken(next);

        assertThat(tickets.revive(HELD)).isEmpty();

        assertThat(statusOf(attempt)).isEqualTo(PlanStatus.SOLVING);
    }

    @Test
    void aPlanWhoseTicketWasRevivedUnderAnotherVersionIsFound() {
        row(HELD, true);
        var attempt = taken(HELD);
        execute("update scheduled_tasks set version = version + 1");

        assertThat(tickets.loseOrphans()).containsExactly(attempt.plan());

        assertThat(statusOf(attempt)).isEqualTo(PlanStatus.QUEUED);
        assertThat(attempts.save(attempt, new PlanProgress(Duration.ofSeconds(1), null, null, null), null))
                .isEqualTo(SaveOutcome.LOST);
        assertThat(tickets.loseOrphans()).as("once more").isEmpty();
    }

    @Test
    void aPlanWhoseTicketIsGoneOrLiesThereIsFound() {
        var gone = new Ticket("gone", 1);
        row(HELD, true);
        row(gone, true);
        var first = taken(HELD);
        var second = taken(gone);
        execute("update scheduled_tasks set picked = false where task_instance = 'a'");
        execute("delete from scheduled_tasks where task_instance = 'gone'");

        assertThat(tickets.loseOrphans()).containsExactlyInAnyOrder(first.plan(), second.plan());
    }

    @Test
    void aPlanThatIsSolvedWithoutATicketIsFound() {
        row(HELD, true);
        var attempt = taken(HELD);
        execute("update plan set ticket = null");

        assertThat(tickets.loseOrphans()).containsExactly(attempt.plan());
    }

    @Test
    void aPlanThatSomebodySolvesIsLeftAloneAndSoIsAWholeWhosePartsAreSolved() {
        var other = new Ticket("b", 1);
        row(HELD, true);
        row(other, true);
        var whole = taken(HELD);
        QuarkusTransaction.requiringNew()
                .run(() -> attempts.split(
                        whole,
                        List.of(plan(new PartOf(whole.plan(), "one")), plan(new PartOf(whole.plan(), "other")))));
        var part = ((Turn.Begun) turns.takeNext(other, "test")).attempt();

        assertThat(tickets.loseOrphans()).isEmpty();

        assertThat(statusOf(whole)).isEqualTo(PlanStatus.SOLVING);
        assertThat(statusOf(part)).isEqualTo(PlanStatus.SOLVING);
        assertThat(tickets.countMissing()).as("two parts, two tickets").isZero();
    }

    @Test
    void whatIsFoundThreeTimesHasFailed() {
        row(HELD, true);
        var attempt = taken(HELD);
        for (int lost = 1; lost <= QueueStore.ATTEMPTS; lost++) {
            execute("update plan set ticket = 'gone#1'");
            assertThat(tickets.loseOrphans()).hasSize(1);
            turns.takeNext(HELD, "test");
        }

        assertThat(statusOf(attempt)).isEqualTo(PlanStatus.FAILED);
    }

    @Test
    void thereAreAsManyTicketsAsPlansThatMayBeSolvedSideBySide() {
        row(HELD, true);
        taken(HELD);
        plans.add(plan(null));
        plans.add(plan(null));

        assertThat(tickets.countMissing()).isEqualTo(2);
        row(new Ticket("b", 1), false);
        row(new Ticket("c", 1), false);
        assertThat(tickets.countMissing()).isZero();
        row(new Ticket("d", 1), false);
        assertThat(tickets.countMissing()).isZero();
    }
}
