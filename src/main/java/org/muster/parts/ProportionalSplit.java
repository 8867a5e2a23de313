package org.muster.parts;

import java.util.Arrays;

/** Shares out whole numbers. */
final class ProportionalSplit {
    private ProportionalSplit() {}

    /**
     * Shares out a total. Each gets at least {@code least} and at most {@code most}; {@code wanted} as far as there is
     * enough, and what is left in proportion to what is still missing to {@code most}.
     *
     * @param least together no more than the total
     * @param wanted each from {@code least} to {@code most}
     * @return together no more than the total
     */
    static int[] of(int total, int[] least, int[] wanted, int[] most) {
        var proportionalSplit = least.clone();
        grow(proportionalSplit, total, wanted);
        grow(proportionalSplit, total, most);
        return proportionalSplit;
    }

    /** Each step gives its share of what is left to those that are left, so that exactly the total is given. */
    private static void grow(int[] proportionalSplit, int total, int[] to) {
        long missing = Arrays.stream(to).asLongStream().sum()
                - Arrays.stream(proportionalSplit).asLongStream().sum();
        long left = Math.min(
                missing, total - Arrays.stream(proportionalSplit).asLongStream().sum());
        for (int place = 0; place < proportionalSplit.length; place++) {
            long gap = (long) to[place] - proportionalSplit[place];
            long more = missing == 0 ? 0 : (2 * left * gap + missing) / (2 * missing);
            proportionalSplit[place] += Math.toIntExact(more);
            left -= more;
            missing -= gap;
        }
    }
}
