package org.muster.benchmark.service;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * What is to be measured.
 *
 * @param plans how many are submitted, how many districts a city has, or how often the page is visited
 * @param seconds the time limit of each
 * @param workers how many processes solve, run by run
 * @param instance what is solved, see {@link org.muster.benchmark.Instance}
 * @param reservists people whom several districts of a city list
 * @param heap of each process, as in {@code -Xmx}
 */
record Order(int plans, int seconds, List<Integer> workers, String instance, int reservists, String heap) {
    private static final Set<String> KEYS = Set.of("plans", "seconds", "workers", "instance", "reservists", "heap");

    Order {
        workers = List.copyOf(workers);
        if (plans < 1 || seconds < 1 || workers.isEmpty() || workers.stream().anyMatch(count -> count < 1)) {
            throw new IllegalArgumentException("Plans (%d), seconds (%d) and workers (%s) are 1 or more."
                    .formatted(plans, seconds, workers));
        }
    }

    /**
     * Reads words like {@code plans=200} and {@code workers=1,2,3}.
     *
     * @param plans how many there are where no word says so
     * @param seconds the time limit where no word says so
     * @throws IllegalArgumentException when one is not known
     */
    static Order of(List<String> words, int plans, int seconds) {
        var read = new LinkedHashMap<String, String>();
        for (var word : words) {
            int equals = word.indexOf('=');
            if (equals < 0 || !KEYS.contains(word.substring(0, equals))) {
                throw new IllegalArgumentException(
                        "The word (%s) says nothing. Maybe key=value, with a key of %s.".formatted(word, KEYS));
            }
            read.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return new Order(
                Integer.parseInt(read.getOrDefault("plans", Integer.toString(plans))),
                Integer.parseInt(read.getOrDefault("seconds", Integer.toString(seconds))),
                Arrays.stream(read.getOrDefault("workers", "1,2,3").split(",", -1))
                        .map(Integer::valueOf)
                        .toList(),
                read.getOrDefault("instance", "dongcheng"),
                Integer.parseInt(read.getOrDefault("reservists", "0")),
                read.getOrDefault("heap", "2g"));
    }

    /** How long the solves of all runs take at the least. */
    long leastSeconds() {
        return workers.stream()
                .mapToLong(count -> (long) Math.ceilDiv(plans, count) * seconds)
                .sum();
    }
}
