package org.muster.persistence.changes;

import java.util.UUID;
import org.muster.persistence.plans.BestSchedule;

/**
 * A plan was changed by hand.
 *
 * @param version of the plan, whose schedule this is
 */
public record ChangedPlan(UUID plan, long version, BestSchedule best) {}
