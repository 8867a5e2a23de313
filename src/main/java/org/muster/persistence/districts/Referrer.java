package org.muster.persistence.districts;

import org.muster.district.DistrictList;

/**
 * An item that points to another one.
 *
 * @param field the field by which it points
 * @param target identifier of the other one
 */
public record Referrer(DistrictList list, String id, String field, String target) {}
