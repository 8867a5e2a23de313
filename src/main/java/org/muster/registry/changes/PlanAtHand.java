package org.muster.registry.changes;

import org.muster.persistence.plans.BestSchedule;
import org.muster.problem.index.ProblemIndex;

/** A plan that somebody holds in memory, so that it need not be read again while its version is the same. */
public record PlanAtHand(long version, ProblemIndex index, BestSchedule best) {}
