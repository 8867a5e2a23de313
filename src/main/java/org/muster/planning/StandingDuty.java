package org.muster.planning;

/**
 * A duty that was fixed or announced before solving starts.
 *
 * @param pinned it must stand in every schedule
 * @param published people were told; taking it back is a disruption
 */
public record StandingDuty(DemandFact demand, CadreFact cadre, boolean pinned, boolean published) {}
