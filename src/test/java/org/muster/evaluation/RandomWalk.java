package org.muster.evaluation;

import java.util.SplittableRandom;
import org.muster.evaluation.incremental.Change;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.Score;

/** Changes a schedule by steps of every sort, sensible or not. Few cadres take most duties, so that rules meet. */
public final class RandomWalk {
    private final ScoreKeeper keeper;
    private final ProblemIndex index;
    private final SplittableRandom random;
    private final Change change = new Change();

    public RandomWalk(ScoreKeeper keeper, SplittableRandom random) {
        this.keeper = keeper;
        this.index = keeper.index();
        this.random = random;
    }

    private record Duty(int cadre, int demand) {}

    /** Takes one step and returns what it was weighed at. */
    public Score step() {
        if (index.cadres() == 0 || index.demands() == 0) {
            change.clear();
            return change.toScore();
        }
        int from = anyDemand();
        if (keeper.heads(from) == 0 || random.nextInt(4) == 0) {
            return add(new Duty(anyCadre(), from));
        }
        var duty = new Duty(anyHead(from), from);
        return switch (random.nextInt(4)) {
            case 0 -> remove(duty);
            case 1 -> replace(duty, anyCadre());
            case 2 -> move(duty, anyDemand());
            default -> swap(duty, anyDemand());
        };
    }

    private Score add(Duty duty) {
        keeper.weighAdd(duty.cadre(), duty.demand(), change);
        keeper.add(duty.cadre(), duty.demand());
        return change.toScore();
    }

    private Score remove(Duty duty) {
        keeper.weighRemove(duty.cadre(), duty.demand(), change);
        keeper.remove(duty.cadre(), duty.demand());
        return change.toScore();
    }

    private Score replace(Duty duty, int coming) {
        keeper.weighReplace(duty.demand(), duty.cadre(), coming, change);
        keeper.replace(duty.demand(), duty.cadre(), coming);
        return change.toScore();
    }

    private Score move(Duty duty, int to) {
        keeper.weighMove(duty.cadre(), duty.demand(), to, change);
        keeper.move(duty.cadre(), duty.demand(), to);
        return change.toScore();
    }

    private Score swap(Duty duty, int otherDemand) {
        if (keeper.heads(otherDemand) == 0) {
            return move(duty, otherDemand);
        }
        var other = new Duty(anyHead(otherDemand), otherDemand);
        if (other.cadre() == duty.cadre() || otherDemand == duty.demand()) {
            return remove(duty);
        }
        keeper.weighSwap(duty.cadre(), duty.demand(), other.cadre(), otherDemand, change);
        keeper.swap(duty.cadre(), duty.demand(), other.cadre(), otherDemand);
        return change.toScore();
    }

    private int anyDemand() {
        return random.nextInt(index.demands());
    }

    private int anyCadre() {
        return random.nextInt(random.nextBoolean() ? index.cadres() : Math.min(index.cadres(), 3));
    }

    private int anyHead(int demand) {
        return keeper.cadreAt(demand, random.nextInt(keeper.heads(demand)));
    }
}
