package org.muster.persistence.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import org.hibernate.Session;

/** The bookkeeping of every transaction that ends a plan: of the worker, of a caller who stops it, or of the sweep. */
@ApplicationScoped
public class PlanEnds {

    private final PlanRows plans;
    private final Clock clock;
    private final Event<PlanEnded> ended;

    PlanEnds(PlanRows plans, Clock clock, Event<PlanEnded> ended) {
        this.plans = plans;
        this.clock = clock;
        this.ended = ended;
    }

    /**
     * Ends a plan whose row is locked.
     *
     * @param status a final one
     */
    public void end(PlanRow row, PlanStatus status) {
        if (row.ended != null) {
            throw new IllegalStateException("The plan %s has ended before.".formatted(row.id));
        }
        row.status = status;
        row.ticket = null;
        row.ended = clock.instant();
        if (row.started != null) {
            if (row.ended.isBefore(row.started)) {
                row.ended = row.started; // the clock was set back meanwhile
            }
            giveBack(row, Math.min(row.chargedMillis, row.spentMillis));
        }
        if (row.parent != null) {
            plans.update("partsLeft = partsLeft - 1, version = version + 1 where id = ?1", row.parent);
        } else {
            // Observers are not told of parts: callers and webhooks wait for the whole plan.
            ended.fire(new PlanEnded(row.id, status));
        }
    }

    /** The account was charged for all the time that the plan might have taken: it is now charged for less. */
    public void giveBack(PlanRow row, long takenMillis) {
        plans.getEntityManager()
                .unwrap(Session.class)
                .createNativeMutationQuery(
                        "update queue_account set through = greatest(began, through - :left) where account = :account")
                .setParameter("left", row.chargedMillis - takenMillis)
                .setParameter("account", row.account)
                .executeUpdate();
        row.chargedMillis = takenMillis;
    }
}
