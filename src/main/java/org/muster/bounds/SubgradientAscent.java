package org.muster.bounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.muster.flow.DutyCosts;
import org.muster.flow.PartialSchedule;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.Rule;

/**
 * Raises a lower limit of what every schedule costs: teams buy the time that cadres sell, and prices follow what is
 * bought too often or too rarely.
 *
 * <p>Each team is staffed as cheaply as can be at the prices, each cadre sells as dearly as the rules allow, and a
 * unit that may not have so many people away charges for it. Whatever the prices are, no schedule costs less than the
 * two together; the better they are, the nearer it comes.
 *
 * <p>The sites are gone through one after the other, in another order each time, and each finds the prices that those
 * before it have left: what is wanted by many is dear for the second of them already. The steps become shorter and
 * shorter, and what is proven are means of prices.
 *
 * <p>Sources: M. L. Fisher, "The Lagrangian relaxation method for solving integer programming problems", Management
 * Science 27 (1981); A. Nedić and D. P. Bertsekas, "Incremental subgradient methods for nondifferentiable
 * optimization", SIAM Journal on Optimization 12 (2001).
 */
final class SubgradientAscent {
    private static final int CADRES_IN_A_ROW = 256;
    /** In so many parts the sites are gone through; those of one part at the same prices, on all cores. */
    private static final int PARTS = 128;
    /** By how much the first step moves a price, as a share of what a head costs on average. */
    private static final double FIRST_LENGTH = 0.2;
    /** After so many steps they are half as long. */
    private static final double STEPS_TO_HALF = 10;

    private final ProblemIndex index;
    private final PartialSchedule standing;
    private final Multipliers prices;
    private final List<SiteDay> sites;
    private final BooleanSupplier cancelled;
    private final long unitWeight;
    private final long experienceWeight;
    private final PricedCadres pricedCadres;
    private final ThreadLocal<TeamStaffing> staffing;
    private final ThreadLocal<CadreTime> time;

    private final byte[] serves;
    private final byte[] servesAllDay;
    private final List<SiteDay> order;
    private final MeanPrices means;
    private final SplittableRandom random = new SplittableRandom(1);
    private int steps;
    private double costOfHead;

    /**
     * Prepares for steps from the prices as they are.
     *
     * @param sites every team that there is, once
     * @param scale how many parts of cost a point has
     * @param cancelled asked often, by several threads; what it stops leaves nothing that can be used
     */
    SubgradientAscent(
            ProblemIndex index,
            PartialSchedule standing,
            DutyCosts costs,
            Multipliers prices,
            long scale,
            List<SiteDay> sites,
            BooleanSupplier cancelled) {
        this.index = index;
        this.standing = standing;
        this.prices = prices;
        this.sites = sites;
        this.cancelled = cancelled;
        unitWeight = index.weight(Rule.TEAM_UNITS) * scale;
        experienceWeight = index.weight(Rule.EXPERIENCE) * scale;
        pricedCadres = new PricedCadres(index, costs, prices);
        staffing = ThreadLocal.withInitial(() -> new TeamStaffing(unitWeight, experienceWeight));
        time = ThreadLocal.withInitial(() -> new CadreTime(index, standing, costs, prices, scale));
        order = new ArrayList<>(sites);
        means = new MeanPrices(prices);
        serves = new byte[prices.slots()];
        servesAllDay = new byte[prices.slots()];
    }

    /**
     * A proven lower limit at today's prices, over all pairs of demand and cadre, in parts of a point; empty when it was
     * cancelled.
     *
     * @throws ArithmeticException when the costs and prices are too large to be summed: then nothing is proven
     */
    OptionalLong prove() {
        means.replacePrices();
        pricedCadres.reprice();
        long cost = sites.parallelStream()
                .mapToLong(site -> {
                    if (cancelled.getAsBoolean()) {
                        return 0;
                    }
                    site.reprice(pricedCadres, unitWeight, experienceWeight);
                    return site.least(staffing.get());
                })
                .reduce(0, Math::addExact);
        cost = Math.addExact(cost, sell());
        costOfHead = Math.abs((double) cost) / heads();
        return cancelled.getAsBoolean() ? OptionalLong.empty() : OptionalLong.of(cost);
    }

    private long heads() {
        return Math.max(
                1,
                IntStream.range(0, index.demands())
                        .mapToLong(demand -> index.demand(demand).ideal())
                        .sum());
    }

