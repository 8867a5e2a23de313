package org.muster.planning.model;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One head of a demand. Seats of a demand are interchangeable.
 *
 * <p>The annotations are on getters so that Timefold goes through {@link #setCadre}: a seat keeps itself in the list of
 * all seats of its cadre, so that moves quickly find the other duties of a cadre.
 */
@PlanningEntity
public final class Seat {
    private final int id;
    private final DemandFact demand;
    private final boolean pinned;
    private final SeatsByCadre seatsByCadre;
    private @Nullable CadreFact cadre;

    @Nullable
    Seat nextOfCadre;

    @Nullable
    Seat previousOfCadre;

    Seat(int id, DemandFact demand, boolean pinned, SeatsByCadre seatsByCadre) {
        this.id = id;
        this.demand = demand;
        this.pinned = pinned;
        this.seatsByCadre = seatsByCadre;
    }

    @PlanningId
    public int getId() {
        return id;
    }

    @PlanningPin
    public boolean isPinned() {
        return pinned;
    }

    /** The candidates of the search for this seat. All seats of a demand share one list. */
    @ValueRangeProvider
    public List<CadreFact> getCandidates() {
        return demand.candidates();
    }

    /** The cadre on this seat; null when it is free. */
    @PlanningVariable(allowsUnassigned = true)
    public @Nullable CadreFact getCadre() {
        return cadre;
    }

    public void setCadre(@Nullable CadreFact value) {
        if (cadre != null) {
            seatsByCadre.leave(this, cadre);
        }
        cadre = value;
        if (value != null) {
            seatsByCadre.join(this, value);
        }
    }

    public DemandFact demand() {
        return demand;
    }

    public SiteWindow team() {
        return demand.team();
    }

    /** The day of the duty, counted from 0 at the start of the horizon. */
    public int day() {
        return demand.day();
    }

    public boolean isTaken() {
        return cadre != null;
    }

    /** Another seat of the same cadre; null when there is none left. */
    public @Nullable Seat nextOfCadre() {
        return nextOfCadre;
    }

    /**
     * The cadre on this seat.
     *
     * @throws IllegalStateException when it is free
     */
    public CadreFact cadre() {
        if (cadre == null) {
            throw new IllegalStateException("The seat (%s) is free. Maybe ask isTaken() first.".formatted(this));
        }
        return cadre;
    }

    public int unitNumber() {
        return cadre().unitNumber();
    }

    @Override
    public String toString() {
        return demand + "#" + id;
    }
}
