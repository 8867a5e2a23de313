package org.muster.persistence.queue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.evaluation.referee.Referee;
import org.muster.persistence.attempts.Attempt;
import org.muster.persistence.attempts.AttemptStore;
import org.muster.persistence.attempts.SaveOutcome;
import org.muster.persistence.database.HeldTickets;
import org.muster.persistence.plans.BestSchedule;
import org.muster.persistence.plans.NewPlan;
import org.muster.persistence.plans.PartOf;
import org.muster.persistence.plans.Plan;
import org.muster.persistence.plans.PlanProgress;
import org.muster.persistence.plans.PlanStatus;
import org.muster.persistence.plans.PlanStore;
import org.muster.problem.ProblemFixture;
import org.muster.problem.QueuePlace;
import org.muster.problem.SolveOptions;
import org.muster.problem.SolveOptions.Profile;
import org.muster.schedule.Schedule;

@QuarkusTest
@TestProfile(QueueStoreTest.NobodySolves.class)
public class QueueStoreTest {

    private static final PlanProgress BEGUN = new PlanProgress(Duration.ofSeconds(1), null, null, null);

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

    /** The queue is left to the test. */
    public static final class NobodySolves implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("muster.role", "api");
        }
    }

    @BeforeEach
    void empty() {
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("delete from plan").executeUpdate();
            database.createNativeQuery("delete from queue_account").executeUpdate();
            database.createNativeQuery("delete from scheduled_tasks").executeUpdate();
        });
    }

    private void add(String name, String account, int priority, int seconds) {
        var options = new SolveOptions(
                Duration.ofSeconds(seconds), 0, 0, null, Profile.QUICK, null, new QueuePlace(account, priority));
        plans.add(new NewPlan(
                UUID.randomUUID(),
                name,
                options,
                null,
                null,
                new byte[0],
                List.of(),
                null,
                null,
                clock.instant(),
                "test"));
    }

    private void addSome(int count, String account, int seconds) {
        for (int i = 1; i <= count; i++) {
            add(account + i, account, 5, seconds);
        }
    }

    private Attempt take(String ticket) {
        return takeNext(ticket).orElseThrow();
    }

    /** What is taken for a ticket that somebody holds. */
    private Optional<Attempt> takeNext(String task) {
        return switch (turns.takeNext(HeldTickets.pick(database, task), "test")) {
            case Turn.Begun begun -> Optional.of(begun.attempt());
            case Turn.NothingWaits _ -> Optional.empty();
            case Turn.TicketLost _ -> throw new AssertionError("The ticket is held.");
        };
    }

    private Plan plan(Attempt attempt) {
        return plans.find(attempt.plan()).orElseThrow();
    }

    private String takeName() {
        return requireNonNull(plan(take(UUID.randomUUID().toString())).name());
    }

    private List<String> takeNames(int count) {
        return IntStream.range(0, count).mapToObj(i -> takeName()).toList();
    }

    private static BestSchedule nobodyServes() {
        var problem = new ProblemFixture().demand("gate MON 07-13", 1, 1, 1).problem();
        return new BestSchedule(Schedule.EMPTY, Referee.evaluate(problem, Schedule.EMPTY));
    }

    @Test
    void aFloodDoesNotKeepAnotherAccountWaiting() {
        addSome(5, "flood", 60);
        takeName();
        add("drop", "other", 1, 60);

        assertThat(takeName()).isEqualTo("drop");
    }

    @Test
    void withinAnAccountTheUrgentIsFirstAndThenTheOlder() {
        add("older", "a", 5, 10);
        add("newer", "a", 5, 10);
        add("urgent", "a", 6, 10);

        assertThat(takeNames(3)).containsExactly("urgent", "older", "newer");
    }

    @Test
    void whoWasIdleSavesNothingUp() {
        addSome(20, "busy", 60);
        takeNames(10);
        addSome(4, "idle", 60);

        var next = takeNames(8);

        assertThat(next.stream().filter(name -> name.startsWith("idle"))).hasSize(4);
        assertThat(next.subList(0, 4).stream().filter(name -> name.startsWith("idle")))
                .hasSize(2);
    }

    @Test
    void timeThatAPlanDidNotNeedIsGivenBack() {
        addSome(3, "a", 100);
        addSome(3, "b", 10);
        var first = take("ticket");
        assertThat(plan(first).name()).isEqualTo("a1");
        attempts.finish(first, new PlanProgress(Duration.ofSeconds(5), null, null, null), nobodyServes(), null);

        assertThat(takeNames(2)).containsExactly("b1", "a2");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void accountsGetTheSameTimeWhateverTheyAskFor(long seed) {
        var dice = new Random(seed);
        var given = new HashMap<String, Integer>();
        var accounts = List.of("a", "b", "c");
        int longest = 0;
        for (var account : accounts) {
            int seconds = 5 + dice.nextInt(100);
            longest = Math.max(longest, seconds);
            addSome(60, account, seconds);
        }
        for (int i = 0; i < 30; i++) {
            var taken = plan(take("ticket" + i));
            given.merge(
                    taken.options().place().account(),
                    (int) taken.options().timeLimit().toSeconds(),
                    Integer::sum);
        }

        var most = given.values().stream().max(Integer::compare).orElseThrow();
        var least =
                accounts.stream().map(account -> given.getOrDefault(account, 0)).min(Integer::compare);
        assertThat(most - least.orElseThrow()).as("seed %d: %s", seed, given).isLessThanOrEqualTo(longest);
    }

    @Test
    void manyWhoChooseAtOnceNeverChooseTheSame() throws Exception {
        addSome(40, "a", 10);
        var taken = new ArrayList<UUID>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            var chosen = IntStream.range(0, 40)
                    .mapToObj(i -> pool.submit(() -> take("ticket" + i).plan()))
                    .toList();
            for (var choice : chosen) {
                taken.add(choice.get());
            }
        }

        assertThat(taken).doesNotHaveDuplicates().hasSize(40);
        assertThat(takeNext("one more")).isEmpty();
    }

    @Test
    void whatWasBegunGoesOnFirst() {
        addSome(2, "a", 10);
        var begun = take("ticket");
        add("urgent", "b", 10, 10);
        attempts.handBack(begun, BEGUN, null);

        var again = take("another ticket");
        assertThat(again).isEqualTo(new Attempt(begun.plan(), 2));
    }

    @Test
    void whatIsLostIsTakenAgainAndTheLateOneIsRefused() {
        addSome(1, "a", 10);
        var late = take("ticket");

        assertThat(turns.lose(new Ticket("ticket", 1))).contains(late.plan());
        assertThat(turns.lose(new Ticket("ticket", 1))).isEmpty();
        assertThat(attempts.save(late, BEGUN, nobodyServes())).isEqualTo(SaveOutcome.LOST);

        var next = take("another ticket");
        assertThat(attempts.finish(late, BEGUN, nobodyServes(), null)).isEmpty();
        assertThat(attempts.finish(next, BEGUN, nobodyServes(), null)).contains(PlanStatus.SOLVED);
        assertThat(takeNext("ticket")).isEqualTo(Optional.empty());
    }

    @RepeatedTest(5)
    void whatIsStoppedWhileItIsTakenIsEitherStoppedOrTakenButNeverBoth() throws Exception {
        add("whole", "city", 5, 10);
        var whole = take("ticket");
        var parts = IntStream.range(0, 20)
                .mapToObj(i -> new NewPlan(
                        UUID.randomUUID(),
                        "part",
                        plan(whole).options(),
                        null,
                        new PartOf(whole.plan(), "part" + i),
                        new byte[0],
                        List.of(),
                        null,
                        null,
                        clock.instant(),
                        "test"))
                .toList();
        QuarkusTransaction.requiringNew().run(() -> attempts.split(whole, parts));

        try (var pool = Executors.newFixedThreadPool(8)) {
            var stops = parts.stream()
                    .map(part -> pool.submit(() -> plans.requestStop(part.id())))
                    .toList();
            var takes = IntStream.range(0, 20)
                    .mapToObj(i -> pool.submit(() -> takeNext("part" + i)))
                    .toList();
            for (var stop : stops) {
                stop.get();
            }
            for (var taken : takes) {
                var attempt = taken.get();
                if (attempt.isPresent() && !attempt.get().plan().equals(whole.plan())) {
                    attempts.finish(attempt.get(), BEGUN, nobodyServes(), null);
                }
            }
        }

        assertThat(plan(whole).parts()).allMatch(part -> part.status().isFinal());
        assertThat(takeNext("merge").or(() -> Optional.of(new Attempt(whole.plan(), 2))))
                .contains(new Attempt(whole.plan(), 2));
        var left = database.createNativeQuery("select parts_left from plan where id = :id", Integer.class)
                .setParameter("id", whole.plan())
                .getSingleResult();
        assertThat(left).isEqualTo(0);
    }

    @Test
    void whatIsLostThreeTimesHasFailed() {
        addSome(1, "a", 10);
        var first = take("ticket");
        turns.lose(new Ticket("ticket", 1));
        for (int i = 1; i < QueueStore.ATTEMPTS; i++) {
            take("ticket");
            turns.lose(new Ticket("ticket", 1));
        }

        var plan = plan(first);
        assertThat(plan.status()).isEqualTo(PlanStatus.FAILED);
        assertThat(plan.failure()).contains("3 times");
        assertThat(takeNext("ticket")).isEmpty();
    }

    @Test
    void accountsWithoutClaimsAreForgotten() {
        addSome(3, "a", 10);
        add("long", "b", 5, 1_000);
        add("short", "c", 5, 1);
        takeNames(5);

        turns.deleteIdleAccounts();

        List<?> known = database.createNativeQuery("select account from queue_account order by 1")
                .getResultList();
        assertThat(known).isEqualTo(List.of("a", "b"));
    }
}
