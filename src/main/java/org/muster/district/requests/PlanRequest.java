package org.muster.district.requests;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muster.problem.SolveOptions;
import org.muster.problem.rules.Weights;

/**
 * Which rounds of a district to plan, and how.
 *
 * @param name what the plan is called; null for none
 * @param rounds identifiers of the rounds; null where the address names the one
 * @param fairnessFrom duty minutes of rounds from this date on count; null for the days that the district says
 * @param weights of this plan; null for those of the district
 */
public record PlanRequest(
        @Nullable String name,
        @Nullable Set<String> rounds,
        @Nullable LocalDate fairnessFrom,
        @Nullable Weights weights,
        SolveOptions options) {}
