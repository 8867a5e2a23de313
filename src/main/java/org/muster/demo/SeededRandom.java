package org.muster.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Seeded chance. Each stage of a generator throws its own dice, so that one more throw in a stage leaves the others as
 * they were.
 *
 * <p>It builds on {@link Random}, whose numbers are part of the Java specification and so the same everywhere.
 */
final class SeededRandom {
    private final Random random;

    SeededRandom(long seed, String stage) {
        random = new Random(seed * 0x9E3779B97F4A7C15L + stage.hashCode());
    }

    /** True in a share of the throws. */
    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /** A whole number from {@code least} to {@code most}, both inclusive. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** A number from {@code least} inclusive to {@code most} exclusive. */
    double between(double least, double most) {
        return least + random.nextDouble() * (most - least);
    }

    /** A number around 0 with the standard deviation 1. */
    double gaussian() {
        return random.nextGaussian();
    }

    /** One of the items, each as likely as the other. */
    <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** The index of one of the shares, each as likely as its size; their number where it is none of them. */
    int pickByShare(List<Double> shares) {
        double rest = random.nextDouble();
        for (int i = 0; i < shares.size(); i++) {
            rest -= shares.get(i);
            if (rest < 0) {
                return i;
            }
        }
        return shares.size();
    }

    /** The items in any order. */
    <T> List<T> shuffled(List<T> items) {
        var copy = new ArrayList<>(items);
        Collections.shuffle(copy, random);
        return copy;
    }
}
