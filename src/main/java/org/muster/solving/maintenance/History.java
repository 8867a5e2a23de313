package org.muster.solving.maintenance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.muster.persistence.plans.PlanEnded;
import org.muster.persistence.plans.PlanHistory;

/** Deletes old plans before they fill the disk: every night, and sooner where plans end by the thousand. */
@ApplicationScoped
class History {

    private static final Logger LOG = Logger.getLogger(History.class);

    /** So many plans more than are kept, as a share of those, are too many to wait for the night. */
    private static final int SHARE = 10;

    private final PlanHistory plans;
    private final HistoryConfig config;
    private final Clock clock;
    private final AtomicLong endedHere = new AtomicLong();

    History(PlanHistory plans, HistoryConfig config, Clock clock) {
        this.plans = plans;
        this.config = config;
        this.clock = clock;
    }

    void tidy(@Observes DailyMaintenance event) {
        deleteExpired();
    }

    /** Not in the thread of the plan, whose transaction has only just ended. */
    void tidySooner(@Observes(during = TransactionPhase.AFTER_SUCCESS) PlanEnded event) {
        if (endedHere.incrementAndGet() % Math.max(1, config.keep() / SHARE) == 0) {
            Thread.ofVirtual().name("history").start(this::tryToForgetOld);
        }
    }

    private void tryToForgetOld() {
        try {
            deleteExpired();
        } catch (RuntimeException e) {
            LOG.warnf(
                    "Old plans could not be deleted (%s); it is tried again.",
                    e.getClass().getSimpleName());
        }
    }

    private void deleteExpired() {
        var before = clock.instant().minus(config.keepFor());
        int deleted = 0;
        int some;
        do {
            some = plans.deleteSome(before, config.keep());
            deleted += some;
        } while (some > 0);
        if (deleted > 0) {
            LOG.infof("%d plans that ended long ago were deleted.", deleted);
        }
    }
}
