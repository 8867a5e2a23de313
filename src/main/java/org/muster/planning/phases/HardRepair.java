package org.muster.planning.phases;

import static org.muster.problem.index.ProblemIndex.NONE;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.problem.StandingAssignment;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.Schedule;

/**
 * Takes duties away until every rule is kept that empty seats can keep: an empty seat is better than an order that must
 * not be given. Pins are set where they do not stand and are never taken away; what they break among themselves stays
 * broken.
 *
 * <p>A duty is taken away only where a rule is broken, so that a schedule that keeps its rules stays as it is. Of several
 * ways the one goes first that leaves out the least. In a hurry all duties of whoever breaks a rule go at once: that takes
 * hardly longer than to read the schedule.
 */
public final class HardRepair {
    private final ScoreKeeper keeper;
    private final ProblemIndex index;
    private final BooleanSupplier isInHurry;
    private final Set<Pin> pins = new HashSet<>();
    private int[] duties = new int[16];

    private record Pin(int cadre, int demand) {}

    private HardRepair(ScoreKeeper keeper, BooleanSupplier isInHurry) {
        this.keeper = keeper;
        index = keeper.index();
        this.isInHurry = isInHurry;
    }

    /**
     * The schedule, repaired; the same duties where nothing was broken.
     *
     * @param isInHurry asked often
     */
    public static Schedule repaired(ProblemIndex index, Schedule schedule, BooleanSupplier isInHurry) {
        var keeper = ScoreKeeper.of(index, schedule);
        repair(keeper, isInHurry);
        return keeper.schedule();
    }

    /** Repairs what a keeper has. */
    public static void repair(ScoreKeeper keeper, BooleanSupplier isInHurry) {
        var repair = new HardRepair(keeper, isInHurry);
        repair.setPins();
        if (keeper.avoidable() < 0) {
            repair.takeFromWhoeverMayNotServe();
            repair.takeHeadsAboveMost();
            repair.takeFromWhoeverDoesTooMuch();
            repair.takeFromUnitsAboveCeiling();
        }
        keeper.clearUndoLog();
    }

    private void setPins() {
        for (var standing : index.problem().assignments()) {
            if (standing.pinned()) {
                var pin = pinOf(standing);
                if (pins.add(pin) && !keeper.serves(pin.cadre(), pin.demand())) {
                    keeper.add(pin.cadre(), pin.demand());
                }
            }
        }
    }

    private Pin pinOf(StandingAssignment standing) {
        return new Pin(
                index.findCadre(standing.cadre()).orElseThrow(),
                index.findDemand(standing.demand()).orElseThrow());
    }

    private void takeFromWhoeverMayNotServe() {
        for (int demand = 0; demand < index.demands(); demand++) {
            for (int place = keeper.heads(demand) - 1; place >= 0; place--) {
                int cadre = keeper.cadreAt(demand, place);
                if (!index.mayServe(cadre, demand) && mayGo(cadre, demand)) {
                    keeper.remove(cadre, demand);
                    place = keeper.heads(demand);
                }
            }
        }
    }

    private void takeHeadsAboveMost() {
        for (int demand = 0; demand < index.demands(); demand++) {
            var best = new Loss(keeper);
            while (keeper.heads(demand) > index.demand(demand).max()) {
                best.start();
                for (int place = 0; place < keeper.heads(demand); place++) {
                    int cadre = keeper.cadreAt(demand, place);
                    if (mayGo(cadre, demand)) {
                        best.offer(cadre, new int[] {demand}, 1);
                    }
                }
                if (!best.isFound()) {
                    break;
                }
                best.take();
            }
        }
    }

