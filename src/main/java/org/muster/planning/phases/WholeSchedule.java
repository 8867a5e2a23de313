package org.muster.planning.phases;

import ai.timefold.solver.core.api.solver.phase.PhaseCommand;
import ai.timefold.solver.core.api.solver.phase.PhaseCommandContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muster.planning.model.CadreFact;
import org.muster.planning.model.Roster;
import org.muster.planning.model.RosterFacts;
import org.muster.planning.model.Seat;
import org.muster.schedule.Schedule;

/**
 * A phase that takes over a whole schedule made beside Timefold, as one move: applied one by one, Timefold
 * would copy the roster at every improvement.
 */
public final class WholeSchedule implements PhaseCommand<Roster> {
    private final Runnable onStart;
    private final Supplier<Schedule> maker;

    /**
     * Prepares the phase.
     *
     * @param onStart called when the solver has begun, before anything else
     * @param maker makes a schedule in which every pinned assignment stands; called once, by the thread that solves
     */
    public WholeSchedule(Runnable onStart, Supplier<Schedule> maker) {
        this.onStart = onStart;
        this.maker = maker;
    }

    @Override
    public void changeWorkingSolution(PhaseCommandContext<Roster> context) {
        onStart.run();
        var roster = context.getWorkingSolution();
        var seating = seating(roster, maker.get());
        if (!seating.seats().isEmpty()) {
            context.execute(seating);
        }
    }

    /** The move from the seats as they are to a schedule. Who stays on the demand stays on the seat. */
    private static Reseating seating(Roster roster, Schedule schedule) {
        var coming = cadresByDemand(roster.facts(), schedule);
        var free = new ArrayList<Seat>();
        for (var seat : roster.getSeats()) {
            boolean stays = seat.isTaken() && comingTo(seat, coming).remove(seat.cadre());
            if (!stays && !seat.isPinned()) {
                free.add(seat);
            }
        }
        var seats = new ArrayList<Seat>();
        var cadres = new ArrayList<@Nullable CadreFact>();
        for (var seat : free) {
            var cadre = comingTo(seat, coming).poll();
            if (cadre != seat.getCadre()) {
                if (cadre != null) {
                    seat.demand().admit(cadre);
                }
                seats.add(seat);
                cadres.add(cadre);
            }
        }
        return new Reseating(seats, cadres);
    }

    private static Map<Integer, Queue<CadreFact>> cadresByDemand(RosterFacts facts, Schedule schedule) {
        var cadres = new HashMap<Integer, Queue<CadreFact>>();
        for (var assignment : schedule.assignments()) {
            cadres.computeIfAbsent(facts.demand(assignment.demand()).number(), _ -> new ArrayDeque<>())
                    .add(facts.cadre(assignment.cadre()));
        }
        return cadres;
    }

    private static Queue<CadreFact> comingTo(Seat seat, Map<Integer, Queue<CadreFact>> coming) {
        return coming.computeIfAbsent(seat.demand().number(), _ -> new ArrayDeque<>());
    }
}
