package org.muster.planning;

/** A cadre on a demand. */
public record DutyFact(DemandFact demand, CadreFact cadre) {}
