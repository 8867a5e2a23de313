package org.muster.formats.json.requests;

import org.jspecify.annotations.Nullable;
import org.muster.problem.SolveOptions;

/**
 * How to solve a plan again.
 *
 * @param name for people; null for that of the plan
 * @param options null for those of the plan
 */
public record ContinuationRequest(
        @Nullable String name, @Nullable SolveOptions options) {}
