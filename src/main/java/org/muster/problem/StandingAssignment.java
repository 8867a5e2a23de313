package org.muster.problem;

/**
 * An assignment that stands before solving starts.
 *
 * @param demand identifier of the demand
 * @param cadre identifier of the cadre
 * @param pinned it must stand in every schedule
 * @param published people were told; taking it back is a disruption
 */
public record StandingAssignment(String demand, String cadre, boolean pinned, boolean published) {}
