package org.muster.problem;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What chance decides in random tests. The same seed throws the same numbers. */
public final class Dice {
    private final SplittableRandom random;

    public Dice(SplittableRandom random) {
        this.random = random;
    }

    /** True once in so many throws. */
    public boolean oneIn(int throwCount) {
        return random.nextInt(throwCount) == 0;
    }

    /** 0 to {@code most}, inclusive. */
    public int upTo(int most) {
        return random.nextInt(most + 1);
    }

    /** Both inclusive. */
    public int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    public <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** Each with an even chance, and maybe none, in their order. */
    public <T> List<T> some(List<T> items) {
        return items.stream().filter(_ -> random.nextBoolean()).toList();
    }

    /** Something once in so many throws, otherwise null. */
    public <T> @Nullable T maybe(int throwCount, Supplier<T> something) {
        return oneIn(throwCount) ? something.get() : null;
    }

    /** Something in two throws of three, otherwise null. */
    public <T> @Nullable T mostly(Supplier<T> something) {
        return oneIn(3) ? null : something.get();
    }
}
