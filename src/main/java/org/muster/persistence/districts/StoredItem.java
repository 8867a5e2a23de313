package org.muster.persistence.districts;

import org.muster.district.DistrictList;

/**
 * The current state of an item of a list.
 *
 * @param json the item as a JSON object
 * @param version number of the change of its district that made it so
 */
public record StoredItem(DistrictList list, String id, String json, long version) {

    /** Shows no personal data. */
    @Override
    public String toString() {
        return "StoredItem[%s %s, version %d]".formatted(list.path(), id, version);
    }
}
