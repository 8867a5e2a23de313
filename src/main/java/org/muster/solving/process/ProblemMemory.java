package org.muster.solving.process;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Limits how many threads do work at once that needs the memory of a whole problem. */
@ApplicationScoped
public class ProblemMemory {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final Semaphore admitted;

    /** Makes something that needs the memory of a whole problem. */
    @FunctionalInterface
    public interface Work<T> {
        T get() throws IOException;
    }

    public ProblemMemory(@ConfigProperty(name = "muster.requests.parsed-at-once", defaultValue = "2") int atOnce) {
        this.admitted = new Semaphore(atOnce);
    }

    /**
     * Does the work when it is its turn.
     *
     * @throws MemoryBusyException when it is not admitted within 20 seconds
     */
    public <T> T with(Work<T> work) throws IOException, InterruptedException {
        if (!admitted.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new MemoryBusyException();
        }
        try {
            return work.get();
        } finally {
            admitted.release();
        }
    }
}
