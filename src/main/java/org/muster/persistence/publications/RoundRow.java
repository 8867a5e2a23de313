package org.muster.persistence.publications;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A round of a publication.
 *
 * @param ended when it ceased to be in force for the round; null while it is
 */
record RoundRow(
        UUID publication,
        Publication.PublishedRound round,
        @Nullable Instant ended,
        boolean isWithdrawn) {}
