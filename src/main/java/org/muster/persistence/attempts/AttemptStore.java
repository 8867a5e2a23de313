package org.muster.persistence.attempts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.persistence.plans.BestSchedule;
import org.muster.persistence.plans.NewPlan;
import org.muster.persistence.plans.Outcome;
import org.muster.persistence.plans.PlanEnds;
import org.muster.persistence.plans.PlanProgress;
import org.muster.persistence.plans.PlanRow;
import org.muster.persistence.plans.PlanRows;
import org.muster.persistence.plans.PlanStatus;
import org.muster.persistence.plans.ProblemRow;
import org.muster.persistence.plans.ProblemRows;
import org.muster.persistence.plans.ScheduleRow;
import org.muster.persistence.plans.ScheduleRows;

/**
 * Plans as workers see them. Every write names its attempt, and the database refuses those of an attempt that is not
 * the last: a process that was paused and believed dead cannot spoil what its successor wrote.
 */
@ApplicationScoped
public class AttemptStore {

    private final PlanRows plans;
    private final ProblemRows problems;
    private final ScheduleRows schedules;
    private final CourseStore courses;
    private final PlanEnds ends;

    AttemptStore(PlanRows plans, ProblemRows problems, ScheduleRows schedules, CourseStore courses, PlanEnds ends) {
        this.plans = plans;
        this.problems = problems;
        this.schedules = schedules;
        this.courses = courses;
        this.ends = ends;
    }

    /**
     * Saves how far the search is.
     *
     * @param best the best schedule, where it is a better one than was saved before
     */
    @Transactional
    public SaveOutcome save(Attempt attempt, PlanProgress progress, @Nullable BestSchedule best) {
        var row = lock(attempt);
        if (row.isEmpty()) {
            return SaveOutcome.LOST;
        }
        write(row.get(), progress, best);
        courses.note(row.get());
        return row.get().stopRequested ? SaveOutcome.STOP_REQUESTED : SaveOutcome.VALID;
    }

    /**
     * Saves the result and ends the plan: stopped if a caller asked for that, solved otherwise.
     *
     * @return the status; empty when the attempt had lost its right
     */
    @Transactional
    public Optional<PlanStatus> finish(
            Attempt attempt, PlanProgress progress, BestSchedule best, @Nullable Outcome outcome) {
        return lock(attempt).map(row -> {
            write(row, progress, best);
            row.outcome = outcome;
            courses.noteLast(row);
            ends.end(row, row.stopRequested ? PlanStatus.STOPPED : PlanStatus.SOLVED);
            return row.status;
        });
    }

    /** Ends the plan without a result. A schedule that was saved before stays. */
    @Transactional
    public void fail(Attempt attempt, String reason) {
        lock(attempt).ifPresent(row -> {
            row.version++;
            row.failure = reason;
            ends.end(row, PlanStatus.FAILED);
        });
    }

    /**
     * Leaves the plan to its parts. It is taken up again when all of them have ended.
     *
     * @param parts two or more, of this plan; the caller adds the tasks that solve them, in the same transaction
     * @return whether they are to be solved: not where the plan was to be stopped, and now is
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean split(Attempt attempt, List<NewPlan> parts) {
        var found = lock(attempt);
        if (found.isEmpty()) {
            return false;
        }
        var row = found.get();
        row.version++;
        if (row.stopRequested) {
            ends.end(row, PlanStatus.STOPPED);
            return false;
        }
        ends.giveBack(row, 0);
        row.ticket = null;
        row.partsLeft = parts.size();
        plans.flush();
        for (var part : parts) {
            plans.persist(new PlanRow(part));
            plans.flush();
            problems.persist(new ProblemRow(part));
        }
        return true;
    }

    /** Puts the plan back into the queue, to go on where it was left. Does not count against its attempts. */
    @Transactional
    public void handBack(Attempt attempt, PlanProgress progress, @Nullable BestSchedule best) {
        lock(attempt).ifPresent(row -> {
            write(row, progress, best);
            row.status = PlanStatus.QUEUED;
            row.ticket = null;
        });
    }

    private Optional<PlanRow> lock(Attempt attempt) {
        return plans.find(
                        "id = ?1 and attempt = ?2 and status = ?3",
                        attempt.plan(),
                        attempt.number(),
                        PlanStatus.SOLVING)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    private void write(PlanRow row, PlanProgress progress, @Nullable BestSchedule best) {
        row.version++;
        row.spentMillis = progress.spent().toMillis();
        row.phase = progress.phase();
        row.movesPerSecond = progress.movesPerSecond();
        row.setBound(progress.bound());
        if (best != null) {
            var score = best.evaluation().score();
            row.hard = score.hard();
            row.medium = score.medium();
            row.soft = score.soft();
            schedules.getEntityManager().merge(new ScheduleRow(row.id, best));
        }
    }
}
