package org.muster.persistence.plans;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.parts.MergedProblem;
import org.muster.problem.SolveOptions;
import org.muster.schedule.Schedule;

/**
 * A plan that is to be queued.
 *
 * @param gzippedProblem exactly the JSON that was sent, gzipped; not copied
 * @param origin the rounds of a district that it plans; null for a problem that came by itself
 * @param partOf of which plan it is a part; null for a plan of its own
 * @param sections of a problem that may be solved in parts; empty for one that came in one piece
 * @param gzippedRelaxation of a part: the problem whose bound counts for the whole; null where it is the problem itself
 * @param start where the search starts; null to start from the assignments of the problem
 * @param software the version of the service
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes that are written once and never compared
public record NewPlan(
        UUID id,
        @Nullable String name,
        SolveOptions options,
        @Nullable PlanOrigin origin,
        @Nullable PartOf partOf,
        byte[] gzippedProblem,
        List<MergedProblem.Section> sections,
        byte @Nullable [] gzippedRelaxation,
        @Nullable Schedule start,
        Instant created,
        String software) {}
