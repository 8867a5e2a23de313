package org.muster.persistence.attempts;

import jakarta.enterprise.context.ApplicationScoped;
import org.muster.persistence.plans.PlanEnds;
import org.muster.persistence.plans.PlanRow;
import org.muster.persistence.plans.PlanStatus;

/** What becomes of a plan when the worker that solved it went down. */
@ApplicationScoped
public class LostAttempts {

    /** How often a plan may be lost by a crash before it is given up. */
    public static final int MOST = 3;

    private final PlanEnds ends;

    LostAttempts(PlanEnds ends) {
        this.ends = ends;
    }

    /**
     * Lets a plan that is being solved, and whose row is locked, wait again, or fail where it was lost too often. The
     * attempt that was under way has lost its right to write.
     */
    public void lose(PlanRow row) {
        row.version++;
        row.lostAttempts++;
        row.ticket = null;
        row.status = PlanStatus.QUEUED;
        if (row.lostAttempts >= MOST) {
            row.failure = "The service went down %d times while it solved this plan.".formatted(row.lostAttempts);
            ends.end(row, PlanStatus.FAILED);
        }
    }
}
