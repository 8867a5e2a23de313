package org.muster.bounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.muster.flow.DutyCosts;
import org.muster.flow.HeadCosts;
import org.muster.flow.PartialSchedule;
import org.muster.problem.index.ProblemIndex;

/** Finds the teams of a problem, and which of their demands ask for the same people. */
final class SiteDays {
    private final ProblemIndex index;
    private final PartialSchedule standing;
    private final DutyCosts costs;
    private final long scale;
    private final long coverCost;
    private final List<List<Integer>> cadresOn;

    private SiteDays(ProblemIndex index, PartialSchedule standing, DutyCosts costs, long scale, long coverCost) {
        this.index = index;
        this.standing = standing;
        this.costs = costs;
        this.scale = scale;
        this.coverCost = coverCost;
        cadresOn = new ArrayList<>();
        for (int demand = 0; demand < index.demands(); demand++) {
            cadresOn.add(new ArrayList<>());
        }
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            for (int duty : standing.duties(cadre)) {
                cadresOn.get(duty).add(cadre);
            }
        }
    }

    /**
     * All sites on all days.
     *
     * @param scale how many parts of cost a point has
     * @param coverCost what a weighted required head that is missing costs, in parts of a point
     */
    static List<SiteDay> of(
            ProblemIndex index,
            PartialSchedule standing,
            DutyCosts costs,
            Multipliers prices,
            long scale,
            long coverCost) {
        record Place(int site, int day) {}
        var maker = new SiteDays(index, standing, costs, scale, coverCost);
        var windows = new TreeMap<Place, TreeMap<Integer, List<Integer>>>(
                Comparator.comparingInt(Place::day).thenComparingInt(Place::site));
        for (int demand = 0; demand < index.demands(); demand++) {
            int window = index.windowOf(demand);
            windows.computeIfAbsent(new Place(index.siteOf(demand), index.day(window)), _ -> new TreeMap<>())
                    .computeIfAbsent(window, _ -> new ArrayList<>())
                    .add(demand);
        }
        var found = new ArrayList<SiteDay>();
        windows.forEach((place, demands) -> found.add(new SiteDay(
                index,
                costs,
                prices,
                scale,
                place.site(),
                demands.entrySet().stream()
                        .map(team -> maker.team(team.getKey(), team.getValue()))
                        .toList())));
        return found;
    }

    private Team team(int window, List<Integer> demands) {
        var lanes = new ArrayList<HeadGroup>();
        var units = new TreeSet<Integer>();
        int heads = 0;
        int experienced = 0;
        for (int demand : demands) {
            for (int cadre : cadresOn.get(demand)) {
                units.add(index.unitOf(cadre));
                heads++;
                experienced += index.cadre(cadre).isExperienced() ? 1 : 0;
            }
            addLane(lanes, demand);
        }
        return new Team(
                window, lanes, units.stream().mapToInt(Integer::intValue).toArray(), heads, experienced);
    }

    private void addLane(List<HeadGroup> lanes, int demand) {
        var heads = HeadCosts.of(index, demand, standing.heads(demand));
        if (heads.seats() == 0) {
            return;
        }
        var headGroup = new HeadGroup(new int[] {demand}, costsOfLeavingOut(heads));
        for (int place = 0; place < lanes.size(); place++) {
            if (takesTheSame(lanes.get(place).demands()[0], demand)) {
                lanes.set(place, lanes.get(place).withHeadsOf(headGroup));
                return;
            }
        }
        lanes.add(headGroup);
    }

    private long[] costsOfLeavingOut(HeadCosts heads) {
        return LongStream.range(0, heads.seats())
                .map(seat -> seat < heads.required()
                        ? Math.multiplyExact(coverCost, (long) heads.priority())
                        : Math.multiplyExact(
                                scale, seat < heads.required() + heads.ideal() ? heads.idealCost() : heads.overCost()))
                .toArray();
    }

    private boolean takesTheSame(int demand, int other) {
        int kind = index.dutyKindOf(demand);
        int otherKind = index.dutyKindOf(other);
        return costs.publishedOn(demand).length == 0
                && costs.publishedOn(other).length == 0
                && (kind == otherKind || Arrays.equals(costs.kindRow(kind), costs.kindRow(otherKind)));
    }
}
