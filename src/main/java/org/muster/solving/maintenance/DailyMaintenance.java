package org.muster.solving.maintenance;

/** It is the time of the day, in one process of all that share the database, to do what is done once a day. */
public record DailyMaintenance() {}
