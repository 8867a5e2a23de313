package org.muster.explaining;

import org.muster.persistence.plans.BestSchedule;
import org.muster.problem.index.ProblemIndex;

/** A plan with its numbered problem and the schedule of one of its versions, in memory. */
public record SolvedPlan(long version, ProblemIndex index, BestSchedule best) {}
