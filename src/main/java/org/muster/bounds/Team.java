package org.muster.bounds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everyone who serves at a site in a window, as far as it is to be decided: its lanes, and who stands already. */
final class Team {
    /** Limits the states that have to be gone through for each of its people. */
    private static final int MOST_STATES = 20_000;

    private static final int HEADS_FOR_EACH_EXPERIENCED = 5;

    private final int window;
    private final List<HeadGroup> lanes;
    private final int[] standingUnits;
    private final int standingHeads;
    private final int standingExperienced;
    private final int mostExperienced;

    /**
     * A team.
     *
     * @param lanes what can be filled; some are put together when they are too many to be looked at one by one
     * @param standingUnits the units of those who stand, ascending and each once
     */
    Team(int window, List<HeadGroup> lanes, int[] standingUnits, int standingHeads, int standingExperienced) {
        this.window = window;
        this.standingUnits = standingUnits;
        this.standingHeads = standingHeads;
        int most = standingHeads + lanes.stream().mapToInt(HeadGroup::seats).sum();
        var few = new ArrayList<>(lanes);
        while (few.size() > 1 && states(few, needOf(most)) > MOST_STATES) {
            few.sort(Comparator.comparingInt(HeadGroup::seats));
            few.add(few.removeFirst().with(few.removeFirst()));
        }
        this.lanes = List.copyOf(few);
        mostExperienced = states(few, needOf(most)) > MOST_STATES ? 0 : needOf(most);
        this.standingExperienced = Math.min(standingExperienced, mostExperienced);
    }

    /** How many experienced heads a team of so many should have. */
    private static int needOf(int heads) {
        return heads < 2 ? 0 : Math.ceilDiv(heads, HEADS_FOR_EACH_EXPERIENCED);
    }

    private static long states(List<HeadGroup> lanes, int mostExperienced) {
        double states = mostExperienced + 1;
        for (var headGroup : lanes) {
            states *= headGroup.seats() + 1;
        }
        return (long) states;
    }

    int window() {
        return window;
    }

    List<HeadGroup> lanes() {
        return lanes;
    }

    /** The units of those who stand, ascending. Not to be changed. */
    int[] standingUnits() {
        return standingUnits;
    }

    /** Experienced heads that stand, as far as they matter. */
    int standingExperienced() {
        return standingExperienced;
    }

    /** How many experienced heads can matter; 0 where experience is left aside. */
    int mostExperienced() {
        return mostExperienced;
    }

    /** Experienced heads that are missing when so many join those who stand; too few where experience is left aside. */
    int missingExperienced(int joining, int experienced) {
        return Math.max(0, Math.min(mostExperienced, needOf(standingHeads + joining)) - experienced);
    }

    /** In how many ways heads and experienced heads can be taken. */
    long states() {
        return states(lanes, mostExperienced);
    }

    /** Whether there is nobody in it when so many join those who stand. */
    boolean isEmptyWith(int joining) {
        return standingHeads + joining == 0;
    }
}
