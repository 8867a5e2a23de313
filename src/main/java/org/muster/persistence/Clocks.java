package org.muster.persistence;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The clock of the service. */
final class Clocks {

    private Clocks() {}

    /** Ticks in microseconds, as fine as the database keeps an instant: what was stored reads back equal. */
    @Produces
    @Singleton
    static Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