    private void takeFromWhoeverDoesTooMuch() {
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            mend(cadre);
        }
    }

    /** Takes duties of a cadre away until they keep the rules among themselves. */
    private void mend(int cadre) {
        var best = new Loss(keeper);
        while (keeper.brokenBy(cadre) > 0 && !isInHurry.getAsBoolean()) {
            best.start();
            offerDutiesAndRuns(cadre, best);
            if (!best.isFound()) {
                break;
            }
            best.take();
        }
        if (keeper.brokenBy(cadre) > 0) {
            takeAll(cadre);
        }
    }

    /** Each duty alone, each day, and each run of worked days: of a run that is too short, all must go. */
    private void offerDutiesAndRuns(int cadre, Loss best) {
        int all = dutiesOf(cadre);
        for (int from = 0; from < all; from++) {
            if (mayGo(cadre, duties[from])) {
                best.offerIfMending(cadre, new int[] {duties[from]}, 1);
            }
        }
        offerGroups(cadre, all, 0, best);
        offerGroups(cadre, all, 1, best);
    }

    /** Groups of duties of which each is no more than so many days after the one before. */
    private void offerGroups(int cadre, int all, int days, Loss best) {
        int from = 0;
        while (from < all) {
            int end = from + 1;
            while (end < all && dayOf(duties[end]) - dayOf(duties[end - 1]) <= days) {
                end++;
            }
            if (end - from > 1 && mayGo(cadre, from, end)) {
                best.offerIfMending(cadre, Arrays.copyOfRange(duties, from, end), end - from);
            }
            from = end;
        }
    }

    private boolean mayGo(int cadre, int from, int end) {
        for (int place = from; place < end; place++) {
            if (!mayGo(cadre, duties[place])) {
                return false;
            }
        }
        return true;
    }

    private void takeAll(int cadre) {
        int all = dutiesOf(cadre);
        for (int place = 0; place < all; place++) {
            if (mayGo(cadre, duties[place])) {
                keeper.remove(cadre, duties[place]);
            }
        }
    }

    private void takeFromUnitsAboveCeiling() {
        var cadresOfUnits =
                Stream.generate(IntStream::builder).limit(index.units()).toList();
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            cadresOfUnits.get(index.unitOf(cadre)).add(cadre);
        }
        for (int unit = 0; unit < index.units(); unit++) {
            int[] cadres = cadresOfUnits.get(unit).build().toArray();
            for (int day = 0; day < index.days(); day++) {
                while (keeper.aboveCeiling(unit, day) > 0 && sendSomebodyHome(cadres, day)) {
                    // One after the other, since each changes what the others are worth.
                }
            }
        }
    }

    /** Whether there was somebody whose duties of the day are not pinned. */
    private boolean sendSomebodyHome(int[] cadres, int day) {
        var best = new Loss(keeper);
        for (int each : cadres) {
            offerDay(each, day, best);
        }
        if (!best.isFound()) {
            return false;
        }
        int cadre = best.cadre();
        best.take();
        mend(cadre);
        return true;
    }

    private void offerDay(int cadre, int day, Loss best) {
        int all = dutiesOf(cadre);
        var ofDay =
                Arrays.stream(duties, 0, all).filter(duty -> dayOf(duty) == day).toArray();
        if (ofDay.length > 0 && Arrays.stream(ofDay).allMatch(duty -> mayGo(cadre, duty))) {
            best.offer(cadre, ofDay, ofDay.length);
        }
    }

    private int dutiesOf(int cadre) {
        int all = keeper.duties(cadre);
        if (all > duties.length) {
            duties = new int[2 * all];
        }
        for (int place = 0; place < all; place++) {
            duties[place] = keeper.demandAt(cadre, place);
        }
        return all;
    }

    /** A pin can have a second head beside it, which may go. */
    private boolean mayGo(int cadre, int demand) {
        if (!pins.contains(new Pin(cadre, demand))) {
            return true;
        }
        int times = 0;
        for (int place = 0; place < keeper.duties(cadre); place++) {
            times += keeper.demandAt(cadre, place) == demand ? 1 : 0;
        }
        return times > 1;
    }

    private int dayOf(int demand) {
        return index.day(index.windowOf(demand));
    }

    /** Duties of one cadre to be taken away: those that break least, then leave out least, then are worth least. */
    private static final class Loss {
        private final ScoreKeeper keeper;
        private int cadre = NONE;
        private int[] demands = {};
        private long broken;
        private long medium;
        private long soft;

        Loss(ScoreKeeper keeper) {
            this.keeper = keeper;
        }

        void start() {
            cadre = NONE;
        }

        boolean isFound() {
            return cadre != NONE;
        }

        int cadre() {
            return cadre;
        }

        /** Only where the cadre breaks less without them. */
        void offerIfMending(int whose, int[] taken, int count) {
            offer(whose, taken, count, keeper.brokenBy(whose) - 1, true);
        }

        void offer(int whose, int[] taken, int count) {
            offer(whose, taken, count, Long.MAX_VALUE, false);
        }

        private void offer(int whose, int[] taken, int count, long most, boolean looksAtLossFirst) {
            int mark = keeper.mark();
            for (int place = 0; place < count; place++) {
                keeper.remove(whose, taken[place]);
            }
            long nowBroken = keeper.brokenBy(whose);
            boolean isLess = looksAtLossFirst
                    ? isLessLoss(nowBroken)
                    : nowBroken < broken || (nowBroken == broken && isLessLoss(nowBroken));
            if (nowBroken <= most && (cadre == NONE || isLess)) {
                cadre = whose;
                demands = taken;
                broken = nowBroken;
                medium = keeper.medium();
                soft = keeper.soft();
            }
            keeper.undoTo(mark);
        }

        private boolean isLessLoss(long nowBroken) {
            if (keeper.medium() != medium) {
                return keeper.medium() > medium;
            }
            return keeper.soft() != soft ? keeper.soft() > soft : nowBroken < broken;
        }

        void take() {
            for (int demand : demands) {
                keeper.remove(cadre, demand);
            }
        }
    }
}
