package org.muster.registry;

import java.util.List;

/**
 * What a change does to an item.
 *
 * @param fields the fields that get another value; empty where the item is added or removed
 */
public record ItemDifference(String id, Change kind, List<String> fields) {

    /** How an item differs from what was there before. */
    public enum Change {
        ADDED,
        CHANGED,
        REMOVED
    }

    public ItemDifference {
        fields = List.copyOf(fields);
    }
}
