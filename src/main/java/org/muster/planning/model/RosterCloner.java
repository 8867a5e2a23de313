package org.muster.planning.model;

import ai.timefold.solver.core.api.domain.solution.cloner.SolutionCloner;

/** Copies a roster without making its seats. */
public final class RosterCloner implements SolutionCloner<Roster> {

    @Override
    public Roster cloneSolution(Roster original) {
        return original.copy();
    }
}
