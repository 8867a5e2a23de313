package org.muster.persistence;

import java.util.UUID;

/**
 * A plan was changed by hand.
 *
 * @param version of the plan, whose schedule this is
 */
public record ChangedPlan(UUID plan, long version, BestSchedule best) {}
