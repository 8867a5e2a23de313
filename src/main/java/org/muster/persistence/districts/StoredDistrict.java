package org.muster.persistence.districts;

import java.time.Instant;

/**
 * The current state of a district.
 *
 * @param json the district as a JSON object
 * @param version number of the change that made it so
 * @param changes number of the last change of anything in it
 */
public record StoredDistrict(String id, String json, long version, long changes, Instant created) {}
