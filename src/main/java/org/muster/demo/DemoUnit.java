package org.muster.demo;

import org.muster.problem.Cadre;
import org.muster.problem.WorkUnit;

/**
 * A work unit and what its people are like.
 *
 * @param unit as in the problem
 * @param cadres how many of its people are listed
 * @param level whose cadres they are
 * @param health whether it is a health unit, where nurses and doctors work
 */
record DemoUnit(WorkUnit unit, int cadres, Cadre.Level level, boolean health) {}
