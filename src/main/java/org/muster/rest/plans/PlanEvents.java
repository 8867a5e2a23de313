package org.muster.rest.plans;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.muster.persistence.plans.Plan;
import org.muster.persistence.plans.PlanStatus;
import org.muster.persistence.plans.PlanStore;
import org.muster.rest.errors.ApiException;
import org.muster.rest.errors.ErrorCode;
import org.muster.rest.http.RequestConfig;

/**
 * Watches plans for those who want to know at once. It looks at the row of the plan, so that it does not matter which
 * process solves it. Of what a reader has no time for, the newest is kept: nothing piles up. None is
 * served for ever: one that does not read cannot be told from one that does while the buffers between have room.
 */
@ApplicationScoped
class PlanEvents {

    /** No event was seen yet. */
    static final long NONE = -1;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    /** A connection of which nothing is heard for longer may be cut by what lies between. */
    private static final int LOOKS_WITHOUT_A_WORD = 30;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final PlanStore store;
    private final Semaphore readers;
    private final Duration longest;

    PlanEvents(PlanStore store, RequestConfig config) {
        this.store = store;
        this.readers = new Semaphore(config.eventStreams());
        this.longest = config.longestEventStream();
    }

    /**
     * Something to tell.
     *
     * @param name {@code status}, {@code progress} or {@code done}
     * @param plan null where there is nothing new, and only the connection is to be kept
     */
    record Event(String name, @Nullable Plan plan) {}

    /**
     * The events of a plan after a version, until it ends or is deleted, or it is time to ask again.
     *
     * @throws ApiException when there is no such plan, or too many are read already
     */
    Multi<Event> of(UUID id, long after) {
        if (store.find(id).isEmpty()) {
            throw ApiException.noSuchPlan(id);
        }
        if (readers.availablePermits() == 0) {
            throw ApiException.later(ErrorCode.BUSY, "busy.requests", RETRY_AFTER);
        }
        return Multi.createFrom()
                .emitter(
                        emitter -> Thread.ofVirtual()
                                .name("events-of-" + id)
                                .start(() -> new Watch(id, after, emitter).run()),
                        BackPressureStrategy.LATEST);
    }

    /** What one reader is told. */
    private final class Watch {
        private final UUID id;
        private final MultiEmitter<? super Event> reader;
        private long version;
        private @Nullable PlanStatus status;
        private int quietLooks;

        Watch(UUID id, long version, MultiEmitter<? super Event> reader) {
            this.id = id;
            this.version = version;
            this.reader = reader;
        }

        void run() {
            if (!readers.tryAcquire()) {
                reader.complete();
                return;
            }
            try {
                long deadline = System.nanoTime() + longest.toNanos();
                while (!reader.isCancelled() && look() && System.nanoTime() < deadline) {
                    Thread.sleep(BETWEEN_LOOKS);
                }
                reader.complete();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                reader.complete();
            } catch (RuntimeException e) {
                // The database is away, perhaps. The reader comes again and goes on where it was.
                reader.fail(e);
            } finally {
                readers.release();
            }
        }

        /** Tells what is new; returns whether there may be more. */
        private boolean look() {
            var found = store.find(id).orElse(null);
            if (found == null) {
                return false;
            }
            boolean isLast = found.status().isFinal();
            if (isLast) {
                reader.emit(new Event("done", found));
            } else if (found.version() != version) {
                reader.emit(new Event(found.status() == status ? "progress" : "status", found));
                quietLooks = 0;
            } else if (++quietLooks % LOOKS_WITHOUT_A_WORD == 0) {
                reader.emit(new Event("", null));
            }
            version = found.version();
            status = found.status();
            return !isLast;
        }
    }
}
