package org.muster.flow;

import java.util.Optional;
import org.muster.schedule.Schedule;

/**
 * What a flow makes of a problem.
 *
 * @param schedule keeps every rule that can be kept
 * @param values what everybody's time is worth; empty where no flow has seen all windows at once
 */
public record FlowPlan(Schedule schedule, Optional<TimeValues> values) {}
