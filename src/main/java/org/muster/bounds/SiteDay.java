package org.muster.bounds;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.muster.flow.DutyCosts;
import org.muster.problem.index.ProblemIndex;

/** The teams of a site on a day, and the people who are looked at one by one for them. */
final class SiteDay {
    /** How many newcomers, and how many experienced ones, are offered to a lane at most. */
    private static final int MOST_OFFERS = 400;
    /** How many costs the table of a team may have. */
    private static final long MOST_CELLS = 8L << 20;

    private final ProblemIndex index;
    private final DutyCosts costs;
    private final Multipliers prices;
    private final long scale;
    private final int site;
    private final List<Team> teams;
    private final List<Candidates> candidates;
    /** For each team, the places in {@link #cadres} of those who are offered to it. */
    private final int[][] offered;

    private final int[][] chosen;
    private int[] cadres = {};
    /** For those who may serve all day here the slot of the first half, for others {@link ProblemIndex#NONE}. */
    private int[] daySlot = {};
    /** Of the price of a whole day, what the first half gets beyond half of it. */
    private long[] split = {};

    private double[] splitDirection = {};

    SiteDay(ProblemIndex index, DutyCosts costs, Multipliers prices, long scale, int site, List<Team> teams) {
        this.index = index;
        this.costs = costs;
        this.prices = prices;
        this.scale = scale;
        this.site = site;
        this.teams = List.copyOf(teams);
        candidates = teams.stream().map(Candidates::new).toList();
        offered = new int[teams.size()][0];
        chosen = new int[teams.size()][0];
    }

    int teams() {
        return teams.size();
    }

    int window(int team) {
        return teams.get(team).window();
    }

    /** Those whom the newest staffing of a team takes: places for {@link #cadre}. Not to be changed. */
    int[] chosen(int team) {
        return chosen[team];
    }

    int cadre(int place) {
        return cadres[place];
    }

    /** Staffs the teams with the people who are offered. Returns what that costs. */
    long staff(TeamStaffing staffing) {
        long cost = 0;
        for (int team = 0; team < teams.size(); team++) {
            setPrices(team);
            cost += staffing.least(candidates.get(team));
            int each = team;
            chosen[team] = IntStream.range(0, staffing.chosenCount())
                    .map(place -> offered[each][staffing.chosen(place)])
                    .toArray();
        }
        return cost;
    }

    /** What the teams cost at least, whoever serves; only right after {@link #reprice}. */
    long least(TeamStaffing staffing) {
        long cost = 0;
        for (int team = 0; team < teams.size(); team++) {
            setPrices(team);
            cost += staffing.leastWithAnybody(candidates.get(team));
        }
        return cost;
    }

    private void setPrices(int team) {
        for (int offer = 0; offer < offered[team].length; offer++) {
            int place = offered[team][offer];
            candidates.get(team).setPrice(offer, Math.min(priceOfHalf(team, place), priceOfGroup(team, place)));
        }
    }

    /** Whether a team pays somebody as half of a whole day rather than for one duty. */
    boolean isHalf(int team, int place) {
        return priceOfHalf(team, place) < priceOfGroup(team, place);
    }

    /** Whether the window of a team is the first of a cadre's day. */
    boolean isFirstHalf(int team, int place) {
        return slot(team, place) == daySlot[place];
    }

    private int slot(int team, int place) {
        return prices.slot(
                cadres[place], prices.calendarOf(cadres[place]).groups().of(window(team)));
    }

    private long priceOfGroup(int team, int place) {
        return prices.ofGroup(slot(team, place));
    }

    private long priceOfHalf(int team, int place) {
        return daySlot[place] == ProblemIndex.NONE
                ? TeamStaffing.BARRED
                : prices.ofHalf(daySlot[place], isFirstHalf(team, place), split[place]);
    }

    /** Lets the directions of the splits fade. */
    void fadeDirections(double left) {
        for (int place = 0; place < splitDirection.length; place++) {
            splitDirection[place] *= left;
        }
    }

    void pushSplit(int place, double amount) {
        splitDirection[place] += amount;
    }

    double squareOfDirections() {
        double square = 0;
        for (double each : splitDirection) {
            square += each * each;
        }
        return square;
    }

    void moveSplits(double length) {
        for (int place = 0; place < split.length; place++) {
            split[place] = Multipliers.limited(split[place] + Math.round(length * splitDirection[place]));
        }
    }

