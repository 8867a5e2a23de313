package org.muster.evaluation.deployment;

import java.util.Arrays;

/**
 * How something lies on people: evenly or not.
 *
 * <p>Least, quartiles and most are values that occur: the median is the least value that at least half of the people do
 * not exceed. Without people all is 0.
 *
 * @param people how many there are, those who carry nothing included
 * @param gini 0 when all carry the same, towards 1 when one carries everything. Source: C. Gini, "Variabilità e
 *     mutabilità" (1912)
 */
public record Distribution(
        int people, int least, int lowerQuartile, int median, int upperQuartile, int most, double mean, double gini) {

    /** The distribution of values of 0 or more, one for each person. */
    static Distribution of(int[] values) {
        if (values.length == 0) {
            return new Distribution(0, 0, 0, 0, 0, 0, 0, 0);
        }
        var sorted = values.clone();
        Arrays.sort(sorted);
        long sum = Arrays.stream(sorted).asLongStream().sum();
        return new Distribution(
                sorted.length,
                sorted[0],
                quarter(1, sorted),
                quarter(2, sorted),
                quarter(3, sorted),
                sorted[sorted.length - 1],
                (double) sum / sorted.length,
                gini(sorted, sum));
    }

    private static int quarter(int quarters, int[] sorted) {
        long reached = Math.ceilDiv((long) quarters * sorted.length, 4L);
        return sorted[(int) reached - 1];
    }

    private static double gini(int[] sorted, long sum) {
        if (sum == 0) {
            return 0;
        }
        double ranked = 0;
        for (int place = 0; place < sorted.length; place++) {
            ranked += (place + 1.0) * sorted[place];
        }
        double people = sorted.length;
        return 2 * ranked / (people * sum) - (people + 1) / people;
    }
}
