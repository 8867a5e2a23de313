package org.muster.persistence.plans;

import org.muster.evaluation.Evaluation;
import org.muster.schedule.Schedule;

/** The best schedule of a plan so far, with what the referee says of it. */
public record BestSchedule(Schedule schedule, Evaluation evaluation) {}
