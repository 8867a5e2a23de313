package org.muster.persistence.database;

/** The clock of the database was set back: tasks that were due look as if they were due in the future. */
public record ClockSetBack() {}
