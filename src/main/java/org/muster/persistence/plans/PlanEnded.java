package org.muster.persistence.plans;

import java.util.UUID;

/**
 * A plan that is not a part of another one has ended. Fired in the transaction that ends it: what an observer writes is
 * committed or rolled back with it.
 *
 * @param status a final one
 */
public record PlanEnded(UUID plan, PlanStatus status) {}
