package org.muster.persistence.plans;

import java.util.UUID;

/**
 * A plan has come to its end, one that is no part of another. Fired in the transaction that ends it: what an observer writes stands or falls with it.
 *
 * @param status a final one
 */
public record PlanEnded(UUID plan, PlanStatus status) {}
