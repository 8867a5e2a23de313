package org.muster.registry;

import org.muster.persistence.BestSchedule;
import org.muster.problem.ProblemIndex;

/** A plan that somebody holds in memory, so that it need not be read again while its version is the same. */
public record PlanAtHand(long version, ProblemIndex index, BestSchedule best) {}
