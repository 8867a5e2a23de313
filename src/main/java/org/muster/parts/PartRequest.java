package org.muster.parts;

import org.muster.problem.Problem;

/**
 * One of several problems that are asked for together: a round, or a district.
 *
 * @param id unique among the parts
 * @param pointer JSON Pointer of the problem, where its faults are reported
 */
public record PartRequest(String id, String pointer, Problem problem) {}
