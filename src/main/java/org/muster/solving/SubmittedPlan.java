package org.muster.solving;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.parts.MergedProblem;
import org.muster.persistence.plans.PlanOrigin;
import org.muster.problem.SolveOptions;
import org.muster.schedule.Schedule;

/**
 * A plan that a caller submits to be solved; its problem is valid.
 *
 * @param name what the caller calls it; null for none
 * @param origin the rounds of a district that it plans; null for a problem that came by itself
 * @param gzippedProblem exactly the JSON that was sent, gzipped; not copied
 * @param sections which demands were asked for together, where the problem may be solved in parts; empty where it came
 *     in one piece
 * @param start where the search starts; what does not fit the problem is left aside. Null to start from the assignments
 *     of the problem
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes that are written once and never compared
public record SubmittedPlan(
        @Nullable String name,
        SolveOptions options,
        @Nullable PlanOrigin origin,
        byte[] gzippedProblem,
        List<MergedProblem.Section> sections,
        @Nullable Schedule start) {}
