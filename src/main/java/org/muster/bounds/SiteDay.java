package org.muster.bounds;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.muster.flow.DutyCosts;
import org.muster.problem.index.ProblemIndex;

/** The teams of a site on a day, and the people who are looked at one by one for them. */
final class SiteDay {
    /**
     * People who come this near to being offered are kept at hand until the next look at everybody, as a multiple of
     * what a unit can save: prices move meanwhile.
     */
    private static final int UNITS_AT_HAND = 4;

    private final ProblemIndex index;
    private final DutyCosts costs;
    private final Multipliers prices;
    private final long scale;
    private final int site;
    private final List<Team> teams;
    private final List<Candidates> candidates;
    /** For each team, the places in {@link #cadres} of those who are or might be offered to it. */
    private final int[][] atHand;
    /** For each team, the places among those at hand of whoever is needed for a proof. */
    private final int[][] offered;

    private final int[][] chosen;
    private int[] cadres = {};
    /** For those who may serve all day here the slot of the first half, for others {@link ProblemIndex#NONE}. */
    private int[] daySlot = {};
    /** By team and place, the slot of the cadre's group that the window of the team belongs to. */
    private int[][] slots = {};
    /** Of the price of a whole day, what the first half gets beyond half of it. */
    private long[] split = {};

    /**
     * Whom a look at everybody has found for a team.
     *
     * @param near who might be offered when prices move
     * @param needed who is offered now
     */
    private record Found(BitSet near, BitSet needed) {}

