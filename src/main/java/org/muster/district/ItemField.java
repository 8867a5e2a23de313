package org.muster.district;

import java.util.Optional;

/**
 * A field by which a list can be filtered or sorted.
 *
 * @param name as in JSON
 */
public record ItemField(String name, Kind kind) {

    /** What a field holds. */
    public enum Kind {
        TEXT,
        NUMBER,
        /** Another item, or several; it can be filtered by, and sorted by where it is one. */
        REFERENCE,
        REFERENCES
    }

    /** The field of a list with a name; empty where it cannot be filtered or sorted by. */
    public static Optional<ItemField> find(DistrictList list, String name) {
        return list.fields().stream().filter(field -> field.name().equals(name)).findFirst();
    }

    static ItemField text(String name) {
        return new ItemField(name, Kind.TEXT);
    }

    static ItemField number(String name) {
        return new ItemField(name, Kind.NUMBER);
    }

    static ItemField reference(String name) {
        return new ItemField(name, Kind.REFERENCE);
    }

    static ItemField references(String name) {
        return new ItemField(name, Kind.REFERENCES);
    }
}