    /**
     * Chooses anew who is offered: everybody for whom there could be a place at today's prices.
     *
     * @param unitWeight what a unit can save a team at most
     * @param experienceWeight what an experienced head can save it at most
     */
    void reprice(PricedCadres pricedCadres, long unitWeight, long experienceWeight) {
        var siteRow = new long[pricedCadres.count()];
        costs.fillSite(site, 0, siteRow.length, siteRow);
        var rows = teams.stream()
                .map(team -> team.lanes().stream()
                        .map(headGroup -> costsOf(headGroup, siteRow))
                        .toArray(long[][]::new))
                .toArray(long[][][]::new);
        var whole = whoMayServeAllDay(pricedCadres, rows);
        var wanted = Stream.generate(BitSet::new).limit(rows.length).toArray(BitSet[]::new);
        for (int team = 0; team < rows.length; team++) {
            var paid = paid(pricedCadres, team, whole);
            for (int headGroup = 0; headGroup < rows[team].length; headGroup++) {
                var priced = priced(rows[team][headGroup], paid);
                choose(pricedCadres, team, headGroup, priced, unitWeight, experienceWeight, wanted[team]);
            }
        }
        remember(pricedCadres, whole, wanted);
        for (int team = 0; team < rows.length; team++) {
            offer(team, pricedCadres, wanted[team], rows[team]);
        }
    }

    private long[] costsOf(HeadGroup headGroup, long[] siteRow) {
        var least = new long[siteRow.length];
        var row = new long[siteRow.length];
        Arrays.fill(least, TeamStaffing.BARRED);
        for (int demand : headGroup.demands()) {
            costs.fill(demand, 0, siteRow.length, siteRow, row);
            for (int cadre = 0; cadre < row.length; cadre++) {
                if (row[cadre] < DutyCosts.BARRED) {
                    least[cadre] = Math.min(least[cadre], Math.multiplyExact(row[cadre], scale));
                }
            }
        }
        return least;
    }

    private BitSet whoMayServeAllDay(PricedCadres pricedCadres, long[][][] rows) {
        var first = new BitSet();
        var second = new BitSet();
        for (int team = 0; team < rows.length; team++) {
            var half = pricedCadres.ofHalf(window(team));
            var isFirst = pricedCadres.isFirst(window(team));
            for (var row : rows[team]) {
                for (int cadre = 0; cadre < row.length; cadre++) {
                    if (row[cadre] < TeamStaffing.BARRED && half[cadre] < TeamStaffing.BARRED) {
                        (isFirst[cadre] ? first : second).set(cadre);
                    }
                }
            }
        }
        first.and(second);
        return first;
    }

    /** By cadre, what a team pays; days that were split before are split alike. */
    private long[] paid(PricedCadres pricedCadres, int team, BitSet whole) {
        int window = window(team);
        var paid = pricedCadres.ofGroup(window).clone();
        var half = pricedCadres.ofHalf(window);
        for (int cadre = whole.nextSetBit(0); cadre >= 0; cadre = whole.nextSetBit(cadre + 1)) {
            paid[cadre] = Math.min(paid[cadre], half[cadre]);
        }
        for (int place = 0; place < cadres.length; place++) {
            if (whole.get(cadres[place])) {
                paid[cadres[place]] = Math.min(priceOfGroup(team, place), priceOfHalf(team, place));
            }
        }
        return paid;
    }

    private static long[] priced(long[] row, long[] paid) {
        var priced = new long[row.length];
        for (int cadre = 0; cadre < row.length; cadre++) {
            priced[cadre] = row[cadre] < TeamStaffing.BARRED ? row[cadre] + paid[cadre] : TeamStaffing.BARRED;
        }
        return priced;
    }

