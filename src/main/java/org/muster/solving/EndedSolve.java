package org.muster.solving;

import java.util.UUID;
import org.muster.problem.index.ProblemIndex;

/**
 * Tells the rest of this process, as an event, that a plan has been solved here.
 *
 * @param index of the plan's problem, as the solve leaves it: most of what it finds out when first asked is known
 */
public record EndedSolve(UUID plan, ProblemIndex index) {}
