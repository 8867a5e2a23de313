package org.muster.persistence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.problem.SolveOptions;

/**
 * A plan that is to be queued.
 *
 * @param gzippedProblem exactly the JSON that was sent, gzipped; not copied
 * @param software the version of the service
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes that are written once and never compared
public record NewPlan(
        UUID id,
        @Nullable String name,
        SolveOptions options,
        byte[] gzippedProblem,
        Instant created,
        String software) {}
