package org.muster.bounds;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.muster.flow.DutyCosts;
import org.muster.problem.index.ProblemIndex;

/** All cadres at today's prices, by window, laid out so that a site can go through them fast. */
final class PricedCadres {
    private final ProblemIndex index;
    private final DutyCosts costs;
    private final Multipliers prices;
    private final boolean[] experienced;
    private final int[] byUnit;
    private final int[] placeByUnit;
    private final long[][] ofGroup;
    private final long[][] ofHalf;
    private final boolean[][] isFirst;
    private boolean hasHalves;

    PricedCadres(ProblemIndex index, DutyCosts costs, Multipliers prices) {
        this.index = index;
        this.costs = costs;
        this.prices = prices;
        experienced = new boolean[index.cadres()];
        for (int cadre = 0; cadre < experienced.length; cadre++) {
            experienced[cadre] = index.cadre(cadre).isExperienced();
        }
        byUnit = IntStream.range(0, index.cadres())
                .boxed()
                .sorted(Comparator.comparingInt(index::unitOf))
                .mapToInt(Integer::intValue)
                .toArray();
        placeByUnit = new int[byUnit.length];
        for (int place = 0; place < byUnit.length; place++) {
            placeByUnit[byUnit[place]] = place;
        }
        ofGroup = new long[index.windows()][index.cadres()];
        ofHalf = new long[index.windows()][index.cadres()];
        isFirst = new boolean[index.windows()][index.cadres()];
    }

    /** Takes over the prices as they are now. */
    void reprice() {
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            var calendar = prices.calendarOf(cadre);
            boolean mayServeTwice = costs.mostDuties(cadre) > 1;
            for (int window = 0; window < ofGroup.length; window++) {
                int group = calendar.groups().of(window);
                var day = calendar.dayOf(group);
                int first = prices.slot(cadre, day.first());
                ofGroup[window][cadre] = prices.ofGroup(prices.slot(cadre, group));
                isFirst[window][cadre] = group == day.first();
                ofHalf[window][cadre] = day.isPair() && mayServeTwice
                        ? prices.ofHalf(first, isFirst[window][cadre], prices.usualSplit(first))
                        : TeamStaffing.BARRED;
                hasHalves |= ofHalf[window][cadre] < TeamStaffing.BARRED;
            }
        }
    }

    /** Whether anybody could serve a whole day. */
    boolean hasHalves() {
        return hasHalves;
    }

    int count() {
        return experienced.length;
    }

    boolean isExperienced(int cadre) {
        return experienced[cadre];
    }

    /** These cadres, those of a unit in a row. */
    int[] byUnit(BitSet cadres) {
        var places = new int[cadres.cardinality()];
        int count = 0;
        for (int cadre = cadres.nextSetBit(0); cadre >= 0; cadre = cadres.nextSetBit(cadre + 1)) {
            places[count++] = placeByUnit[cadre];
        }
        Arrays.sort(places);
        for (int place = 0; place < count; place++) {
            places[place] = byUnit[places[place]];
        }
        return places;
    }

    /** By cadre, what a duty in the window costs. Not to be changed. */
    long[] ofGroup(int window) {
        return ofGroup[window];
    }

    /**
     * By cadre, what a duty in the window costs as half of a whole day that is split as usual;
     * {@link TeamStaffing#BARRED} for those who have no whole days. Not to be changed.
     */
    long[] ofHalf(int window) {
        return ofHalf[window];
    }

    /** By cadre, whether the window is the first half of a day. Not to be changed. */
    boolean[] isFirst(int window) {
        return isFirst[window];
    }
}
