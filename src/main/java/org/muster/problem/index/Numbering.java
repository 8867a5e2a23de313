package org.muster.problem.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/** Numbers of items by identifier: each has that of its place in the problem's list. */
final class Numbering {
    private final Map<String, Integer> numbers;

    private Numbering(Map<String, Integer> numbers) {
        this.numbers = numbers;
    }

    static <T> Numbering of(List<T> items, Function<T, String> id) {
        var numbers = HashMap.<String, Integer>newHashMap(items.size());
        for (int number = 0; number < items.size(); number++) {
            numbers.put(id.apply(items.get(number)), number);
        }
        return new Numbering(numbers);
    }

    /** With numbers that are given: several items may share one. */
    static Numbering of(Map<String, Integer> numbers) {
        return new Numbering(Map.copyOf(numbers));
    }

    /** The number of the item with an identifier; empty when there is none. */
    OptionalInt find(String id) {
        var number = numbers.get(id);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /**
     * The number of the item with an identifier.
     *
     * @throws IllegalArgumentException when there is none
     */
    int of(String id) {
        return ById.get(numbers, id);
    }

    /** The numbers of the items that others refer to, in the order of the others. */
    <T> int[] numbersOf(List<T> items, Function<T, String> reference) {
        return items.stream().mapToInt(item -> of(reference.apply(item))).toArray();
    }
}
