package org.muster.planning.model;

import org.jspecify.annotations.Nullable;

/** The seats of each cadre, as a list that runs through the seats themselves. */
public final class SeatsByCadre {
    private final @Nullable Seat[] first;

    SeatsByCadre(int cadres) {
        first = new @Nullable Seat[cadres];
    }

    /** One seat of a cadre, from which {@link Seat#nextOfCadre()} leads to the others; null when there is none. */
    public @Nullable Seat firstOf(CadreFact cadre) {
        return first[cadre.number()];
    }

    void join(Seat seat, CadreFact cadre) {
        var head = first[cadre.number()];
        seat.nextOfCadre = head;
        if (head != null) {
            head.previousOfCadre = seat;
        }
        first[cadre.number()] = seat;
    }

    void leave(Seat seat, CadreFact cadre) {
        if (seat.previousOfCadre == null) {
            first[cadre.number()] = seat.nextOfCadre;
        } else {
            seat.previousOfCadre.nextOfCadre = seat.nextOfCadre;
        }
        if (seat.nextOfCadre != null) {
            seat.nextOfCadre.previousOfCadre = seat.previousOfCadre;
        }
        seat.nextOfCadre = null;
        seat.previousOfCadre = null;
    }
}
