package org.muster.problem;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.muster.problem.rules.DutyRules;
import org.muster.problem.rules.Rule;

/**
 * Tiny problems whose windows follow each other at one or two sites, through a night: few cadres can serve several in a
 * row, as one service, if it is not too long. What {@link RandomProblems} seldom has, this has always.
 */
public final class RandomRows {
    private static final List<String> SITES = List.of("gate", "tower");

    private final Dice dice;

    private RandomRows(long seed) {
        dice = new Dice(new SplittableRandom(seed));
    }

    /** The problem of a seed: always the same one. */
    public static Problem of(long seed) {
        return new RandomRows(seed).problem();
    }

    private Problem problem() {
        var fixture = new ProblemFixture()
                .dutyRules(new DutyRules(
                        "row",
                        dice.pick(List.of(0, 60, 480, 660, 1440)),
                        dice.pick(List.of(480, 540, 600, 720, 900, 1440)),
                        Map.of()))
                .cadre("yang bank", yang -> yang.dutyRules("row").minutesServed(dice.upTo(600)))
                .cadre("li court", li -> li.dutyRules("row"))
                .weight(Rule.SAME_SITE, dice.upTo(20));
        if (dice.oneIn(2)) {
            fixture.cadre("wu bank");
        }
        SITES.forEach(fixture::site);
        var small = fixture.demand("gate MON 06-07", 0, 0, 0).problem();
        var windows = windows(dice.between(3, 5));
        return small.toBuilder()
                .horizon(null)
                .windows(windows)
                .demands(demands(windows, small.posts().getFirst().id()))
                .build();
    }

    private List<Window> windows(int count) {
        var windows = new ArrayList<Window>();
        var start = LocalDateTime.of(2022, 5, 2, dice.between(14, 23), 0);
        for (int number = 0; number < count; number++) {
            var end = start.plusMinutes(dice.pick(List.of(60, 120, 240, 360, 480, 540)));
            windows.add(new Window("w" + number, "round-2022-05-02", start, end, null));
            start = end.plusMinutes(dice.pick(List.of(0, 0, 30, 60, 60, 61, 480)));
        }
        return windows;
    }

    private List<Demand> demands(List<Window> windows, String post) {
        return IntStream.range(0, windows.size())
                .mapToObj(number -> new Demand(
                        "d" + number,
                        dice.oneIn(6) ? "tower" : "gate",
                        windows.get(number).id(),
                        post,
                        dice.upTo(1),
                        1,
                        1,
                        dice.between(1, 3),
                        1,
                        1))
                .toList();
    }
}
