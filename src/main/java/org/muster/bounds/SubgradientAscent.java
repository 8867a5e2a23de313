package org.muster.bounds;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
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
 * <p>Sources: M. L. Fisher, "The Lagrangian relaxation method for solving integer programming problems", Management
 * Science 27 (1981); the means of the directions after F. Barahona and R. Anbil, "The volume algorithm", Math.
 * Programming 87 (2000).
 */
final class SubgradientAscent {
    /** What the newest imbalance counts in the direction of a step. */
    private static final double NEWEST = 0.2;

    private static final int CADRES_IN_A_ROW = 256;
    /** What a step aims at, as a share of the limit: at first, and by which factor less where nothing is gained. */
    private static final double FIRST_AIM = 0.002, LOWER_AIM = 0.8;

    private static final int PATIENCE = 10;
    /** How far a step goes towards where the limit would have risen to the aim, were it straight. */
    private static final double STEP = 0.2;
    /**
     * What the squares of a direction count at least: those of one newest imbalance. Where everything is balanced the
     * direction fades to nothing, and a step that is measured by it alone would throw the prices beyond all numbers.
     */
    private static final double LEAST_SQUARE = NEWEST * NEWEST;

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
    private final double[] ofGroup;
    private final double[] ofDay;
    private final double[] ofAbsence;
    private double aim;
    private long best = Long.MIN_VALUE;
    private int stepsSinceBest;

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
        serves = new byte[prices.slots()];
        servesAllDay = new byte[prices.slots()];
        ofGroup = new double[prices.slots()];
        ofDay = new double[prices.slots()];
        ofAbsence = new double[index.units() * index.days()];
    }

    /**
     * A proven lower limit at today's prices, over all pairs of demand and cadre, in parts of a point; empty when it was
     * cancelled.
     *
     * @throws ArithmeticException when the costs and prices are too large to be summed: then nothing is proven
     */
    OptionalLong prove() {
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
        return cancelled.getAsBoolean() ? OptionalLong.empty() : OptionalLong.of(cost);
    }

    /**
     * Moves the prices a step, unless it is cancelled.
     *
     * @throws ArithmeticException when the costs and prices are too large to be summed
     */
    void step() {
        long teams = sites.parallelStream()
                .mapToLong(site -> cancelled.getAsBoolean() ? 0 : site.staff(staffing.get()))
                .reduce(0, Math::addExact);
        long limit = Math.addExact(teams, sell());
        if (cancelled.getAsBoolean()) {
            return;
        }
        follow(limit);
        double square = measureBalance();
        if (square > 0) {
            move(STEP * (best + aim - limit) / Math.max(square, LEAST_SQUARE));
        }
    }

    /** Aims lower when nothing was gained for long, and further when much was. */
    private void follow(long limit) {
        if (best == Long.MIN_VALUE) {
            aim = FIRST_AIM * Math.abs(limit) + unitWeight + experienceWeight;
            best = limit;
        }
        if (limit > best) {
            aim = Math.max(aim, (double) (limit - best));
            best = limit;
            stepsSinceBest = 0;
        } else if (++stepsSinceBest >= PATIENCE) {
            aim *= LOWER_AIM;
            stepsSinceBest = 0;
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

    /** Lets the directions follow what is bought beyond what is sold; returns the sum of their squares. */
    private double measureBalance() {
        fade(ofGroup);
        fade(ofDay);
        fade(ofAbsence);
        for (int slot = 0; slot < serves.length; slot++) {
            ofGroup[slot] -= NEWEST * serves[slot];
            ofDay[slot] -= NEWEST * servesAllDay[slot];
        }
        measureAbsence();
        double square = 0;
        for (var site : sites) {
            site.fadeDirections(1 - NEWEST);
            measureTeams(site);
            square += site.squareOfDirections();
        }
        return square + squareOf(ofGroup) + squareOf(ofDay) + squareOf(ofAbsence);
    }

    private static void fade(double[] direction) {
        for (int place = 0; place < direction.length; place++) {
            direction[place] *= 1 - NEWEST;
        }
    }

    private static double squareOf(double[] direction) {
        double square = 0;
        for (double each : direction) {
            square += each * each;
        }
        return square;
    }

    private void measureTeams(SiteDay site) {
        for (int team = 0; team < site.teams(); team++) {
            int window = site.window(team);
            for (int place : site.chosen(team)) {
                int cadre = site.cadre(place);
                var calendar = prices.calendarOf(cadre);
                int group = calendar.groups().of(window);
                if (site.isHalf(team, place)) {
                    ofDay[prices.slot(cadre, calendar.dayOf(group).first())] += NEWEST / 2;
                    site.pushSplit(place, site.isFirstHalf(team, place) ? NEWEST : -NEWEST);
                } else {
                    ofGroup[prices.slot(cadre, group)] += NEWEST;
                }
            }
        }
    }

    private void measureAbsence() {
        var away = new int[ofAbsence.length];
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            for (var day : prices.calendarOf(cadre).days()) {
                int date = cheapest(cadre, day);
                if (isAway(cadre, day) && !standing.servesOn(cadre, date)) {
                    away[index.unitOf(cadre) * index.days() + date]++;
                }
            }
        }
        for (int unit = 0; unit < index.units(); unit++) {
            for (int day = 0; day < index.days() && index.ceiling(unit) < Integer.MAX_VALUE; day++) {
                int place = unit * index.days() + day;
                ofAbsence[place] += NEWEST * (away[place] - Math.max(0, standing.roomInUnit(unit, day)));
                if (ofAbsence[place] < 0 && prices.ofAbsence(unit, day) == 0) {
                    ofAbsence[place] = 0;
                }
            }
        }
    }

    /** Of the dates on which the duty can be, the one for which the unit asks least. */
    private int cheapest(int cadre, Calendar.Day day) {
        int unit = index.unitOf(cadre);
        return day.dates().stream()
                .boxed()
                .min(Comparator.comparingLong(date -> prices.ofAbsence(unit, date)))
                .orElse(day.number());
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

    private void move(double length) {
        for (int slot = 0; slot < ofGroup.length; slot++) {
            prices.setOfGroup(slot, prices.ofGroup(slot) + Math.round(length * ofGroup[slot]));
            prices.setOfDay(slot, prices.ofDay(slot) + Math.round(length * ofDay[slot]));
        }
        sites.forEach(site -> site.moveSplits(length));
        for (int unit = 0; unit < index.units(); unit++) {
            for (int day = 0; day < index.days(); day++) {
                long change = Math.round(length * ofAbsence[unit * index.days() + day]);
                prices.setOfAbsence(unit, day, prices.ofAbsence(unit, day) + change);
            }
        }
    }
}
