package org.muster.planning.phases;

import java.util.SplittableRandom;
import org.muster.evaluation.Change;
import org.muster.evaluation.ScoreKeeper;
import org.muster.problem.ProblemIndex;

/** Improves a schedule by small steps, some of them uphill. No step breaks a rule or leaves a required head out. */
final class Annealer {
    private final ScoreKeeper keeper;
    private final ProblemIndex index;
    private final LikelyCadres likely;
    private final Mates mates;
    private final Scope scope;
    private final SplittableRandom random;
    private final Change change = new Change();
    private double temperature;

    final long[] tried = new long[8];
    final long[] taken = new long[8];
    final long[] gained = new long[8];

    Annealer(ScoreKeeper keeper, LikelyCadres likely, Mates mates, Scope scope, SplittableRandom random) {
        this.keeper = keeper;
        this.index = keeper.index();
        this.likely = likely;
        this.mates = mates;
        this.scope = scope;
        this.random = random;
    }

    void anneal(long steps, double newTemperature) {
        temperature = newTemperature;
        for (long step = 0; step < steps; step++) {
            step();
        }
        keeper.forgetSteps();
    }

    private void step() {
        int seat = random.nextInt(scope.seats());
        int demand = scope.demandOfSeat(seat);
        int place = scope.placeOfSeat(seat);
        if (place >= keeper.heads(demand)) {
            fill(demand);
            return;
        }
        int cadre = keeper.cadreAt(demand, place);
        if (!scope.owns(cadre)) {
            return;
        }
        int sort = random.nextInt(8);
        if (sort < 4) {
            takeLikely(demand, cadre);
        } else if (sort < 7) {
            joinMate(demand, cadre);
        } else {
            swapNearby(demand, cadre);
        }
    }

    private void fill(int demand) {
        int cadre = anyLikely(demand);
        if (cadre < 0 || !scope.owns(cadre)) {
            return;
        }
        keeper.weighAdd(cadre, demand, change);
        if (isAccepted(0)) {
            keeper.add(cadre, demand);
        } else if (keeper.duties(cadre) > 0) {
            int from = keeper.demandAt(cadre, random.nextInt(keeper.duties(cadre)));
            if (scope.owns(from, cadre)) {
                keeper.weighMove(cadre, from, demand, change);
                if (isAccepted(1)) {
                    keeper.move(cadre, from, demand);
                }
            }
        }
    }

    private void takeLikely(int demand, int cadre) {
        int coming = anyLikely(demand);
        if (coming < 0 || coming == cadre || !scope.owns(coming)) {
            return;
        }
        int other = dutyInTheWay(coming, demand);
        if (other < 0) {
            keeper.weighReplace(demand, cadre, coming, change);
            if (isAccepted(2)) {
                keeper.replace(demand, cadre, coming);
            }
            return;
        }
        trySwap(demand, cadre, other, coming, 3);
    }

    private boolean trySwap(int demand, int cadre, int other, int otherCadre, int sort) {
        if (other == demand
                || !scope.owns(other, otherCadre)
                || !index.mayServe(cadre, other)
                || !index.mayServe(otherCadre, demand)) {
            return false;
        }
        keeper.weighSwap(cadre, demand, otherCadre, other, change);
        if (isAccepted(sort)) {
            keeper.swap(cadre, demand, otherCadre, other);
            return true;
        }
        return false;
    }

    /** Lets somebody take over who belongs to a unit that is in the team anyway. */
    private void joinMate(int demand, int cadre) {
        int team = keeper.teamOf(demand);
        int beside = scope.anyDemandOfTeam(team, random);
        if (keeper.heads(beside) == 0) {
            return;
        }
        int unit = index.unitOf(anyHead(beside));
        if (unit == index.unitOf(cadre)) {
            return;
        }
        int mate = likely.anyOf(demand, unit, random);
        if (mate < 0 || !scope.owns(mate)) {
            return;
        }
        int other = dutyInTheWay(mate, demand);
        if (other < 0) {
            keeper.weighReplace(demand, cadre, mate, change);
            if (isAccepted(4)) {
                keeper.replace(demand, cadre, mate);
            }
        } else if (keeper.teamOf(other) != team) {
            trySwap(demand, cadre, other, mate, 5);
        }
    }

    private void swapNearby(int demand, int cadre) {
        int other = scope.anyNearDemand(demand, random);
        if (keeper.heads(other) == 0) {
            return;
        }
        int otherCadre = anyHead(other);
        if (otherCadre != cadre && scope.owns(otherCadre)) {
            trySwap(demand, cadre, other, otherCadre, 7);
        }
    }

    private int anyHead(int demand) {
        return keeper.cadreAt(demand, random.nextInt(keeper.heads(demand)));
    }

    private int anyLikely(int demand) {
        int count = likely.count(demand);
        if (count == 0) {
            return -1;
        }
        // the better of two throws: cheap cadres come more often
        return likely.cadre(demand, Math.min(random.nextInt(count), random.nextInt(count)));
    }

    /** A duty of the cadre that overlaps the window of the demand, or -1. */
    private int dutyInTheWay(int cadre, int demand) {
        int window = index.windowOf(demand);
        for (int place = 0; place < keeper.duties(cadre); place++) {
            int other = keeper.demandAt(cadre, place);
            if (index.gap(index.windowOf(other), window) < 0) {
                return other;
            }
        }
        return -1;
    }

    private boolean isAccepted(int sort) {
        tried[sort]++;
        if (change.hard() < 0 || change.medium() < 0) {
            return false;
        }
        boolean accepted = change.medium() > 0
                || change.soft() >= 0
                || (change.soft() > -12 * temperature && random.nextDouble() < Math.exp(change.soft() / temperature));
        if (accepted) {
            taken[sort]++;
            gained[sort] += change.soft();
        }
        return accepted;
    }
}
