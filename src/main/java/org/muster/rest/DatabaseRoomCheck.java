package org.muster.rest;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.muster.persistence.DatabaseRoom;

/** A service that can store nothing is not ready. */
@Readiness
@ApplicationScoped
class DatabaseRoomCheck implements HealthCheck {

    private final DatabaseRoom room;

    DatabaseRoomCheck(DatabaseRoom room) {
        this.room = room;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Room in the database")
                .status(room.isThere())
                .build();
    }
}
