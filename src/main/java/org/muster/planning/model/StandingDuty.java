package org.muster.planning.model;

/**
 * A duty that was fixed or announced before solving starts.
 *
 * @param pinned every schedule must contain it
 * @param published it was published; taking it back is a disruption
 * @param disruption what taking it back counts; 0 when it was not published
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
