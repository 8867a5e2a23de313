package org.muster.planning.model;

/** A cadre on a demand. */
public record DutyFact(DemandFact demand, CadreFact cadre) {}
