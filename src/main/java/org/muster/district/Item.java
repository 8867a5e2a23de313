package org.muster.district;

import java.util.List;

/**
 * An item of a list of a district.
 *
 * @param value the item: the record of {@code org.muster.problem}, but {@link StoredCadre} and {@link StoredSite}
 */
public record Item(DistrictList list, String id, Object value) {

    /** Makes an item of the record of one. */
    public static Item of(Object value) {
        var list = DistrictList.of(value);
        return new Item(list, list.type().idOf(value), value);
    }

    /** What it points to. Broken values, which are empty, point to nothing. */
    public List<Reference> references() {
        return list.type().referencesOf(value);
    }

    @Override
    public String toString() {
        return "Item[%s %s]".formatted(list.path(), id);
    }
}
