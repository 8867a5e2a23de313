package org.muster.evaluation.incremental;

import static org.muster.problem.rules.Rule.EXPERIENCE;
import static org.muster.problem.rules.Rule.TEAM_UNITS;

import java.util.Arrays;
import java.util.HashMap;
import org.muster.problem.index.ProblemIndex;

/** Who makes up each team: heads, experienced heads, and people of each unit. A team is a site in a window. */
final class TeamBoard {
    /** One experienced cadre is wanted for each this many heads. */
    private static final int HEADS_FOR_ONE_EXPERIENCED = 5;

    private record Team(int site, int window) {}

    private final int[] teamOfDemand;
    private final int[] unitOfCadre;
    private final boolean[] experiencedCadre;
    private final long unitWeight;
    private final long experienceWeight;

    private final int[] heads;
    private final int[] experienced;
    /** For each team: pairs of a unit and its people there, in no order. */
    private final int[][] people;

    private final int[] units;

    TeamBoard(ProblemIndex index) {
        unitWeight = index.weight(TEAM_UNITS);
        experienceWeight = index.weight(EXPERIENCE);
        var numbers = new HashMap<Team, Integer>();
        teamOfDemand = new int[index.demands()];
        for (int demand = 0; demand < teamOfDemand.length; demand++) {
            teamOfDemand[demand] = numbers.computeIfAbsent(
                    new Team(index.siteOf(demand), index.windowOf(demand)), _ -> numbers.size());
        }
        unitOfCadre = new int[index.cadres()];
        experiencedCadre = new boolean[index.cadres()];
        for (int cadre = 0; cadre < unitOfCadre.length; cadre++) {
            unitOfCadre[cadre] = index.unitOf(cadre);
            experiencedCadre[cadre] = index.cadre(cadre).isExperienced();
        }
        heads = new int[numbers.size()];
        experienced = new int[numbers.size()];
        people = new int[numbers.size()][16];
        units = new int[numbers.size()];
    }

    int teams() {
        return heads.length;
    }

    int teamOf(int demand) {
        return teamOfDemand[demand];
    }

    int peopleOf(int team, int unit) {
        int place = placeOf(team, unit);
        return place == ProblemIndex.NONE ? 0 : people[team][place + 1];
    }

    /** Units beyond the first. */
    long unitsBeyondFirst(int team) {
        return Math.max(0, units[team] - 1);
    }

    /** Experienced heads that are missing. */
    long experienceMissing(int team) {
        return experienceMissing(heads[team], experienced[team]);
    }

    void add(int team, int cadre) {
        heads[team]++;
        experienced[team] += experiencedCadre[cadre] ? 1 : 0;
        int unit = unitOfCadre[cadre];
        int place = placeOf(team, unit);
        if (place != ProblemIndex.NONE) {
            people[team][place + 1]++;
            return;
        }
        int end = 2 * units[team]++;
        if (end == people[team].length) {
            people[team] = Arrays.copyOf(people[team], 2 * end);
        }
        people[team][end] = unit;
        people[team][end + 1] = 1;
    }

    void remove(int team, int cadre) {
        heads[team]--;
        experienced[team] -= experiencedCadre[cadre] ? 1 : 0;
        int place = placeOf(team, unitOfCadre[cadre]);
        int[] counts = people[team];
        if (--counts[place + 1] == 0) {
            int last = 2 * --units[team];
            counts[place] = counts[last];
            counts[place + 1] = counts[last + 1];
        }
    }

    /**
     * Points that the team would cost more, negative when less.
     *
     * @param leaving a cadre who is there, or {@link ProblemIndex#NONE}
     * @param coming another cadre, or {@link ProblemIndex#NONE}
     */
    long growth(int team, int leaving, int coming) {
        int headsAfter = heads[team];
        int experiencedAfter = experienced[team];
        int unitsAfter = units[team];
        int unitLeaving = ProblemIndex.NONE;
        int unitComing = ProblemIndex.NONE;
        if (leaving != ProblemIndex.NONE) {
            headsAfter--;
            experiencedAfter -= experiencedCadre[leaving] ? 1 : 0;
            unitLeaving = unitOfCadre[leaving];
        }
        if (coming != ProblemIndex.NONE) {
            headsAfter++;
            experiencedAfter += experiencedCadre[coming] ? 1 : 0;
            unitComing = unitOfCadre[coming];
        }
        if (unitLeaving != unitComing) {
            if (unitLeaving != ProblemIndex.NONE && peopleOf(team, unitLeaving) == 1) {
                unitsAfter--;
            }
            if (unitComing != ProblemIndex.NONE && peopleOf(team, unitComing) == 0) {
                unitsAfter++;
            }
        }
        return points(headsAfter, experiencedAfter, unitsAfter) - points(heads[team], experienced[team], units[team]);
    }

    private long points(int headsThere, int experiencedThere, int unitsThere) {
        return unitWeight * Math.max(0, unitsThere - 1)
                + experienceWeight * experienceMissing(headsThere, experiencedThere);
    }

    static long experienceMissing(int headsThere, int experiencedThere) {
        return headsThere < 2 ? 0 : Math.max(0, Math.ceilDiv(headsThere, HEADS_FOR_ONE_EXPERIENCED) - experiencedThere);
    }

    private int placeOf(int team, int unit) {
        int[] counts = people[team];
        int end = 2 * units[team];
        for (int place = 0; place < end; place += 2) {
            if (counts[place] == unit) {
                return place;
            }
        }
        return ProblemIndex.NONE;
    }
}
