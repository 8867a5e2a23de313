package org.muster.persistence.plans;

import java.util.UUID;

/** A plan has another problem and another schedule now than whoever read it earlier may remember. */
public record RewrittenPlan(UUID plan) {}
