package org.muster.planning.phases;

import static org.muster.problem.index.ProblemIndex.NONE;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.muster.evaluation.incremental.Change;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.planning.model.LikelyCadres;
import org.muster.problem.index.ProblemIndex;

/**
 * Improves a schedule by small steps, some of which cost a little. No step breaks a rule or leaves a required head out.
 *
 * <p>Source: S. Kirkpatrick, C. D. Gelatt and M. P. Vecchi, "Optimization by simulated annealing", Science 220 (1983).
 */
final class Annealer {
    /** Of the steps on a demand with more heads than it requires, one in so many takes somebody away. */
    private static final int LEAVE_OUT = 8;
    /** Of all steps on a head, one in so many is a chain. */
    private static final int CHAIN = 4;

    private final ScoreKeeper keeper;
    private final ProblemIndex index;
    private final Neighbourhood neighbourhood;
    private final SplittableRandom random;
    private final Draw draw;
    private final Acceptance acceptance;
    private final EjectionChain chain;
    private final CeilingStep ceiling;
    private final Change change = new Change();

    private Scope scope = Scope.NOTHING;
    private int[] seats = {};
    private int[] taken = new int[64];

    Annealer(ScoreKeeper keeper, LikelyCadres likely, Neighbourhood neighbourhood, SplittableRandom random) {
        this.keeper = keeper;
        this.index = keeper.index();
        this.neighbourhood = neighbourhood;
        this.random = random;
        draw = new Draw(keeper, likely, neighbourhood, random);
        acceptance = new Acceptance(random);
        chain = new EjectionChain(keeper, draw, acceptance, random);
        ceiling = new CeilingStep(keeper, draw, acceptance, random);
    }

    /** Limits the steps that follow. */
    void workOn(Scope newScope) {
        scope = newScope;
        chain.workOn(newScope);
        ceiling.workOn(newScope);
        seats = newScope.seats(keeper);
    }

    /**
     * Tries so many steps.
     *
     * @param points what a step may cost, about
     */
    void anneal(long steps, double points) {
        if (seats.length == 0) {
            return;
        }
        acceptance.coolTo(points);
        for (long step = 0; step < steps; step++) {
            tryStep();
        }
        keeper.clearUndoLog();
    }

    private void tryStep() {
        int demand = seats[random.nextInt(seats.length)];
        int place = random.nextInt(index.demand(demand).max());
        if (place >= keeper.heads(demand)) {
            fillSeat(demand);
            return;
        }
        int cadre = keeper.cadreAt(demand, place);
        if (!scope.mayChange(cadre)) {
            return;
        }
        if (keeper.heads(demand) > index.demand(demand).min() && random.nextInt(LEAVE_OUT) == 0) {
            leaveOut(demand, cadre);
            return;
        }
        if (random.nextInt(CHAIN) == 0) {
            chain.tryFrom(demand, cadre);
            return;
        }
        switch (random.nextInt(8)) {
            case 0, 1, 2, 3 -> callSomebodyLikely(demand, cadre);
            case 4, 5, 6 -> callMateOfTheTeam(demand, cadre);
            default -> swapWithNeighbour(demand, cadre);
        }
    }

    /** Gives a free seat to somebody likely, or moves somebody likely there. */
    private void fillSeat(int demand) {
        int cadre = draw.anyLikely(demand);
        if (cadre == NONE || !scope.mayChange(cadre)) {
            return;
        }
        keeper.weighAdd(cadre, demand, change);
        if (acceptance.accepts(change)) {
            keeper.add(cadre, demand);
            return;
        }
        if (ceiling.isInTheWay(cadre, demand, NONE)) {
            ceiling.tryFor(cadre, demand, NONE);
            return;
        }
        if (keeper.duties(cadre) > 0) {
            int from = draw.anyDuty(cadre);
            keeper.weighMove(cadre, from, demand, change);
            if (acceptance.accepts(change)) {
                keeper.move(cadre, from, demand);
            }
        }
    }

    /** Lets a seat go that is not required. */
    private void leaveOut(int demand, int cadre) {
        keeper.weighRemove(cadre, demand, change);
        if (acceptance.accepts(change)) {
            keeper.remove(cadre, demand);
        }
    }

    private void callSomebodyLikely(int demand, int cadre) {
        int coming = draw.anyLikely(demand);
        if (coming != NONE && coming != cadre && scope.mayChange(coming)) {
            call(demand, cadre, coming);
        }
    }

    private void callMateOfTheTeam(int demand, int cadre) {
        int mate = draw.anyMate(demand, cadre);
        if (mate != NONE && scope.mayChange(mate)) {
            call(demand, cadre, mate);
        }
    }

    private void swapWithNeighbour(int demand, int cadre) {
        int other = neighbourhood.anyNear(demand, random);
        if (keeper.heads(other) > 0) {
            swap(demand, cadre, other, draw.anyHead(other));
        }
    }

    /** Lets a cadre take over; one who serves elsewhere at that time leaves his duty to the cadre who leaves. */
    private void call(int demand, int leaving, int coming) {
        if (Math.max(keeper.duties(leaving), keeper.duties(coming)) > 1 && random.nextBoolean()) {
            exchangeAllDuties(leaving, coming);
            return;
        }
        int other = draw.dutyInTheWay(coming, demand);
        if (other != NONE) {
            swap(demand, leaving, other, coming);
            return;
        }
        if (ceiling.isInTheWay(coming, demand, leaving)) {
            ceiling.tryFor(coming, demand, leaving);
            return;
        }
        keeper.weighReplace(demand, leaving, coming, change);
        if (acceptance.accepts(change)) {
            keeper.replace(demand, leaving, coming);
        }
    }

    /** Two cadres take over everything from each other: duties that only fit together stay together. */
    private void exchangeAllDuties(int cadre, int other) {
        if (!mayTakeOver(cadre, other) || !mayTakeOver(other, cadre)) {
            return;
        }
        acceptance.begin(keeper);
        int mark = keeper.mark();
        int duties = takeAll(cadre, 0);
        int all = takeAll(other, duties);
        for (int place = 0; place < all; place++) {
            keeper.add(place < duties ? other : cadre, taken[place]);
        }
        if (!acceptance.acceptsSinceBegin(keeper)) {
            keeper.undoTo(mark);
        }
        keeper.clearUndoLog();
    }

    /** Whether somebody may serve wherever somebody else does. */
    private boolean mayTakeOver(int cadre, int from) {
        for (int place = 0; place < keeper.duties(from); place++) {
            if (!index.mayServe(cadre, keeper.demandAt(from, place))) {
                return false;
            }
        }
        return true;
    }

    private int takeAll(int cadre, int before) {
        int count = before;
        while (keeper.duties(cadre) > 0) {
            int demand = keeper.demandAt(cadre, keeper.duties(cadre) - 1);
            if (count == taken.length) {
                taken = Arrays.copyOf(taken, 2 * count);
            }
            taken[count++] = demand;
            keeper.remove(cadre, demand);
        }
        return count;
    }

    private void swap(int demand, int cadre, int other, int otherCadre) {
        if (other == demand
                || otherCadre == cadre
                || !scope.mayChange(other, otherCadre)
                || !index.mayServe(cadre, other)
                || !index.mayServe(otherCadre, demand)) {
            return;
        }
        keeper.weighSwap(cadre, demand, otherCadre, other, change);
        if (acceptance.accepts(change)) {
            keeper.swap(cadre, demand, otherCadre, other);
        }
    }
}
