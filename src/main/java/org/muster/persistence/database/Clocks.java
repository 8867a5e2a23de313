package org.muster.persistence.database;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/** The clock of the service. */
final class Clocks {

    private Clocks() {}

    /** Every injected clock shows the time of the database. */
    @Produces
    @Singleton
    static Clock clock(DatabaseClock database) {
        return database.withZone(ZoneOffset.UTC);
    }
}
