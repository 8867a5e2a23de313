package org.muster.problem;

import java.time.LocalDate;

/**
 * One district-wide screening.
 *
 * @param date the date on which ages are taken; its windows may start on other dates too
 */
public record Round(String id, String name, LocalDate date) {}
