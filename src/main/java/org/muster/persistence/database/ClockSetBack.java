package org.muster.persistence.database;

/** The clock of the database shows a time that was over: what was to happen meanwhile seems far away. */
public record ClockSetBack() {}
