package org.muster.district;

import org.jspecify.annotations.Nullable;
import org.muster.problem.Site;

/**
 * A site as a district keeps it.
 *
 * @param residents how many people come to it in a round, 0 or more; null when unknown
 */
public record StoredSite(Site site, @Nullable Integer residents) {}
