package org.muster.demo;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Shares out whole things in proportion to weights, so that the sum is exact.
 *
 * <p>Source: the method of largest remainders (A. Hamilton, 1792).
 */
final class Apportionment {
    private Apportionment() {}

    /**
     * Returns one number for each weight; their sum is {@code total}.
     *
     * @param least what each gets at least; {@code total} suffices for it
     * @param weights 0 or more, not all 0
     */
    static int[] of(int total, int least, double[] weights) {
        int free = total - least * weights.length;
        double sum = Arrays.stream(weights).sum();
        if (free < 0 || sum <= 0) {
            throw new IllegalArgumentException(
                    "%d cannot be shared out among %d with %d for each and the weights' sum %s."
                            .formatted(total, weights.length, least, sum));
        }
        var exact = Arrays.stream(weights).map(weight -> free * weight / sum).toArray();
        var shares = Arrays.stream(exact).mapToInt(share -> (int) share).toArray();
        int left = free - Arrays.stream(shares).sum();
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> shares[i] - exact[i]))
                .limit(left)
                .forEach(i -> shares[i]++);
        return Arrays.stream(shares).map(share -> share + least).toArray();
    }
}
