package org.muster.planning.constraints;

import static org.muster.planning.constraints.Streams.dutiesOfCadres;
import static org.muster.planning.model.RuleWeights.constraintId;
import static org.muster.planning.model.RuleWeights.weightOf;
import static org.muster.problem.rules.Rule.HOME;
import static org.muster.problem.rules.Rule.SAME_SITE;
import static org.muster.problem.rules.Rule.TRAVEL;
import static org.muster.problem.rules.Rule.UNIT_PAIRING;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import org.muster.planning.model.CadreFact;
import org.muster.planning.model.Duties;
import org.muster.planning.model.Seat;
import org.muster.problem.index.ProblemIndex;

/** Goals about where people serve. */
final class PlaceConstraints {

    private PlaceConstraints() {}

    /** Cadres serve near their homes. Each minute of one-way travel counts one. */
    static Constraint travel(ConstraintFactory factory) {
        return factory.forEach(Seat.class)
                .penalize(weightOf(TRAVEL), seat -> seat.cadre().travelTo(seat.demand()))
                .asConstraint(constraintId(TRAVEL));
    }

    /** People serve in their home subdistrict. Each duty outside counts one. */
    static Constraint home(ConstraintFactory factory) {
        return factory.forEach(Seat.class)
                .filter(seat ->
                        !seat.cadre().homeSubdistrict().equals(seat.demand().subdistrict()))
                .penalize(weightOf(HOME))
                .asConstraint(constraintId(HOME));
    }

    /** Units send people to the subdistricts they are paired with. Each duty elsewhere counts one. */
    static Constraint unitPairing(ConstraintFactory factory) {
        return factory.forEach(Seat.class)
                .filter(seat -> !seat.cadre().unit().isPairedWith(seat.demand().subdistrict()))
                .penalize(weightOf(UNIT_PAIRING))
                .asConstraint(constraintId(UNIT_PAIRING));
    }

    /** People come back to the site they know. Each duty at another site than the duty before counts one. */
    static Constraint sameSite(ConstraintFactory factory) {
        return dutiesOfCadres(factory)
                .penalize(weightOf(SAME_SITE), PlaceConstraints::changesOfSite)
                .asConstraint(constraintId(SAME_SITE));
    }

    private static long changesOfSite(CadreFact cadre, Duties duties) {
        long changes = 0;
        int before = cadre.lastSite();
        for (int place = 0; place < duties.count(); place++) {
            int site = duties.get(place).site();
            if (before != ProblemIndex.NONE && before != site) {
                changes++;
            }
            before = site;
        }
        return changes;
    }
}
