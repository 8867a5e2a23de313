package org.muster.persistence;

import java.util.UUID;

/**
 * A plan has come to its end. Fired in the transaction that ends it: what an observer writes stands or falls with it.
 *
 * @param status a final one
 */
public record PlanEnded(UUID plan, PlanStatus status) {}
