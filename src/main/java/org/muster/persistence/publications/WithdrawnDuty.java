package org.muster.persistence.publications;

import java.time.Instant;
import java.time.LocalDateTime;

/**
 * A duty that was published to a cadre and withdrawn since.
 *
 * @param site identifier of the site, which may be gone by now; so may the demand
 * @param start inclusive
 * @param end exclusive
 */
public record WithdrawnDuty(String demand, String site, LocalDateTime start, LocalDateTime end, Instant withdrawn) {}
