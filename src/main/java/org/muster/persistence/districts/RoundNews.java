package org.muster.persistence.districts;

import java.time.Instant;
import java.util.UUID;

/**
 * What was last done about a round.
 *
 * @param plan whose schedule was published
 * @param isStanding whether that publication is in force
 * @param isWithdrawn whether nothing took its place
 */
public record RoundNews(UUID plan, Instant published, boolean isStanding, boolean isWithdrawn) {}
