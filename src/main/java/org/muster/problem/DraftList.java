package org.muster.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One list of a {@link ProblemDraft}: its items in order, broken ones included, so that an item's index is right in
 * a pointer.
 */
public final class DraftList<T> {

    private final String name;
    private final Function<T, String> id;
    private final List<T> items = new ArrayList<>();
    private final Map<String, Integer> firstById = new HashMap<>();
    private boolean readable = true;

    DraftList(String name, Function<T, String> id) {
        this.name = name;
        this.id = id;
    }

    /** The JSON name of the list. */
    public String name() {
        return name;
    }

    /** Adds the next item and what it declares. A broken item has stand-ins for what is broken. */
    public void add(T item) {
        String declared = id.apply(item);
        if (!declared.isEmpty()) {
            firstById.putIfAbsent(declared, items.size());
        }
        items.add(item);
    }

    /** Marks the list as unreadable, so that no fault is reported for references into it. */
    public void markUnreadable() {
        readable = false;
    }

    boolean isReadable() {
        return readable;
    }

    /** How many items there are so far. */
    public int size() {
        return items.size();
    }

    /** Whether a reference points to nothing. The stand-in for a broken reference is not reported again. */
    public boolean lacks(String reference) {
        return readable && !reference.isEmpty() && !firstById.containsKey(reference);
    }

    List<T> items() {
        return items;
    }

    String idOf(int index) {
        return id.apply(items.get(index));
    }

    int firstIndexOf(String declared) {
        return firstById.getOrDefault(declared, -1);
    }
}