    /**
     * Chooses whom a lane could take: no more people than it has seats are better than the worst of the best by more
     * than a unit saves, and no more experienced ones than could be of use.
     */
    private void choose(
            PricedCadres pricedCadres,
            int team,
            int headGroup,
            long[] priced,
            long unitWeight,
            long experienceWeight,
            BitSet wanted) {
        var whole = teams.get(team);
        int seats = whole.lanes().get(headGroup).seats();
        int most = (int) Math.min(
                MOST_OFFERS, MOST_CELLS / whole.states() / 2 / whole.lanes().size());
        long last = lastOfBest(pricedCadres, priced, seats, Who.ALL, TeamStaffing.BARRED);
        long newcomer = last >= TeamStaffing.BARRED ? last : last + unitWeight;
        long experiencedOne = newcomer;
        if (whole.mostExperienced() > 0 && newcomer < TeamStaffing.BARRED) {
            long further = newcomer + experienceWeight;
            long lastExperienced = lastOfBest(pricedCadres, priced, whole.mostExperienced(), Who.EXPERIENCED, further);
            experiencedOne = Math.min(further, Math.max(newcomer, lastExperienced + unitWeight));
        }
        newcomer = lastOfBest(pricedCadres, priced, most, Who.NEWCOMERS, newcomer);
        experiencedOne = lastOfBest(pricedCadres, priced, most, Who.EXPERIENCED, experiencedOne);
        candidates.get(team).setLeastOfOthers(headGroup, newcomer, experiencedOne);
        for (int cadre = 0; cadre < priced.length; cadre++) {
            if (priced[cadre] < (pricedCadres.isExperienced(cadre) ? experiencedOne : newcomer)) {
                wanted.set(cadre);
            }
        }
    }

    private enum Who {
        ALL,
        NEWCOMERS,
        EXPERIENCED
    }

    /** The last of so many with the least costs below a limit; the limit where there are not so many. */
    private static long lastOfBest(PricedCadres pricedCadres, long[] priced, int count, Who who, long limit) {
        var best = new PriorityQueue<Long>(Comparator.reverseOrder());
        long last = limit;
        for (int cadre = 0; cadre < priced.length; cadre++) {
            if (priced[cadre] < last
                    && (who == Who.ALL || (who == Who.EXPERIENCED) == pricedCadres.isExperienced(cadre))) {
                best.add(priced[cadre]);
                if (best.size() > count) {
                    best.remove();
                }
                if (best.size() == count) {
                    last = best.element();
                }
            }
        }
        return last;
    }

    /** Notes everybody who is offered to a team; the splits of those who were there before stay. */
    private void remember(PricedCadres pricedCadres, BitSet whole, BitSet[] wanted) {
        var splits = new long[pricedCadres.count()];
        var directions = new double[pricedCadres.count()];
        var known = new BitSet();
        for (int place = 0; place < cadres.length; place++) {
            splits[cadres[place]] = split[place];
            directions[cadres[place]] = splitDirection[place];
            known.set(cadres[place]);
        }
        var all = new BitSet();
        Arrays.stream(wanted).forEach(all::or);
        cadres = Arrays.stream(pricedCadres.byUnit()).filter(all::get).toArray();
        daySlot = new int[cadres.length];
        split = new long[cadres.length];
        splitDirection = new double[cadres.length];
        for (int place = 0; place < cadres.length; place++) {
            int cadre = cadres[place];
            daySlot[place] = whole.get(cadre) ? slotOfDay(cadre) : ProblemIndex.NONE;
            if (whole.get(cadre)) {
                split[place] = known.get(cadre) ? splits[cadre] : prices.usualSplit(daySlot[place]);
                splitDirection[place] = directions[cadre];
            }
        }
    }

    private int slotOfDay(int cadre) {
        var calendar = prices.calendarOf(cadre);
        return prices.slot(
                cadre, calendar.dayOf(calendar.groups().of(window(0))).first());
    }

    private void offer(int team, PricedCadres pricedCadres, BitSet wanted, long[][] rows) {
        offered[team] = IntStream.range(0, cadres.length)
                .filter(place -> wanted.get(cadres[place]))
                .toArray();
        var these = Arrays.stream(offered[team]).map(place -> cadres[place]).toArray();
        var units = Arrays.stream(these).map(index::unitOf).distinct().toArray();
        var begin = new int[units.length + 1];
        int number = 0;
        for (int offer = 0; offer < these.length; offer++) {
            if (units[number] != index.unitOf(these[offer])) {
                begin[++number] = offer;
            }
        }
        begin[units.length] = these.length;
        var experienced = new boolean[these.length];
        for (int offer = 0; offer < these.length; offer++) {
            experienced[offer] = pricedCadres.isExperienced(these[offer]);
        }
        var cost = Arrays.stream(rows)
                .map(row -> Arrays.stream(these).mapToLong(cadre -> row[cadre]).toArray())
                .toArray(long[][]::new);
        candidates.get(team).replace(units, begin, experienced, cost);
    }
}
