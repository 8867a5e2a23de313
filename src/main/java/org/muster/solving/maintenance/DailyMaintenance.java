package org.muster.solving.maintenance;

/** Event: the daily maintenance is due. One process of all that share the database fires it. */
public record DailyMaintenance() {}
