package org.muster.problem.index;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds items of a problem by their identifiers. */
public final class ById {

    private ById() {}

    /** The items by identifier. They are unique in a problem that was validated. */
    public static <T> Map<String, T> of(List<T> items, Function<T, String> id) {
        return items.stream().collect(Collectors.toMap(id, Function.identity()));
    }

    /**
     * The item with an identifier.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static <T> T get(Map<String, T> items, String id) {
        var item = items.get(id);
        if (item == null) {
            throw new IllegalArgumentException(
                    "Nothing is called (%s) here. Maybe the problem was not validated.".formatted(id));
        }
        return item;
    }
}
