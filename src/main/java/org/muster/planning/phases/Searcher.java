package org.muster.planning.phases;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.muster.evaluation.incremental.ScheduleSnapshot;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.planning.model.LikelyCadres;

/** One of several who improve the same schedule, each with a copy and a part of it to change. */
final class Searcher {
    private static final int STEPS_BETWEEN_LOOKS = 5_000;
    /** An exchange weighs a place about as fast as a step is tried; this many places belong to the taking out. */
    private static final int LEAST_PLACES = 100;
    /** Noise of an exchange, in temperatures: it adds up along a ring. */
    private static final double NOISE = 0.6;

    private final ScoreKeeper keeper;
    private final Annealer annealer;
    private final Exchange exchange;
    private final List<Reservation> reservations = new ArrayList<>();
    private Scope scope = Scope.NOTHING;

    Searcher(ScoreKeeper keeper, LikelyCadres likely, Neighbourhood neighbourhood, SplittableRandom random) {
        this.keeper = keeper;
        annealer = new Annealer(keeper, likely, neighbourhood, random.split());
        exchange = new Exchange(keeper, likely, neighbourhood, random.split());
    }

    ScoreKeeper keeper() {
        return keeper;
    }

    Scope scope() {
        return scope;
    }

    void workOn(Scope newScope) {
        scope = newScope;
        annealer.workOn(newScope);
        exchange.workOn(newScope);
    }

    /**
     * Tries so many steps, half of them by exchanges, unless it is stopped.
     *
     * @param before steps that all searchers did before, for the temperature
     * @param searchers how many there are
     */
    void search(long steps, long before, int searchers, Temperature temperature, BooleanSupplier stop) {
        long done = 0;
        long owed = 0;
        while (done < steps && !stop.getAsBoolean()) {
            double points = temperature.after(before + done * searchers);
            long next = Math.min(STEPS_BETWEEN_LOOKS, steps - done);
            annealer.anneal(Math.ceilDiv(next, 2), points);
            done += next;
            owed += next / 2;
            while (owed > 0) {
                owed -= exchange.exchange(NOISE * points) + LEAST_PLACES;
            }
        }
    }

    /** Takes over what another searcher changed. */
    void follow(Searcher other, ScheduleSnapshot scheduleSnapshot) {
        keeper.become(scheduleSnapshot, other.scope.demands());
    }

    /**
     * Leaves to the others their share of what unit ceilings still allow: together the searchers cannot go above.
     *
     * @param number of this searcher, from 0
     */
    void leaveRoom(int number, int searchers) {
        var index = keeper.index();
        for (int unit = 0; unit < index.units() && searchers > 1; unit++) {
            if (index.ceiling(unit) == Integer.MAX_VALUE) {
                continue;
            }
            for (int day = 0; day < index.days(); day++) {
                int room = Math.max(0, index.ceiling(unit) - keeper.away(unit, day));
                int own = room / searchers + (number < room % searchers ? 1 : 0);
                if (room > own) {
                    keeper.reserve(unit, day, room - own);
                    reservations.add(new Reservation(unit, day, room - own));
                }
            }
        }
    }

    /** Ends what {@link #leaveRoom} began. */
    void takeRoom() {
        reservations.forEach(each -> keeper.reserve(each.unit(), each.day(), -each.people()));
        reservations.clear();
    }

    private record Reservation(int unit, int day, int people) {}
}