    SiteDay(ProblemIndex index, DutyCosts costs, Multipliers prices, long scale, int site, List<Team> teams) {
        this.index = index;
        this.costs = costs;
        this.prices = prices;
        this.scale = scale;
        this.site = site;
        this.teams = List.copyOf(teams);
        candidates = teams.stream().map(Candidates::new).toList();
        atHand = new int[teams.size()][0];
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

    /**
     * Staffs the teams with those at hand who are promising at today's prices.
     *
     * @param unitWeight what a unit can save a team at most
     * @param experienceWeight what an experienced head can save it at most
     */
    void staff(TeamStaffing staffing, long unitWeight, long experienceWeight) {
        for (int team = 0; team < teams.size(); team++) {
            setPrices(team);
            var promising = candidates.get(team).promising(unitWeight, experienceWeight);
            staffing.least(candidates.get(team).only(promising));
            int each = team;
            chosen[team] = IntStream.range(0, staffing.chosenCount())
                    .map(place -> atHand[each][promising[staffing.chosen(place)]])
                    .toArray();
        }
    }

    /** What the teams cost at least, whoever serves; only right after {@link #reprice}. */
    long least(TeamStaffing staffing) {
        long cost = 0;
        for (int team = 0; team < teams.size(); team++) {
            setPrices(team);
            cost += staffing.leastWithAnybody(candidates.get(team).only(offered[team]));
        }
        return cost;
    }

    private void setPrices(int team) {
        for (int offer = 0; offer < atHand[team].length; offer++) {
            int place = atHand[team][offer];
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
        return slots[team][place];
    }

    private long priceOfGroup(int team, int place) {
        return prices.ofGroup(slot(team, place));
    }

    private long priceOfHalf(int team, int place) {
        return daySlot[place] == ProblemIndex.NONE
                ? TeamStaffing.BARRED
                : prices.ofHalf(daySlot[place], isFirstHalf(team, place), split[place]);
    }

    /** Moves what the first half gets. */
    void moveSplit(int place, long amount) {
        split[place] = Multipliers.limited(split[place] + amount);
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
        var whole = pricedCadres.hasHalves() ? whoMayServeAllDay(pricedCadres, rows) : new BitSet();
        var found = Stream.generate(() -> new Found(new BitSet(), new BitSet()))
                .limit(rows.length)
                .toList();
        for (int team = 0; team < rows.length; team++) {
            var paid = paid(pricedCadres, team, whole);
            for (int lane = 0; lane < rows[team].length; lane++) {
                var priced = priced(rows[team][lane], paid);
                choose(pricedCadres, team, lane, priced, unitWeight, experienceWeight, found.get(team));
            }
        }
        remember(pricedCadres, whole, found);
        findSlots();
        for (int team = 0; team < rows.length; team++) {
            offer(team, pricedCadres, found.get(team), rows[team]);
        }
    }

    /** A cost that no limit of a lane exceeds, with what is kept at hand. */
    private static long widest(HeadGroup lane, long[] priced, long unitWeight, long experienceWeight) {
        long last = Limits.lastSeat(lane, priced);
        return last >= TeamStaffing.BARRED
                ? TeamStaffing.BARRED
                : last + (1 + UNITS_AT_HAND) * unitWeight + experienceWeight + 1;
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

    /** Chooses whom a lane could take, and who comes near to that. */
    private void choose(
            PricedCadres pricedCadres,
            int team,
            int lane,
            long[] priced,
            long unitWeight,
            long experienceWeight,
            Found found) {
        long widest = widest(teams.get(team).lanes().get(lane), priced, unitWeight, experienceWeight);
        var these = below(widest, priced);
        var costsOfThese = new long[these.length];
        var experienced = new boolean[these.length];
        for (int place = 0; place < these.length; place++) {
            costsOfThese[place] = priced[these[place]];
            experienced[place] = pricedCadres.isExperienced(these[place]);
        }
        var limits = Limits.of(teams.get(team), lane, costsOfThese, experienced, unitWeight, experienceWeight);
        candidates.get(team).setLeastOfOthers(lane, limits.newcomer(), limits.experiencedOne());
        for (int place = 0; place < these.length; place++) {
            long limit = limits.of(experienced[place]);
            if (costsOfThese[place] < limit) {
                found.needed().set(these[place]);
            }
            if (costsOfThese[place] < limit + UNITS_AT_HAND * unitWeight) {
                found.near().set(these[place]);
            }
        }
    }

    private static int[] below(long limit, long[] priced) {
        int count = 0;
        for (long cost : priced) {
            count += cost < limit ? 1 : 0;
        }
        var found = new int[count];
        for (int cadre = 0, place = 0; place < count; cadre++) {
            if (priced[cadre] < limit) {
                found[place++] = cadre;
            }
        }
        return found;
    }

    /** Notes everybody who is offered to a team; the splits of those who were there before stay. */
    private void remember(PricedCadres pricedCadres, BitSet whole, List<Found> found) {
        var splits = new long[pricedCadres.count()];
        var known = new BitSet();
        for (int place = 0; place < cadres.length; place++) {
            splits[cadres[place]] = split[place];
            known.set(cadres[place]);
        }
        var all = new BitSet();
        found.forEach(each -> all.or(each.near()));
        cadres = pricedCadres.byUnit(all);
        daySlot = new int[cadres.length];
        split = new long[cadres.length];
        for (int place = 0; place < cadres.length; place++) {
            int cadre = cadres[place];
            daySlot[place] = whole.get(cadre) ? slotOfDay(cadre) : ProblemIndex.NONE;
            if (whole.get(cadre)) {
                split[place] = known.get(cadre) ? splits[cadre] : prices.usualSplit(daySlot[place]);
            }
        }
    }

    private void findSlots() {
        slots = new int[teams.size()][cadres.length];
        for (int team = 0; team < slots.length; team++) {
            for (int place = 0; place < cadres.length; place++) {
                var groups = prices.calendarOf(cadres[place]).groups();
                slots[team][place] = prices.slot(cadres[place], groups.of(window(team)));
            }
        }
    }

    private int slotOfDay(int cadre) {
        var calendar = prices.calendarOf(cadre);
        return prices.slot(
                cadre, calendar.dayOf(calendar.groups().of(window(0))).first());
    }

    private void offer(int team, PricedCadres pricedCadres, Found found, long[][] rows) {
        atHand[team] = IntStream.range(0, cadres.length)
                .filter(place -> found.near().get(cadres[place]))
                .toArray();
        var these = Arrays.stream(atHand[team]).map(place -> cadres[place]).toArray();
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
        offered[team] = IntStream.range(0, these.length)
                .filter(offer -> found.needed().get(these[offer]))
                .toArray();
    }
}
