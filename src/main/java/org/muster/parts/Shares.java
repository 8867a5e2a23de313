package org.muster.parts;

import java.util.Arrays;

/** Shares out whole numbers. */
final class Shares {
    private Shares() {}

    /**
     * Shares out a total. Each gets at least {@code least} and at most {@code most}; {@code wanted} as far as there is
     * enough, and what is left in proportion to what is still missing to {@code most}.
     *
     * @param least together no more than the total
     * @param wanted each from {@code least} to {@code most}
     * @return together no more than the total
     */
    static int[] of(int total, int[] least, int[] wanted, int[] most) {
        var shares = least.clone();
        grow(shares, total, wanted);
        grow(shares, total, most);
        return shares;
    }

    /** Each step gives its share of what is left to those that are left, so that exactly the total is given. */
    private static void grow(int[] shares, int total, int[] to) {
        long missing = Arrays.stream(to).asLongStream().sum()
                - Arrays.stream(shares).asLongStream().sum();
        long left =
                Math.min(missing, total - Arrays.stream(shares).asLongStream().sum());
        for (int place = 0; place < shares.length; place++) {
            long gap = (long) to[place] - shares[place];
            long more = missing == 0 ? 0 : (2 * left * gap + missing) / (2 * missing);
            shares[place] += Math.toIntExact(more);
            left -= more;
            missing -= gap;
        }
    }
}