    /**
     * Goes through all teams once, unless it is cancelled: what is sold becomes cheaper, and dearer again with every
     * team that buys it. There was a proof before.
     *
     * @throws ArithmeticException when the costs and prices are too large to be summed
     */
    void step() {
        sell();
        long length = length();
        lowerWhatIsSold(length);
        moveAbsence(length);
        means.add();
        shuffle();
        int part = Math.ceilDiv(order.size(), PARTS);
        for (int from = 0; from < order.size() && !cancelled.getAsBoolean(); from += part) {
            var sitesOfPart = order.subList(from, Math.min(order.size(), from + part));
            sitesOfPart.parallelStream().forEach(site -> site.staff(staffing.get(), unitWeight, experienceWeight));
            sitesOfPart.forEach(site -> raiseWhatIsBought(site, length));
        }
        steps++;
        means.add();
    }

    /** Leaves the prices so far out of the means. */
    void forgetPrices() {
        means.clear();
    }

    private long length() {
        return Math.max(1, Math.round(FIRST_LENGTH * costOfHead / (1 + steps / STEPS_TO_HALF)));
    }

    private void shuffle() {
        for (int left = order.size(); left > 1; left--) {
            Collections.swap(order, left - 1, random.nextInt(left));
        }
    }

    private void lowerWhatIsSold(long length) {
        for (int slot = 0; slot < serves.length; slot++) {
            prices.setOfGroup(slot, prices.ofGroup(slot) - length * serves[slot]);
            prices.setOfDay(slot, prices.ofDay(slot) - length * servesAllDay[slot]);
        }
    }

    private void raiseWhatIsBought(SiteDay site, long length) {
        for (int team = 0; team < site.teams(); team++) {
            int window = site.window(team);
            for (int place : site.chosen(team)) {
                int cadre = site.cadre(place);
                var calendar = prices.calendarOf(cadre);
                int group = calendar.groups().of(window);
                if (site.isHalf(team, place)) {
                    int slot = prices.slot(cadre, calendar.dayOf(group).first());
                    site.moveSplit(place, site.isFirstHalf(team, place) ? length : -length);
                    prices.setOfDay(slot, prices.ofDay(slot) + length / 2);
                } else {
                    int slot = prices.slot(cadre, group);
                    prices.setOfGroup(slot, prices.ofGroup(slot) + length);
                }
            }
        }
    }

    /** What all cadres earn at most, as a cost; what units earn for those who are away is taken off. */
    private long sell() {
        Arrays.fill(serves, (byte) 0);
        Arrays.fill(servesAllDay, (byte) 0);
        long cost = IntStream.range(0, Math.ceilDiv(index.cadres(), CADRES_IN_A_ROW))
                .parallel()
                .mapToLong(this::sell)
                .reduce(0, Math::addExact);
        for (int unit = 0; unit < index.units(); unit++) {
            for (int day = 0; day < index.days(); day++) {
                long price = prices.ofAbsence(unit, day);
                if (price > 0) {
                    long room = Math.max(0, standing.roomInUnit(unit, day));
                    cost = Math.subtractExact(cost, Math.multiplyExact(price, room));
                }
            }
        }
        return cost;
    }

    private long sell(int row) {
        long cost = 0;
        int end = Math.min(index.cadres(), (row + 1) * CADRES_IN_A_ROW);
        for (int cadre = row * CADRES_IN_A_ROW; cadre < end; cadre++) {
            cost = Math.addExact(cost, time.get().least(cadre, serves, servesAllDay));
        }
        return cost;
    }

    /** Where more are away than may be, their unit charges more, in proportion, and less where there is room. */
    private void moveAbsence(long length) {
        var away = new int[prices.absences()];
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            for (var day : prices.calendarOf(cadre).days()) {
                if (isAway(cadre, day)) {
                    int unit = index.unitOf(cadre);
                    int date = day.cheapestDate(each -> prices.ofAbsence(unit, each));
                    away[unit * index.days() + date] += standing.servesOn(cadre, date) ? 0 : 1;
                }
            }
        }
        for (int unit = 0; unit < index.units(); unit++) {
            for (int day = 0; day < index.days() && index.ceiling(unit) < Integer.MAX_VALUE; day++) {
                int count = away[unit * index.days() + day];
                int room = Math.max(0, standing.roomInUnit(unit, day));
                double part = (count - room) / (double) Math.max(1, Math.max(count, room));
                prices.setOfAbsence(unit, day, prices.ofAbsence(unit, day) + Math.round(length * part));
            }
        }
    }

    private boolean isAway(int cadre, Calendar.Day day) {
        for (int group = day.first(); group < day.first() + day.size(); group++) {
            int slot = prices.slot(cadre, group);
            if (serves[slot] + servesAllDay[slot] > 0) {
                return true;
            }
        }
        return false;
    }
}
