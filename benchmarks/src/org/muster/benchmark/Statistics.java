package org.muster.benchmark;

import java.util.Comparator;
import java.util.List;

/** Sums up runs that differ in their seed only. */
public final class Statistics {
    private Statistics() {}

    /**
     * The one in the middle; of two in the middle the lesser, so that no number is made up.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static <T> T median(List<T> values, Comparator<? super T> order) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Nothing has no median.");
        }
        return values.stream().sorted(order).toList().get((values.size() - 1) / 2);
    }

    /**
     * The least one.
     *
     * @throws java.util.NoSuchElementException when there is none
     */
    public static <T> T worst(List<T> values, Comparator<? super T> order) {
        return values.stream().min(order).orElseThrow();
    }
}
