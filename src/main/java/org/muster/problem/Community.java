package org.muster.problem;

/**
 * The smallest unit of the administrative tree. Every site and every home lies in one.
 *
 * @param name for people; the identifier where none was given
 * @param subdistrict name or code of the subdistrict it belongs to; communities of one subdistrict say the same
 */
public record Community(String id, String name, String subdistrict, Location location) {}
