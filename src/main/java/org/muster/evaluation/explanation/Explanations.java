package org.muster.evaluation.explanation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.problem.StandingAssignment;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.Rule;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;
import org.muster.schedule.Score;

/**
 * Explains a schedule: what each duty contributes, who else could have served, and what any change would cost. Every
 * number is exact. At the size of Haidian an answer takes some 60 ms of a core for most demands, and up to 200 ms for a
 * cadre with several duties.
 *
 * <p>Not for several threads.
 */
public final class Explanations {
    private static final int BEST_OF_EACH_SORT = 5;

    private final ProblemIndex index;
    private final ScoreKeeper keeper;
    private final SingleSteps steps;
    private final ReplacementChains replacementChains;
    private final TimeBudget timeBudget = new TimeBudget();
    private final Set<List<String>> pinned = new HashSet<>();

    /** Prepares to explain a schedule, broken ones included. */
    public Explanations(ProblemIndex index, Schedule schedule) {
        this(ScoreKeeper.of(index, schedule));
    }

    private Explanations(ScoreKeeper keeper) {
        this.keeper = keeper;
        index = keeper.index();
        steps = new SingleSteps(keeper);
        replacementChains = new ReplacementChains(keeper, steps, timeBudget);
        index.problem().assignments().stream()
                .filter(StandingAssignment::pinned)
                .forEach(standing -> pinned.add(List.of(standing.demand(), standing.cadre())));
    }

    /**
     * Explains another schedule, which costs little where it is much the same. These explanations are not to be used any
     * longer.
     *
     * @param before the schedule that was explained until now
     */
    public Explanations turnedTo(Schedule before, Schedule after) {
        var growth = new HashMap<Step, Integer>();
        before.assignments().forEach(each -> growth.merge(stepOf(each), -1, Integer::sum));
        after.assignments().forEach(each -> growth.merge(stepOf(each), 1, Integer::sum));
        growth.forEach((step, times) -> {
            for (int i = times; i < 0; i++) {
                keeper.remove(step.cadre(), step.demand());
            }
        });
        growth.forEach((step, times) -> {
            for (int i = 0; i < times; i++) {
                keeper.add(step.cadre(), step.demand());
            }
        });
        keeper.clearUndoLog();
        return new Explanations(keeper);
    }

    private record Step(int cadre, int demand) {}

    private Step stepOf(Assignment assignment) {
        return new Step(
                index.findCadre(assignment.cadre()).orElseThrow(),
                index.findDemand(assignment.demand()).orElseThrow());
    }

    /**
     * Warms up: explains a demand and one of its cadres and discards the result, so that the code is compiled and the
     * caches of the index are filled.
     *
     * @param isOver asked often; once it is true, this ends at once
     */
    public void rehearse(String demand, BooleanSupplier isOver) {
        int mark = keeper.mark();
        timeBudget.lastUntil(isOver);
        try {
            ofDemand(demand).duties().stream()
                    .findFirst()
                    .ifPresent(duty -> ofCadre(duty.duty().cadre()));
        } catch (TimeBudget.OverException over) {
            keeper.undoTo(mark);
        } finally {
            timeBudget.lastUntil(() -> false);
        }
    }

    /**
     * A preview of changes of the same schedule. It shares state with the explanations: neither is for several threads.
     */
    public ChangePreview foresight() {
        return new ChangePreview(keeper);
    }

    /**
     * The best few alternatives that keep every rule, and the best few that score better than the present duty but
     * break a rule.
     */
    private static final class Best {
        private static final Score NO_DIFFERENCE = new Score(0, 0, 0);
        private static final Comparator<CandidateMove> LOOKS_BEST_FIRST = Comparator.<CandidateMove, Score>comparing(
                        Best::looks)
                .reversed()
                .thenComparing(CandidateMove.BEST_FIRST);

        private final TopN allowed = new TopN(CandidateMove.BEST_FIRST, BEST_OF_EACH_SORT);
        private final TopN tempting = new TopN(LOOKS_BEST_FIRST, BEST_OF_EACH_SORT);

        void offer(CandidateMove candidateMove) {
            if (candidateMove.difference().hard() >= 0) {
                allowed.offer(candidateMove);
            } else if (looks(candidateMove).compareTo(NO_DIFFERENCE) > 0) {
                tempting.offer(candidateMove);
            }
        }

        List<CandidateMove> ideas() {
            return Stream.concat(allowed.ideas().stream(), tempting.ideas().stream())
                    .toList();
        }

        private static Score looks(CandidateMove candidateMove) {
            return new Score(
                    0,
                    candidateMove.difference().medium(),
                    candidateMove.difference().soft());
        }
    }

