package org.muster.evaluation.explanation;

import static org.muster.problem.index.ProblemIndex.NONE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.muster.evaluation.incremental.Change;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.schedule.Score;

/**
 * Finds chains: a cadre leaves a duty for another one, and that moves a second cadre, who makes room or follows.
 *
 * <p>There are as many as pairs of steps, so not all are looked at. Halves of a chain are chosen by what each would
 * change by itself; the best few are put together, and every pair is weighed exactly. Chains that break a rule are left
 * out, but a half may break one that the other half mends.
 */
final class ReplacementChains {
    private static final int BEST = 5;
    /** How many halves of each sort are put together with others. */
    private static final int HALVES = 8;
    /** For how many of them a second step is searched. */
    private static final int FOLLOWED = 4;

    private final ScoreKeeper keeper;
    private final SingleSteps steps;
    private final PromisingSteps promising;
    private final TimeBudget timeBudget;
    private final Change change = new Change();

    ReplacementChains(ScoreKeeper keeper, SingleSteps steps, TimeBudget timeBudget) {
        this.keeper = keeper;
        this.steps = steps;
        this.timeBudget = timeBudget;
        this.promising = new PromisingSteps(keeper);
    }

    /** The best chains that end a duty. */
    List<CandidateMove> awayFrom(int demand, int cadre) {
        int mark = keeper.mark();
        keeper.remove(cadre, demand);
        var free = halves(candidateMove -> candidateMove.demand() != demand, ideas -> steps.freeSeats(cadre, ideas));
        var taken =
                halves(candidateMove -> candidateMove.demand() != demand, ideas -> promising.takenSeats(cadre, ideas));
        var successors =
                halves(candidateMove -> candidateMove.coming() != cadre, ideas -> promising.additions(demand, ideas));
        var replacementChains = pushing(taken, demand);
        keeper.undoTo(mark);
        taken.forEach(place -> replacementChains.add(place.leaving(demand)));
        Stream.concat(free.stream(), taken.stream())
                .map(place -> place.leaving(demand))
                .forEach(going ->
                        successors.forEach(successor -> replacementChains.add(going.followedBy(successor.coming()))));
        arrivals(demand).forEach(arrival -> replacementChains.add(arrival.inPlaceOf(cadre)));
        return bestOf(replacementChains);
    }

    /** The best chains that give a cadre a further duty, in place of another cadre who goes elsewhere. */
    List<CandidateMove> towards(int cadre) {
        return bestOf(pushing(halves(_ -> true, ideas -> promising.takenSeats(cadre, ideas)), NONE));
    }

    /**
     * Cadres who could come to a demand from elsewhere, and those who could follow there. The difference of the score
     * is left open.
     */
    List<CandidateMove> arrivals(int demand) {
        var arrivals = new TopN(CandidateMove.BEST_FIRST, FOLLOWED);
        promising.arrivals(
                demand,
                timeBudget.limiting(candidateMove -> arrivals.offer(candidateMove.at(asIfFollowed(candidateMove)))));
        var replacementChains = new ArrayList<CandidateMove>();
        for (var arrival : arrivals.ideas()) {
            int mark = keeper.mark();
            arrival.carryOut(keeper);
            halves(
                            candidateMove -> candidateMove.coming() != arrival.coming(),
                            ideas -> promising.additions(arrival.left(), ideas))
                    .forEach(successor -> replacementChains.add(arrival.followedBy(successor.coming())));
            keeper.undoTo(mark);
        }
        return replacementChains;
    }

    /** The best of some chains that break no rule, weighed. */
    List<CandidateMove> bestOf(List<CandidateMove> replacementChains) {
        var best = new TopN(CandidateMove.BEST_FIRST, BEST);
        replacementChains.stream()
                .filter(chain -> chain.kind() == Alternative.Kind.CHAIN)
                .map(this::weighed)
                .filter(chain -> chain.difference().hard() >= 0)
                .forEach(best::offer);
        return best.ideas();
    }

    /**
     * A cadre takes a seat, whose holder goes on to another one.
     *
     * @param takeovers to be followed, as single steps from the present state
     * @param vacated the duty that the cadre who takes the seat has left for it, or {@code NONE}
     */
    private List<CandidateMove> pushing(List<CandidateMove> takeovers, int vacated) {
        var replacementChains = new ArrayList<CandidateMove>();
        for (var takeover : takeovers.subList(0, Math.min(FOLLOWED, takeovers.size()))) {
            int mark = keeper.mark();
            takeover.carryOut(keeper);
            onward(takeover, vacated).stream()
                    .map(place -> place.leaving(takeover.demand()))
                    .forEach(going -> replacementChains.add(going.followedBy(takeover.coming(), vacated)));
            keeper.undoTo(mark);
        }
        return replacementChains;
    }

    private List<CandidateMove> onward(CandidateMove takeover, int vacated) {
        Predicate<CandidateMove> isElsewhere = candidateMove -> candidateMove.demand() != takeover.demand()
                && candidateMove.demand() != vacated
                && candidateMove.leaving() != takeover.coming();
        var places = new ArrayList<>(halves(isElsewhere, ideas -> steps.freeSeats(takeover.leaving(), ideas)));
        places.addAll(halves(isElsewhere, ideas -> promising.takenSeats(takeover.leaving(), ideas)));
        return places;
    }

    /** What a move would change if the seat that it empties cost nothing. */
    private Score asIfFollowed(CandidateMove move) {
        keeper.weighEmptySeat(move.left(), change);
        return difference(move.difference(), change.toScore());
    }

    private CandidateMove weighed(CandidateMove chain) {
        var before = keeper.score();
        int mark = keeper.mark();
        chain.carryOut(keeper);
        var after = keeper.score();
        keeper.undoTo(mark);
        return chain.at(difference(after, before));
    }

    private static Score difference(Score one, Score other) {
        return new Score(one.hard() - other.hard(), one.medium() - other.medium(), one.soft() - other.soft());
    }

    /** The best steps that break no rule, and behind them those that break least. */
    private List<CandidateMove> halves(Predicate<CandidateMove> wanted, Consumer<Consumer<CandidateMove>> look) {
        var allowed = new TopN(CandidateMove.BEST_FIRST, HALVES);
        var forbidden = new TopN(CandidateMove.BEST_FIRST, HALVES);
        look.accept(timeBudget.limiting(candidateMove -> {
            if (wanted.test(candidateMove)) {
                (candidateMove.difference().hard() >= 0 ? allowed : forbidden).offer(candidateMove);
            }
        }));
        return Stream.concat(allowed.ideas().stream(), forbidden.ideas().stream())
                .toList();
    }
}
