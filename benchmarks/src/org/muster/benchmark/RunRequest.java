package org.muster.benchmark;

import java.util.List;

/**
 * One contender, once, on one instance.
 *
 * @param seed the contender's own
 * @param seconds how long its clock runs
 */
record RunRequest(Contender contender, Instance instance, long seed, int seconds) {

    /** The words on a child's command line. */
    List<String> toArguments() {
        return List.of(
                contender.id(),
                instance.name(),
                Integer.toString(instance.rounds()),
                Long.toString(seed),
                Integer.toString(seconds));
    }

    static RunRequest ofArguments(List<String> words) {
        return new RunRequest(
                Contender.of(words.get(0)),
                new Instance(words.get(1), Integer.parseInt(words.get(2))),
                Long.parseLong(words.get(3)),
                Integer.parseInt(words.get(4)));
    }

    @Override
    public String toString() {
        return "%s on %s, seed %d, %d s".formatted(contender, instance, seed, seconds);
    }
}
