package org.muster.planning.constraints;

import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.collectAndThen;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.toList;

import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.bi.BiConstraintStream;
import org.muster.planning.model.CadreFact;
import org.muster.planning.model.Duties;
import org.muster.planning.model.Seat;

/** Constraint streams that several rules share. Timefold builds a shared stream once. */
final class Streams {

    private Streams() {}

    /** Each cadre who serves, with all duties in the order of time. */
    static BiConstraintStream<CadreFact, Duties> dutiesOfCadres(ConstraintFactory factory) {
        return factory.forEach(Seat.class).groupBy(Seat::cadre, collectAndThen(toList(Seat::demand), Duties::of));
    }
}
