package org.muster.persistence.plans;

import java.util.UUID;

/** The problem and the schedule of a plan were replaced: copies that were read earlier are out of date. */
public record RewrittenPlan(UUID plan) {}
