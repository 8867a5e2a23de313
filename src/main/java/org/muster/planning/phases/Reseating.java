package org.muster.planning.phases;

import ai.timefold.solver.core.preview.api.domain.metamodel.PlanningSolutionMetaModel;
import ai.timefold.solver.core.preview.api.domain.metamodel.PlanningVariableMetaModel;
import ai.timefold.solver.core.preview.api.move.Move;
import ai.timefold.solver.core.preview.api.move.MutableSolutionView;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.planning.model.CadreFact;
import org.muster.planning.model.Roster;
import org.muster.planning.model.Seat;

/**
 * Seats some cadres anew, all at once.
 *
 * @param seats whose cadre changes
 * @param cadres who sits on each of them afterwards; null for nobody
 */
record Reseating(List<Seat> seats, List<@Nullable CadreFact> cadres) implements Move<Roster> {
    private static final PlanningVariableMetaModel<Roster, Seat, CadreFact> CADRE = PlanningSolutionMetaModel.of(
                    Roster.class, Seat.class)
            .genuineEntity(Seat.class)
            .basicVariable("cadre", CadreFact.class);

    static Reseating of(Seat seat, @Nullable CadreFact cadre) {
        return new Reseating(List.of(seat), Arrays.asList(cadre));
    }

    static Reseating of(Seat one, @Nullable CadreFact onOne, Seat other, @Nullable CadreFact onOther) {
        return new Reseating(List.of(one, other), Arrays.asList(onOne, onOther));
    }

    @Override
    public void execute(MutableSolutionView<Roster> view) {
        for (int place = 0; place < seats.size(); place++) {
            view.changeVariable(CADRE, seats.get(place), cadres.get(place));
        }
    }

    @Override
    public String describe() {
        return "Reseating";
    }
}
