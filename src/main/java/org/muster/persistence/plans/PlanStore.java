package org.muster.persistence.plans;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.muster.parts.MergedProblem;
import org.muster.persistence.database.StoredJson;
import org.muster.schedule.Schedule;

/** Plans as callers see them: added, looked up, listed, stopped and deleted. */
@ApplicationScoped
public class PlanStore {

    private final PlanRows plans;
    private final ProblemRows problems;
    private final ScheduleRows schedules;
    private final Event<RewrittenPlan> rewritten;
    private final PlanEnds ends;

    PlanStore(
            PlanRows plans,
            ProblemRows problems,
            ScheduleRows schedules,
            Event<RewrittenPlan> rewritten,
            PlanEnds ends) {
        this.rewritten = rewritten;
        this.ends = ends;
        this.plans = plans;
        this.problems = problems;
        this.schedules = schedules;
    }

    /** Stores a plan as queued. The caller adds the task that solves it, in the same transaction. */
    @Transactional
    public Plan add(NewPlan plan) {
        var row = new PlanRow(plan);
        plans.persist(row);
        plans.flush();
        problems.persist(new ProblemRow(plan));
        return row.toPlan();
    }

    /** The current state of the plan, with its parts. */
    @Transactional
    public Optional<Plan> find(UUID id) {
        return plans.findByIdOptional(id).map(row -> row.toPlan(row.partsLeft == null ? List.of() : partsOf(id)));
    }

    private List<Plan> partsOf(UUID id) {
        return plans.find("parent", Sort.ascending("part"), id).stream()
                .map(PlanRow::toPlan)
                .toList();
    }

    /**
     * Plans, newest first.
     *
     * @param limit how many at most
     */
    @Transactional
    public List<Plan> list(PlanFilter filter, int limit) {
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        conditions.add("parent is null");
        if (filter.status() != null) {
            conditions.add("status = :status");
            parameters.put("status", filter.status());
        }
        if (filter.name() != null) {
            conditions.add("locate(lower(:name), lower(name)) > 0");
            parameters.put("name", filter.name());
        }
        if (filter.district() != null) {
            conditions.add("district = :district");
            parameters.put("district", filter.district());
        }
        if (filter.after() != null) {
            conditions.add("(created < :created or (created = :created and id < :id))");
            parameters.put("created", filter.after().created());
            parameters.put("id", filter.after().id());
        }
        return plans
                .find(String.join(" and ", conditions), Sort.descending("created", "id"), parameters)
                .page(0, limit)
                .stream()
                .map(PlanRow::toPlan)
                .toList();
    }

    /** The gzipped JSON of the problem, exactly as it was sent. */
    @Transactional
    public Optional<byte[]> findProblem(UUID id) {
        return problems.findByIdOptional(id).map(row -> row.json);
    }

    /** Which demands of the problem were asked for together; empty where it came in one piece. */
    @Transactional
    public List<MergedProblem.Section> findSections(UUID id) {
        return problems.findByIdOptional(id).map(ProblemRow::sections).orElse(List.of());
    }

    /** The gzipped JSON of the problem whose bound counts for a part; empty where it is the problem itself. */
    @Transactional
    public Optional<byte[]> findRelaxation(UUID id) {
        return problems.findByIdOptional(id).flatMap(row -> Optional.ofNullable(row.relaxed));
    }

    /** Where the search of a plan starts; empty where it starts from the assignments of the problem. */
    @Transactional
    public Optional<Schedule> findStart(UUID id) {
        return problems.findByIdOptional(id)
                .flatMap(row -> Optional.ofNullable(row.start))
                .map(start -> StoredJson.read(start, Schedule.class));
    }

    /** The best schedule so far; empty when there is no plan or no schedule yet. */
    @Transactional
    public Optional<BestSchedule> findBest(UUID id) {
        return schedules.findByIdOptional(id).map(ScheduleRow::toBest);
    }

    /** The plans of the rounds of a district, newest first. */
    @Transactional
    public List<Plan> ofDistrict(String district) {
        return plans.find("district", Sort.descending("created", "id"), district).stream()
                .map(PlanRow::toPlan)
                .toList();
    }

    /** Deletes the plans of the rounds of a district. Attempts under way lose their right to write. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void deleteOfDistrict(String district) {
        plans.delete("district", district);
    }

    /**
     * Replaces the problem and the best schedule of a plan that has ended, and drops where its search started. What was
     * proven was proven of the problem before: the bound goes, and with it that the schedule is optimal or that none keeps
     * every rule.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void rewrite(UUID id, byte[] gzippedProblem, @Nullable BestSchedule best) {
        var problem = problems.findById(id);
        problem.json = gzippedProblem;
        problem.start = null;
        if (best != null) {
            schedules.getEntityManager().merge(new ScheduleRow(id, best));
        }
        var row = plans.findById(id);
        row.version++;
        row.setBound(null);
        row.outcome = null;
        if (best != null) {
            var score = best.evaluation().score();
            row.setScore(score);
            row.outcome = score.isFeasible() ? Outcome.FEASIBLE : null;
        }
        plans.flush();
        // The changes name people, and they refer to a schedule that has been replaced.
        plans.getEntityManager()
                .unwrap(Session.class)
                .createNativeMutationQuery("delete from plan_change where plan = :plan")
                .setParameter("plan", id)
                .executeUpdate();
        rewritten.fire(new RewrittenPlan(id));
    }

    /** How many plans wait for their first or next attempt, parts left aside. */
    @Transactional
    public long countQueued() {
        return plans.count("status = ?1 and parent is null", PlanStatus.QUEUED);
    }

    /**
     * Asks for the end of a plan that is not at its end yet. One that is queued is stopped at once; one that is being
     * solved learns of it when it next saves, and one that waits to be put together when it is. Its parts have to be
     * asked one by one.
     *
     * @return whether there was anything to stop
     */
    @Transactional
    public boolean requestStop(UUID id) {
        var row = plans.getEntityManager().find(PlanRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null || row.status.isFinal()) {
            return false;
        }
        row.version++;
        row.stopRequested = true;
        if (row.status == PlanStatus.QUEUED && row.partsLeft == null) {
            ends.end(row, PlanStatus.STOPPED);
        }
        return true;
    }

    /**
     * Deletes a plan with all that belongs to it. An attempt under way loses its right to write.
     *
     * @return whether there was such a plan
     */
    @Transactional
    public boolean delete(UUID id) {
        // Parts first, since one that ends locks itself before its whole.
        plans.delete("parent", id);
        return plans.delete("id", id) > 0;
    }
}