    /**
     * Explains a demand.
     *
     * @throws IllegalArgumentException when the problem does not have it
     */
    public DemandExplanation ofDemand(String id) {
        int demand = index.findDemand(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no demand (%s).".formatted(id)));
        var asked = index.demand(demand);
        var arrivals = replacementChains.arrivals(demand);
        var duties = new ArrayList<DutyAccount>();
        for (int cadre : steps.cadresOn(demand)) {
            var fromElsewhere =
                    arrivals.stream().map(arrival -> arrival.inPlaceOf(cadre)).toList();
            duties.add(account(
                    demand, cadre, List.of(replacements(demand, cadre), replacementChains.bestOf(fromElsewhere))));
        }
        var additions = keeper.heads(demand) < asked.max()
                ? alternatives(
                        List.of(best(ideas -> steps.additions(demand, ideas)), replacementChains.bestOf(arrivals)))
                : List.<Alternative>of();
        return new DemandExplanation(
                id,
                Math.max(0, asked.min() - keeper.heads(demand)),
                duties,
                index.cadres()
                        - (int) Arrays.stream(steps.cadresOn(demand)).distinct().count(),
                remaining(demand),
                additions);
    }

    /**
     * Explains the duties of a cadre, or why there are none.
     *
     * @throws IllegalArgumentException when the problem does not have the cadre
     */
    public CadreExplanation ofCadre(String id) {
        int cadre = index.findCadre(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no cadre (%s).".formatted(id)));
        var duties = new ArrayList<DutyAccount>();
        for (int demand : steps.demandsOf(cadre)) {
            duties.add(account(
                    demand,
                    cadre,
                    List.of(
                            replacements(demand, cadre),
                            best(ideas -> steps.moves(demand, cadre, ideas)),
                            best(ideas -> steps.swaps(demand, cadre, ideas)),
                            replacementChains.awayFrom(demand, cadre))));
        }
        var further = alternatives(List.of(
                best(ideas -> steps.freeSeats(cadre, ideas)),
                best(ideas -> steps.takenSeats(cadre, ideas)),
                replacementChains.towards(cadre)));
        return new CadreExplanation(id, duties, further);
    }

    private List<CandidateMove> replacements(int demand, int leaving) {
        return best(ideas -> steps.replacements(demand, leaving, ideas));
    }

    private List<CandidateMove> best(Consumer<Consumer<CandidateMove>> look) {
        var best = new Best();
        look.accept(timeBudget.limiting(best::offer));
        return best.ideas();
    }

    private DutyAccount account(int demand, int cadre, List<List<CandidateMove>> sorts) {
        int mark = keeper.mark();
        keeper.remove(cadre, demand);
        var parts = new EnumMap<Rule, Long>(Rule.class);
        keeper.quantitiesSince(mark).toMap().forEach((rule, quantity) -> parts.put(rule, -quantity));
        keeper.undoTo(mark);
        return new DutyAccount(assignment(demand, cadre), parts, alternatives(sorts));
    }

    private List<Alternative> alternatives(List<List<CandidateMove>> sorts) {
        return sorts.stream()
                .flatMap(List::stream)
                .sorted(CandidateMove.BEST_FIRST)
                .map(this::alternative)
                .toList();
    }

    private Alternative alternative(CandidateMove candidateMove) {
        int mark = keeper.mark();
        candidateMove.carryOut(keeper);
        var quantities = keeper.quantitiesSince(mark).toMap();
        keeper.undoTo(mark);
        return new Alternative(
                candidateMove.kind(),
                assignments(candidateMove.ended()),
                assignments(candidateMove.given()),
                candidateMove.difference(),
                quantities);
    }

    private List<Assignment> assignments(List<CandidateMove.Step> duties) {
        return duties.stream()
                .map(step -> assignment(step.demand(), step.cadre()))
                .toList();
    }

    private List<DemandExplanation.Remaining> remaining(int demand) {
        var stopped = new EnumMap<Rule, Integer>(Rule.class);
        int left = 0;
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            if (!keeper.serves(cadre, demand)) {
                left++;
                keeper.obstacle(cadre, demand).ifPresent(rule -> stopped.merge(rule, 1, Integer::sum));
            }
        }
        var remaining = new ArrayList<DemandExplanation.Remaining>();
        for (var rule : Rule.values()) {
            if (rule.level() == Rule.Level.HARD && rule != Rule.HEADCOUNT && rule != Rule.PINNED) {
                left -= stopped.getOrDefault(rule, 0);
                remaining.add(new DemandExplanation.Remaining(rule, left));
            }
        }
        return remaining;
    }

    private Assignment assignment(int demand, int cadre) {
        var demandId = index.demand(demand).id();
        var cadreId = index.cadre(cadre).id();
        return new Assignment(demandId, cadreId, pinned.contains(List.of(demandId, cadreId)));
    }
}
