package org.muster.formats.json;

import org.jspecify.annotations.Nullable;
import org.muster.problem.Problem;
import org.muster.problem.SolveOptions;

/**
 * A problem handed in for solving.
 *
 * @param name for people; null where none was given
 * @param gzippedProblem the problem exactly as it was sent, byte by byte, gzip'd
 */
@SuppressWarnings("ArrayRecordComponent") // handed on to the database once, never compared
public record Submission(@Nullable String name, Problem problem, SolveOptions options, byte[] gzippedProblem) {}
