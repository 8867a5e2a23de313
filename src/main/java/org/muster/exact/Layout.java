package org.muster.exact;

import java.util.Arrays;
import org.muster.evaluation.incremental.ScoreParts;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.Rule;

/**
 * The state that the cadres so far leave behind, packed into the bits of a number: heads of demands, experienced heads
 * of teams, teams in which the present unit is, and how many of it are away on each day. Bits that no later cadre can
 * change are cleared.
 */
final class Layout {
    private static final int MOST_BITS = 63;
    private static final int NONE = ProblemIndex.NONE;

    private final ProblemIndex index;
    private final ScoreParts parts;
    private final int[] order;
    private final int[] headShift;
    private final int[] headWidth;
    private final int[] mostHeads;
    private final int[][] demandsOfTeam;
    private final int[] experiencedShift;
    private final int[] mostExperienced;
    private final int[] unitShift;
    private final int[] awayShift;
    private final boolean[] isLimited;
    private int awayWidth;
    private int bits;
    private long ofUnit;
    private final long[] erased;

    /**
     * Lays out the states of an order of cadres, those of a unit in a row.
     *
     * @param sets by place in the order
     * @param weighsGoals whether heads and teams cost anything, beside that seats are taken
     */
    Layout(ProblemIndex index, ScoreParts parts, int[] order, DutySets[] sets, boolean weighsGoals)
            throws Budget.Exhausted {
        this.index = index;
        this.parts = parts;
        this.order = order;
        headShift = new int[index.demands()];
        headWidth = new int[index.demands()];
        mostHeads = new int[index.demands()];
        demandsOfTeam = demandsOfTeams();
        experiencedShift = filled(parts.teams());
        mostExperienced = new int[parts.teams()];
        unitShift = filled(parts.teams());
        awayShift = filled(index.days());
        isLimited = new boolean[index.units()];
        var lastPlace = new int[index.demands()];
        layHeads(sets, weighsGoals, lastPlace);
        if (weighsGoals) {
            layTeams();
        }
        layAbsence(sets);
        if (bits > MOST_BITS) {
            throw new Budget.Exhausted();
        }
        erased = forgetting(lastPlace);
    }

    private void layHeads(DutySets[] sets, boolean weighsGoals, int[] lastPlace) {
        var able = new int[index.demands()];
        Arrays.fill(lastPlace, NONE);
        for (int place = 0; place < order.length; place++) {
            var serves = new boolean[index.demands()];
            for (int node = 1; node < sets[place].count(); node++) {
                serves[sets[place].demand(node)] = true;
            }
            for (int demand = 0; demand < serves.length; demand++) {
                if (serves[demand]) {
                    able[demand]++;
                    lastPlace[demand] = place;
                }
            }
        }
        for (int demand = 0; demand < able.length; demand++) {
            mostHeads[demand] = Math.min(able[demand], index.demand(demand).max());
            boolean matter = weighsGoals || able[demand] > index.demand(demand).max();
            headWidth[demand] = matter ? width(mostHeads[demand]) : 0;
            headShift[demand] = take(headWidth[demand]);
        }
    }

    private void layTeams() {
        boolean severalUnits =
                Arrays.stream(order).map(index::unitOf).distinct().count() > 1;
        for (int team = 0; team < parts.teams(); team++) {
            int most = Arrays.stream(demandsOfTeam[team])
                    .map(demand -> mostHeads[demand])
                    .sum();
            if (most > 1 && index.weight(Rule.EXPERIENCE) > 0) {
                mostExperienced[team] = ScoreParts.experienceWanted(most);
                experiencedShift[team] = take(width(mostExperienced[team]));
            }
            if (most > 1 && severalUnits && index.weight(Rule.TEAM_UNITS) > 0) {
                unitShift[team] = take(1);
                ofUnit |= 1L << unitShift[team];
            }
        }
    }

    private void layAbsence(DutySets[] sets) {
        int most = 0;
        for (int unit = 0; unit < isLimited.length; unit++) {
            int each = unit;
            long people = Arrays.stream(order)
                    .filter(cadre -> index.unitOf(cadre) == each)
                    .count();
            isLimited[unit] = people > index.ceiling(unit);
            most = isLimited[unit] ? Math.max(most, index.ceiling(unit)) : most;
        }
        for (int place = 0; place < order.length; place++) {
            for (int node = 1; isLimited[index.unitOf(order[place])] && node < sets[place].count(); node++) {
                int day = dayOf(sets[place].demand(node));
                if (awayShift[day] == NONE) {
                    awayShift[day] = take(width(most));
                    ofUnit |= mask(awayShift[day], width(most));
                }
            }
        }
        awayWidth = width(most);
    }

