package org.muster.bounds;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.muster.flow.DutyCosts;
import org.muster.problem.ProblemIndex;

/** The teams of a site on a day, and the people who are looked at one by one for them. */
final class SiteDay {
    /** How many newcomers, and how many experienced ones, are offered to a lane at most. */
    private static final int MOST_OFFERS = 400;
    /** How many states and offers of a team together there may be. */
    private static final long MOST_CELLS = 16L << 20;

    private static final int NONE = -1;

    private final ProblemIndex index;
    private final DutyCosts costs;
    private final TimePrices prices;
    private final long scale;
    private final int site;
    private final List<Team> teams;
    private final List<Offers> offers;
    private final int[][] chosen;
    private int[] cadres = {};
    /** Whether each of them may serve all day here. */
    private boolean[] maySplit = {};
    /** Of the price of a whole day, what the first half gets beyond half of it. */
    private long[] split = {};

    private double[] splitDirection = {};

    SiteDay(ProblemIndex index, DutyCosts costs, TimePrices prices, long scale, int site, List<Team> teams) {
        this.index = index;
        this.costs = costs;
        this.prices = prices;
        this.scale = scale;
        this.site = site;
        this.teams = List.copyOf(teams);
        offers = teams.stream().map(Offers::new).toList();
        chosen = new int[teams.size()][];
        Arrays.fill(chosen, new int[0]);
    }

    int teams() {
        return teams.size();
    }

    int window(int team) {
        return teams.get(team).window();
    }

