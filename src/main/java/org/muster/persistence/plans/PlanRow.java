package org.muster.persistence.plans;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.muster.bounds.Bound;
import org.muster.persistence.database.JsonTexts;
import org.muster.problem.QueuePlace;
import org.muster.problem.SolveOptions;
import org.muster.schedule.Score;

@Entity
@Table(name = "plan")
public class PlanRow {
    /** The phase of a plan whose parts are being solved. */
    private static final String IN_PARTS = "IN_PARTS";

    @Id
    public UUID id;

    @Nullable
    String name;

    @Nullable
    String district;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String rounds;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    public PlanStatus status;

    @Enumerated(EnumType.STRING)
    @Nullable
    public Outcome outcome;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    SolveOptions.Profile profile;

    @Column(name = "time_limit_ms")
    public long timeLimitMillis;

    @Column(name = "gap_target")
    double gapTarget;

    long seed;

    @Column(name = "step_limit")
    @Nullable
    Long stepLimit;

    @Column(name = "from_plan")
    @Nullable
    String from;

    @Column(nullable = false)
    public String account;

    short priority;

    @Nullable
    public String ticket;

    @Nullable
    UUID parent;

    @Nullable
    String part;

    @Column(name = "parts_left")
    @Nullable
    public Integer partsLeft;

    @Column(name = "charged_ms")
    public long chargedMillis;

    @Column(nullable = false)
    Instant created;

    @Nullable
    public Instant started;

    @Nullable
    public Instant ended;

    @Nullable
    public Long hard;

    @Nullable
    public Long medium;

    @Nullable
    public Long soft;

    @Column(name = "spent_ms")
    public long spentMillis;

    @Nullable
    public String phase;

    @Column(name = "moves_per_second")
    @Nullable
    public Long movesPerSecond;

    @Column(name = "bound_medium")
    @Nullable
    public Long boundMedium;

    @Column(name = "bound_soft")
    @Nullable
    public Long boundSoft;

    @Column(name = "bound_parts")
    @Nullable
    String boundParts;

    @Column(name = "bound_steps")
    @Nullable
    Integer boundSteps;

    @Column(name = "bound_ms")
    @Nullable
    Long boundMillis;

    public int attempt;

    @Column(name = "lost_attempts")
    public int lostAttempts;

    @Column(name = "stop_requested")
    public boolean stopRequested;

    @Nullable
    public String failure;

    @Column(nullable = false)
    String software;

    @Nullable
    public String machine;

    public long version;

    @Column(name = "changed_by_hand")
    public int changedByHand;

    @Nullable
    public Instant changed;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    public PlanRow() {}

    @SuppressWarnings("NullAway.Init")
    public PlanRow(NewPlan plan) {
        id = plan.id();
        name = plan.name();
        var origin = plan.origin();
        if (origin != null) {
            district = origin.district();
            rounds = JsonTexts.write(origin.rounds());
        }
        status = PlanStatus.QUEUED;
        profile = plan.options().profile();
        timeLimitMillis = plan.options().timeLimit().toMillis();
        gapTarget = plan.options().gapTarget();
        seed = plan.options().seed();
        stepLimit = plan.options().stepLimit();
        from = plan.options().from();
        account = accountOf(plan);
        priority = (short) plan.options().place().priority();
        var partOf = plan.partOf();
        if (partOf != null) {
            parent = partOf.whole();
            part = partOf.name();
        }
        created = plan.created();
        software = plan.software();
    }

    private static String accountOf(NewPlan plan) {
        var account = plan.options().place().account();
        if (account != null) {
            return account;
        }
        return plan.origin() == null ? "" : plan.origin().district();
    }

    Plan toPlan() {
        return toPlan(List.of());
    }

    /** The plan with its parts: until it has a schedule of its own, its score and progress come from theirs. */
    Plan toPlan(List<Plan> parts) {
        return new Plan(
                id,
                name,
                district == null || rounds == null ? null : new PlanOrigin(district, JsonTexts.read(rounds)),
                parent == null || part == null ? null : new PartOf(parent, part),
                parts,
                status,
                outcome,
                hard != null ? score() : sum(parts, Plan::score, Score::plus),
                created,
                started,
                ended,
                options(),
                parts.isEmpty() || ended != null
                        ? new PlanProgress(Duration.ofMillis(spentMillis), phase, movesPerSecond, bound())
                        : progress(parts),
                attempt,
                failure,
                software,
                machine,
                changedByHand,
                changed,
                version + parts.stream().mapToLong(Plan::version).sum());
    }

    private static PlanProgress progress(List<Plan> parts) {
        return new PlanProgress(
                parts.stream()
                        .map(part -> part.progress().spent())
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO),
                IN_PARTS,
                parts.stream()
                        .filter(part -> part.status() == PlanStatus.SOLVING)
                        .map(part -> part.progress().movesPerSecond())
                        .filter(Objects::nonNull)
                        .reduce(0L, Long::sum),
                sum(parts, Plan::bound, Bound::plus));
    }

    /** Null where a part has none yet. */
    private static <T> @Nullable T sum(List<Plan> parts, Function<Plan, @Nullable T> value, BinaryOperator<T> plus) {
        return parts.stream()
                .map(part -> Optional.ofNullable(value.apply(part)))
                .reduce((one, other) -> one.flatMap(first -> other.map(second -> plus.apply(first, second))))
                .flatMap(Function.identity())
                .orElse(null);
    }

    private SolveOptions options() {
        return new SolveOptions(
                Duration.ofMillis(timeLimitMillis),
                gapTarget,
                seed,
                stepLimit,
                profile,
                from,
                new QueuePlace(account.isEmpty() ? null : account, priority));
    }

    public void setScore(Score score) {
        hard = score.hard();
        medium = score.medium();
        soft = score.soft();
    }

    public void setBound(@Nullable Bound bound) {
        boundMedium = bound == null ? null : bound.medium();
        boundSoft = bound == null ? null : bound.soft();
        boundParts = bound == null
                ? null
                : bound.parts().stream().sorted().map(Bound.Part::name).collect(Collectors.joining(","));
        boundSteps = bound == null ? null : bound.steps();
        boundMillis = bound == null ? null : bound.elapsed().toMillis();
    }

    private @Nullable Bound bound() {
        if (boundMedium == null
                || boundSoft == null
                || boundParts == null
                || boundSteps == null
                || boundMillis == null) {
            return null;
        }
        var parts = Stream.of(boundParts.split(",")).map(Bound.Part::valueOf).collect(Collectors.toSet());
        return new Bound(boundMedium, boundSoft, parts, boundSteps, Duration.ofMillis(boundMillis));
    }

    private @Nullable Score score() {
        return hard == null || medium == null || soft == null ? null : new Score(hard, medium, soft);
    }
}
