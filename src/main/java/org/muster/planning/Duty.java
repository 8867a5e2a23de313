package org.muster.planning;

/** A cadre on a demand. */
public record Duty(DemandFact demand, CadreFact cadre) {}
