package org.muster.persistence.publications;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A schedule of which people have been told.
 *
 * @param plan the plan that it was made by, which may be deleted by now
 * @param rounds identifiers of its rounds
 * @param actor who published it
 * @param duties how many duties it had
 * @param standing the rounds for which it is still in force
 * @param withdrawn when it was withdrawn, or the last of its rounds that were; null where none was
 */
public record Publication(
        UUID id,
        UUID plan,
        List<String> rounds,
        Instant published,
        String actor,
        int duties,
        List<PublishedRound> standing,
        @Nullable Instant withdrawn) {

    /** A round on the date that people were told; on another date it is another round. */
    public record PublishedRound(String round, LocalDate date) {}

    public Publication {
        rounds = List.copyOf(rounds);
        standing = List.copyOf(standing);
    }
}
