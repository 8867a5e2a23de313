package org.muster.schedule;

/**
 * A cadre on a seat of a demand.
 *
 * @param demand identifier of the demand
 * @param cadre identifier of the cadre
 * @param pinned whether the problem demanded it
 */
public record Assignment(String demand, String cadre, boolean pinned) {}
