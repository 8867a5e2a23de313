package org.muster.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is measured in one go.
 *
 * @param contests one after the other
 * @param contenders each of them in each contest, the product first, since peers may learn from its cover
 * @param seeds how many runs of each contender that rolls dice
 * @param boundSeconds how long the bound of an instance may take
 */
record Table(String name, List<Contest> contests, List<Contender> contenders, int seeds, int boundSeconds) {
    private static final List<Contender> EVERYBODY = Arrays.asList(Contender.values());

    Table {
        contests = List.copyOf(contests);
        contenders = contenders.stream().sorted().toList();
    }

    /**
     * The table with a name: {@code short}, {@code table} or {@code sizes}.
     *
     * @throws IllegalArgumentException when there is none
     */
    static Table of(String name) {
        return switch (name) {
            case "short" -> shortOne();
            case "table" -> full();
            case "sizes" -> sizes();
            default ->
                throw new IllegalArgumentException(
                        "There is no table (%s). Maybe one of short, table, sizes.".formatted(name));
        };
    }

    /** A few minutes, for every day. */
    private static Table shortOne() {
        return new Table(
                "short", List.of(contest("dongcheng", 1, 10), contest("xicheng", 1, 15)), EVERYBODY, 1, 30);
    }

    /** Every demo district, one round, three and six. */
    private static Table full() {
        return new Table(
                "table",
                List.of(
                        contest("dongcheng", 1, 10),
                        contest("dongcheng", 3, 30),
                        contest("dongcheng", 6, 60),
                        contest("xicheng", 1, 30),
                        contest("xicheng", 3, 60),
                        contest("xicheng", 6, 60),
                        contest("chaoyang-sealed", 1, 10),
                        contest("chaoyang-sealed", 3, 30),
                        contest("chaoyang-sealed", 6, 60),
                        contest("tongzhou", 1, 10),
                        contest("tongzhou", 3, 30),
                        contest("tongzhou", 6, 60),
                        contest("haidian", 1, 60),
                        contest("haidian", 1, 300),
                        contest("haidian", 3, 300)),
                EVERYBODY,
                5,
                300);
    }

    /** From 500 cadres to 60,000, all of the kind of Haidian. */
    private static Table sizes() {
        var contests = IntStream.of(500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000)
                .mapToObj(cadres -> contest("haidian@" + cadres, 1, 60))
                .toList();
        return new Table("sizes", contests, EVERYBODY, 1, 300);
    }

    private static Contest contest(String instance, int rounds, int seconds) {
        return new Contest(new Instance(instance, rounds), seconds);
    }

    /** The runs of a contender in a contest. */
    List<RunRequest> runs(Contest contest, Contender contender) {
        return IntStream.rangeClosed(1, contender.rollsDice() ? seeds : 1)
                .mapToObj(seed -> new RunRequest(contender, contest.instance(), seed, contest.seconds()))
                .toList();
    }

    /** How long the clocks run in all, bounds included. */
    long seconds() {
        long runs = contests.stream()
                .mapToLong(contest -> contenders.stream()
                        .mapToLong(contender -> (long) runs(contest, contender).size() * contest.seconds())
                        .sum())
                .sum();
        return runs + contests.stream().map(Contest::instance).distinct().count() * boundSeconds;
    }
}
