package org.muster.registry;

import java.util.List;

/**
 * What a change does to an item.
 *
 * @param fields the fields that get another value; empty where the item is added or removed
 */
public record ItemDifference(String id, Kind kind, List<String> fields) {

    /** How an item differs from what was there before. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }

    public ItemDifference {
        fields = List.copyOf(fields);
    }
}
