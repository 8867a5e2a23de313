package org.muster.rest.http;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.muster.rest.errors.ApiException;
import org.muster.rest.errors.ErrorCode;

/**
 * The bodies that are on their way: so many at once, so many of one address, and none slower than the least rate.
 *
 * <p>Where there is no room, a body that is slower than the least rate gives its place to whoever comes next, as soon as
 * there has been time to see how slow it is. So a crowd of slow senders keeps nobody out, not even from their own address.
 */
final class Uploads {

    /** How long a rate is looked at before it counts where its place is needed. */
    static final Duration FIRST_LOOK = Duration.ofSeconds(1);

    /** How long a body waits for a place. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final long BETWEEN_LOOKS_NANOS = Duration.ofMillis(50).toNanos();

    private final int most;
    private final int mostOfOneAddress;
    private final int leastRate;
    private final Duration grace;
    private final LongSupplier clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Set<Upload> underWay = new HashSet<>();

    /**
     * Begins without any.
     *
     * @param clock nanoseconds that only go forward
     */
    Uploads(RequestConfig config, LongSupplier clock) {
        this.most = config.receivedAtOnce();
        this.mostOfOneAddress = config.receivedFromOneAddress();
        this.leastRate = config.leastRate();
        this.grace = config.slowFor();
        this.clock = clock;
    }

    /**
     * Takes a place for a body, which is kept until the upload is closed. Waits where there is none.
     *
     * @param address where the body comes from
     * @throws ApiException when no place becomes free
     */
    Upload begin(String address) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long deadline = clock.getAsLong() + PATIENCE.toNanos();
            while (!hasRoom(address) && !makeRoom(address)) {
                if (clock.getAsLong() >= deadline) {
                    throw ApiException.busy();
                }
                room.await(BETWEEN_LOOKS_NANOS, TimeUnit.NANOSECONDS);
            }
            var upload = new Upload(address, Thread.currentThread());
            underWay.add(upload);
            return upload;
        } finally {
            lock.unlock();
        }
    }

    private boolean hasRoom(String address) {
        return underWay.size() < most && !isFull(address);
    }

    private boolean isFull(String address) {
        return underWay.stream()
                        .filter(upload -> upload.address.equals(address))
                        .count()
                >= mostOfOneAddress;
    }

    /** Ends the slowest body that is too slow; where an address has all that it may have, one of that address. */
    private boolean makeRoom(String address) {
        Predicate<Upload> candidate = isFull(address) ? upload -> upload.address.equals(address) : upload -> true;
        var slowest = slowest(candidate);
        slowest.ifPresent(Upload::displace);
        return slowest.isPresent();
    }

    private Optional<Upload> slowest(Predicate<Upload> candidate) {
        return underWay.stream()
                .filter(candidate)
                .filter(upload -> upload.isReceiving && upload.isSlow(FIRST_LOOK))
                .min(Comparator.comparingDouble(Upload::rate));
    }

    /** A body that is on its way. All but {@link #received} of one upload happens in one thread. */
    final class Upload implements AutoCloseable {
        private final String address;
        private final Thread receiver;
        private final long started = clock.getAsLong();
        private final AtomicLong bytes = new AtomicLong();
        /** Whether bytes are still to come; guarded by the lock, as the next one is. */
        private boolean isReceiving = true;

        private boolean isDisplaced;

        Upload(String address, Thread receiver) {
            this.address = address;
            this.receiver = receiver;
        }

        /**
         * Counts bytes that have arrived.
         *
         * @throws ApiException when they come too slowly
         */
        void received(int count) {
            bytes.addAndGet(count);
            if (isSlow(grace) || isDisplaced()) {
                throw tooSlow();
            }
        }

        /**
         * Says that all has arrived: from now on the place is not given to others.
         *
         * @throws ApiException when it has been already
         */
        void complete() {
            lock.lock();
            try {
                isReceiving = false;
            } finally {
                lock.unlock();
            }
            if (isDisplaced()) {
                throw tooSlow();
            }
        }

        /** Whether the place was given to somebody else, and reading was interrupted. */
        boolean isDisplaced() {
            lock.lock();
            try {
                return isDisplaced;
            } finally {
                lock.unlock();
            }
        }

        ApiException tooSlow() {
            return ApiException.of(ErrorCode.TOO_SLOW, "too-slow.rate", leastRate);
        }

        /** Whether fewer bytes have come than should have by now, once some time has gone by. */
        private boolean isSlow(Duration allowed) {
            return age() >= allowed.toNanos() && rate() < leastRate;
        }

        /** Bytes a second. */
        private double rate() {
            return bytes.get() * (double) TimeUnit.SECONDS.toNanos(1) / Math.max(1, age());
        }

        private long age() {
            return clock.getAsLong() - started;
        }

        /** Holding the lock. */
        private void displace() {
            isDisplaced = true;
            isReceiving = false;
            underWay.remove(this);
            receiver.interrupt();
        }

        /** Gives the place back. */
        @Override
        public void close() {
            lock.lock();
            try {
                underWay.remove(this);
                room.signalAll();
            } finally {
                lock.unlock();
            }
            if (isDisplaced()) {
                Thread.interrupted(); // it was meant for the reading of the body, which is over
            }
        }
    }
}
