package org.muster.persistence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A schedule of which people have been told.
 *
 * @param plan the plan that it was made by, which may be deleted by now
 * @param rounds identifiers of its rounds
 * @param actor who published it
 * @param duties how many duties it had
 */
public record Publication(UUID id, UUID plan, List<String> rounds, Instant published, String actor, int duties) {

    public Publication {
        rounds = List.copyOf(rounds);
    }
}
