package org.muster.benchmark;

/**
 * What contenders are compared on.
 *
 * @param seconds how long each clock runs
 */
record Contest(Instance instance, int seconds) {

    /** A name for files: letters, digits, dots and dashes. */
    String fileName() {
        return "%s-x%d-%ds".formatted(instance.name().replace('@', '-'), instance.rounds(), seconds);
    }

    @Override
    public String toString() {
        return "%s, %d s".formatted(instance, seconds);
    }
}
