package org.muster.formats.json.problems;

import org.muster.problem.Problem;
import org.muster.schedule.Schedule;

/**
 * A schedule to be counted.
 *
 * @param schedule refers to demands and cadres of the problem only
 */
public record EvaluationRequest(Problem problem, Schedule schedule) {}
