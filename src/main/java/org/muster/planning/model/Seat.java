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
 * <p>The annotations stand on getters so that Timefold goes through {@link #setCadre}: a seat keeps itself in the list
 * of all seats of its cadre, and moves find in no time what else somebody does.
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

    /** Whom the search may put here. All seats of a demand answer with the same list. */
    @ValueRangeProvider
    public List<CadreFact> getCandidates() {
        return demand.candidates();
    }

    /** Who sits here; null when nobody does. */
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
     * Who sits here.
     *
     * @throws IllegalStateException when nobody does
     */
    public CadreFact cadre() {
        if (cadre == null) {
            throw new IllegalStateException("Nobody sits on the seat (%s). Maybe ask isTaken() first.".formatted(this));
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