    /** By place, the bits that mean nothing once the cadre of the place is through. */
    private long[] forgetting(int[] lastPlace) {
        var masks = new long[order.length];
        for (int place = 0; place < order.length; place++) {
            boolean isLastOfUnit =
                    place + 1 == order.length || index.unitOf(order[place]) != index.unitOf(order[place + 1]);
            masks[place] = isLastOfUnit ? ofUnit : 0;
        }
        for (int team = 0; team < parts.teams(); team++) {
            int last = Arrays.stream(demandsOfTeam[team])
                    .map(demand -> lastPlace[demand])
                    .max()
                    .orElse(NONE);
            if (last != NONE) {
                masks[last] |= maskOf(team);
            }
        }
        return masks;
    }

    private long maskOf(int team) {
        long mask = unitShift[team] == NONE ? 0 : 1L << unitShift[team];
        if (experiencedShift[team] != NONE) {
            mask |= mask(experiencedShift[team], width(mostExperienced[team]));
        }
        for (int demand : demandsOfTeam[team]) {
            mask |= mask(headShift[demand], headWidth[demand]);
        }
        return mask;
    }

    /** A state without what the cadres after a place cannot change. */
    long erase(long state, int place) {
        return state & ~erased[place];
    }

    int heads(long state, int demand) {
        return field(state, headShift[demand], headWidth[demand]);
    }

    int mostHeads(int demand) {
        return mostHeads[demand];
    }

    int headsOfTeam(long state, int team) {
        int heads = 0;
        for (int demand : demandsOfTeam[team]) {
            heads += heads(state, demand);
        }
        return heads;
    }

    /** Experienced heads as far as they can be of use; 0 where they cannot. */
    int experienced(long state, int team) {
        return experiencedShift[team] == NONE ? 0 : field(state, experiencedShift[team], width(mostExperienced[team]));
    }

    /** Whether who is in a team can cost anything; not where there is a single head at most, or one unit. */
    boolean matters(int team) {
        return unitShift[team] != NONE || experiencedShift[team] != NONE;
    }

    /** Whether the unit of the present cadre is in a team; true where it need not be known. */
    boolean hasUnit(long state, int team) {
        return unitShift[team] == NONE || (state >>> unitShift[team] & 1) == 1;
    }

    /** Whether one more of a unit may be away on a day. */
    boolean hasRoom(long state, int unit, int day) {
        return !isLimited[unit] || field(state, awayShift[day], awayWidth) < index.ceiling(unit);
    }

    /** The state with one head more on a demand. */
    long withHead(long state, int demand, boolean isExperienced) {
        long next = headWidth[demand] == 0 ? state : state + (1L << headShift[demand]);
        int team = parts.teamOf(demand);
        if (unitShift[team] != NONE) {
            next |= 1L << unitShift[team];
        }
        if (isExperienced && experiencedShift[team] != NONE && experienced(state, team) < mostExperienced[team]) {
            next += 1L << experiencedShift[team];
        }
        return next;
    }

    /** The state with one more of a unit away on a day. */
    long withAbsence(long state, int unit, int day) {
        return isLimited[unit] ? state + (1L << awayShift[day]) : state;
    }

    int dayOf(int demand) {
        return index.day(index.windowOf(demand));
    }

    private int[][] demandsOfTeams() {
        var demands = new int[parts.teams()][];
        Arrays.fill(demands, new int[0]);
        for (int demand = 0; demand < index.demands(); demand++) {
            int team = parts.teamOf(demand);
            demands[team] = Arrays.copyOf(demands[team], demands[team].length + 1);
            demands[team][demands[team].length - 1] = demand;
        }
        return demands;
    }

    /** Takes the next bits; more than there are show at the end. */
    private int take(int width) {
        int shift = Math.min(bits, MOST_BITS);
        bits = Math.min(Integer.MAX_VALUE / 2, bits + width);
        return shift;
    }

    private static int width(int most) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(most);
    }

    private static long mask(int shift, int width) {
        return ((1L << width) - 1) << shift;
    }

    private static int field(long state, int shift, int width) {
        return (int) (state >>> shift & ((1L << width) - 1));
    }

    private static int[] filled(int length) {
        var numbers = new int[length];
        Arrays.fill(numbers, NONE);
        return numbers;
    }
}