    /** Those whom the newest staffing of a team takes: places among {@link #cadre}. Not to be changed. */
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
            cost += staffing.least(offers.get(team));
            chosen[team] = IntStream.range(0, staffing.chosenCount())
                    .map(staffing::chosen)
                    .toArray();
        }
        return cost;
    }

    /** What the teams cost at least, whoever serves; only right after {@link #look}. */
    long least(TeamStaffing staffing) {
        long cost = 0;
        for (int team = 0; team < teams.size(); team++) {
            setPrices(team);
            cost += staffing.leastWithAnybody(offers.get(team));
        }
        return cost;
    }

    private void setPrices(int team) {
        int window = window(team);
        for (int place = 0; place < cadres.length; place++) {
            long half = maySplit[place] ? priceOfHalf(cadres[place], window, split[place]) : TeamStaffing.BARRED;
            offers.get(team).setPrice(place, Math.min(half, priceOfGroup(cadres[place], window)));
        }
    }

    /** Whether a team pays somebody as half of a whole day rather than for one duty. */
    boolean isHalf(int team, int place) {
        int window = window(team);
        int cadre = cadres[place];
        return maySplit[place] && priceOfHalf(cadre, window, split[place]) < priceOfGroup(cadre, window);
    }

    /** Whether the window of a team is the first of a cadre's day. */
    boolean isFirstHalf(int team, int place) {
        return isFirst(cadres[place], window(team));
    }

    private boolean isFirst(int cadre, int window) {
        var calendar = prices.calendarOf(cadre);
        int group = calendar.groups().of(window);
        return calendar.dayOf(group).first() == group;
    }

    private long priceOfGroup(int cadre, int window) {
        return prices.ofGroup(
                prices.slot(cadre, prices.calendarOf(cadre).groups().of(window)));
    }

    private long priceOfHalf(int cadre, int window, long splitOff) {
        var calendar = prices.calendarOf(cadre);
        var day = calendar.dayOf(calendar.groups().of(window));
        long all = prices.ofDay(prices.slot(cadre, day.first()));
        long first = Math.floorDiv(all, 2) + splitOff;
        return isFirst(cadre, window) ? first : all - first;
    }

    /** Lets the directions of the splits fade, so that the newest staffing counts as much as is left. */
    void fadeDirections(double left) {
        for (int place = 0; place < splitDirection.length; place++) {
            splitDirection[place] *= left;
        }
    }

    void pushSplit(int place, double amount) {
        splitDirection[place] += amount;
    }

    double squareOfDirections() {
        return Arrays.stream(splitDirection).map(each -> each * each).sum();
    }

    void moveSplits(double length) {
        for (int place = 0; place < split.length; place++) {
            split[place] += Math.round(length * splitDirection[place]);
        }
    }

    /**
     * Chooses anew who is offered: everybody for whom there could be a place at today's prices.
     *
     * @param byUnit all cadres, those of a unit in a row
     * @param unitWeight what a unit can save a team at most
     * @param experienceWeight what an experienced head can save it at most
     */
    void look(int[] byUnit, long unitWeight, long experienceWeight) {
        var rows = new long[teams.size()][][];
        var siteRow = new long[index.cadres()];
        costs.fillSite(site, 0, index.cadres(), siteRow);
        for (int team = 0; team < rows.length; team++) {
            rows[team] = teams.get(team).lanes().stream()
                    .map(lane -> costsOf(lane, siteRow))
                    .toArray(long[][]::new);
        }
        var splits = new long[index.cadres()];
        var directions = new double[index.cadres()];
        var whole = whoMayServeAllDay(rows);
        for (int cadre = whole.nextSetBit(0); cadre >= 0; cadre = whole.nextSetBit(cadre + 1)) {
            splits[cadre] = usualSplit(cadre);
        }
        for (int place = 0; place < cadres.length; place++) {
            splits[cadres[place]] = split[place];
            directions[cadres[place]] = splitDirection[place];
        }
        var wanted = new BitSet();
        for (int team = 0; team < rows.length; team++) {
            for (int lane = 0; lane < rows[team].length; lane++) {
                var priced = priced(rows[team][lane], window(team), whole, splits);
                choose(team, lane, priced, unitWeight, experienceWeight, wanted);
            }
        }
        offer(Arrays.stream(byUnit).filter(wanted::get).toArray(), rows);
        maySplit = new boolean[cadres.length];
        split = new long[cadres.length];
        splitDirection = new double[cadres.length];
        for (int place = 0; place < cadres.length; place++) {
            maySplit[place] = whole.get(cadres[place]);
            split[place] = splits[cadres[place]];
            splitDirection[place] = directions[cadres[place]];
        }
    }

    /** Then neither half is cheaper than the single duty. */
    private long usualSplit(int cadre) {
        var calendar = prices.calendarOf(cadre);
        int first = prices.slot(
                cadre, calendar.dayOf(calendar.groups().of(window(0))).first());
        return Math.floorDiv(prices.ofGroup(first) - prices.ofGroup(first + 1), 2);
    }

    private long[] costsOf(Lane lane, long[] siteRow) {
        var least = new long[siteRow.length];
        var row = new long[siteRow.length];
        Arrays.fill(least, TeamStaffing.BARRED);
        for (int demand : lane.demands()) {
            costs.fill(demand, 0, siteRow.length, siteRow, row);
            for (int cadre = 0; cadre < row.length; cadre++) {
                if (row[cadre] < DutyCosts.BARRED) {
                    least[cadre] = Math.min(least[cadre], row[cadre] * scale);
                }
            }
        }
        return least;
    }

    private BitSet whoMayServeAllDay(long[][][] rows) {
        var first = new BitSet();
        var second = new BitSet();
        for (int team = 0; team < rows.length; team++) {
            int window = window(team);
            for (var row : rows[team]) {
                for (int cadre = 0; cadre < row.length; cadre++) {
                    if (row[cadre] < TeamStaffing.BARRED && isOneOfTwo(cadre, window)) {
                        (isFirst(cadre, window) ? first : second).set(cadre);
                    }
                }
            }
        }
        first.and(second);
        return first;
    }

    private boolean isOneOfTwo(int cadre, int window) {
        var calendar = prices.calendarOf(cadre);
        return calendar.dayOf(calendar.groups().of(window)).isPair() && costs.mostDuties(cadre) > 1;
    }

    private long[] priced(long[] row, int window, BitSet whole, long[] splits) {
        var priced = new long[row.length];
        for (int cadre = 0; cadre < row.length; cadre++) {
            priced[cadre] = TeamStaffing.BARRED;
            if (row[cadre] < TeamStaffing.BARRED) {
                long half = whole.get(cadre) ? priceOfHalf(cadre, window, splits[cadre]) : TeamStaffing.BARRED;
                priced[cadre] = row[cadre] + Math.min(half, priceOfGroup(cadre, window));
            }
        }
        return priced;
    }

    /**
     * Chooses whom a lane could take: no more people than it has seats are better than the worst of the best by more
     * than a unit saves, and no more experienced ones than could be of use.
     */
    private void choose(int team, int lane, long[] priced, long unitWeight, long experienceWeight, BitSet wanted) {
        int seats = teams.get(team).lanes().get(lane).seats();
        int experienced = teams.get(team).mostExperienced();
        long states = teams.get(team).states();
        int most = (int) Math.min(MOST_OFFERS, MOST_CELLS / states / 4);
        long last = lastOfBest(priced, seats, Who.ALL, TeamStaffing.BARRED);
        long newcomer = last >= TeamStaffing.BARRED ? last : last + unitWeight;
        long experiencedOne = newcomer;
        if (experienced > 0 && newcomer < TeamStaffing.BARRED) {
            long lastExperienced = lastOfBest(priced, experienced, Who.EXPERIENCED, TeamStaffing.BARRED);
            experiencedOne = Math.min(newcomer + experienceWeight, Math.max(newcomer, lastExperienced + unitWeight));
        }
        newcomer = lastOfBest(priced, most, Who.NEWCOMERS, newcomer);
        experiencedOne = lastOfBest(priced, most, Who.EXPERIENCED, experiencedOne);
        offers.get(team).setLeastOfOthers(lane, newcomer, experiencedOne);
        for (int cadre = 0; cadre < priced.length; cadre++) {
            if (priced[cadre] < (index.cadre(cadre).isExperienced() ? experiencedOne : newcomer)) {
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
    private long lastOfBest(long[] priced, int count, Who who, long limit) {
        var best = new PriorityQueue<Long>(Comparator.reverseOrder());
        long last = limit;
        for (int cadre = 0; cadre < priced.length; cadre++) {
            if (priced[cadre] < last
                    && (who == Who.ALL
                            || (who == Who.EXPERIENCED) == index.cadre(cadre).isExperienced())) {
                best.add(priced[cadre]);
                if (best.size() > count) {
                    best.remove();
                }
                if (best.size() == count) {
                    last = Math.min(limit, best.isEmpty() ? limit : best.element());
                }
            }
        }
        return last;
    }

    private void offer(int[] people, long[][][] rows) {
        cadres = people;
        var units = Arrays.stream(people).map(index::unitOf).distinct().toArray();
        var begin = new int[units.length + 1];
        int number = NONE;
        for (int place = 0; place < people.length; place++) {
            if (number == NONE || units[number] != index.unitOf(people[place])) {
                begin[++number] = place;
            }
        }
        begin[units.length] = people.length;
        var experienced = new boolean[people.length];
        for (int place = 0; place < people.length; place++) {
            experienced[place] = index.cadre(people[place]).isExperienced();
        }
        for (int team = 0; team < rows.length; team++) {
            var cost = Arrays.stream(rows[team])
                    .map(row ->
                            Arrays.stream(people).mapToLong(cadre -> row[cadre]).toArray())
                    .toArray(long[][]::new);
            offers.get(team).replace(units, begin, experienced, cost);
        }
    }
}
