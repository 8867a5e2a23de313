package org.muster.planning.model;

/**
 * A duty that was fixed or announced before solving starts.
 *
 * @param pinned it must stand in every schedule
 * @param published people were told; taking it back is a disruption
 * @param disruption what taking it back counts; 0 when nobody was told
 */
public record StandingDuty(DemandFact demand, CadreFact cadre, boolean pinned, boolean published, int disruption) {

    /** The same duty named twice; the heaviest disruption counts. */
    StandingDuty and(StandingDuty other) {
        return new StandingDuty(
                demand,
                cadre,
                pinned || other.pinned,
                published || other.published,
                Math.max(disruption, other.disruption));
    }
}
