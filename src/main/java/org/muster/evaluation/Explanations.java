package org.muster.evaluation;

import static org.muster.problem.ProblemIndex.NONE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;
import org.muster.problem.ProblemIndex;
import org.muster.problem.Rule;
import org.muster.problem.StandingAssignment;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;
import org.muster.schedule.Score;

/**
 * Explains a schedule: what each duty contributes, who else could have served, and what any change would cost. Every
 * number is exact. An answer takes some ten milliseconds at the size of Haidian.
 *
 * <p>Not for several threads.
 */
public final class Explanations {
    private static final int BEST_OF_EACH_SORT = 5;

    private final ProblemIndex index;
    private final ScoreKeeper keeper;
    private final Change change = new Change();
    private final Set<List<String>> pinned = new HashSet<>();

    /** Prepares to explain a schedule, broken ones included. */
    public Explanations(ProblemIndex index, Schedule schedule) {
        this.index = index;
        keeper = ScoreKeeper.of(index, schedule);
        index.problem().assignments().stream()
                .filter(StandingAssignment::pinned)
                .forEach(standing -> pinned.add(List.of(standing.demand(), standing.cadre())));
    }

    /** A cadre who takes a demand over, from {@code leaving} or as a new head, and perhaps leaves another one. */
    private record Idea(int demand, int leaving, int coming, int left, int takenOver, Score difference) {
        private static final Comparator<Idea> BEST_FIRST = Comparator.comparing(Idea::difference)
                .reversed()
                .thenComparingInt(Idea::coming)
                .thenComparingInt(Idea::demand)
                .thenComparingInt(Idea::leaving)
                .thenComparingInt(Idea::left);
    }

    /** The best few of many that may be done, and of those that look better than what is done, but break a rule. */
    private static final class Best {
        private static final Comparator<Idea> LOOKS_BEST_FIRST = Comparator.<Idea, Score>comparing(
                        idea -> looks(idea.difference()))
                .reversed()
                .thenComparing(Idea.BEST_FIRST);

        private final PriorityQueue<Idea> allowed = new PriorityQueue<>(Idea.BEST_FIRST.reversed());
        private final PriorityQueue<Idea> tempting = new PriorityQueue<>(LOOKS_BEST_FIRST.reversed());

        void offer(Idea idea) {
            if (idea.difference().hard() >= 0) {
                offer(idea, allowed);
            } else if (looks(idea.difference()).compareTo(new Score(0, 0, 0)) > 0) {
                offer(idea, tempting);
            }
        }

        List<Idea> ideas() {
            return Stream.concat(allowed.stream(), tempting.stream()).toList();
        }

        private static void offer(Idea idea, PriorityQueue<Idea> ideas) {
            ideas.add(idea);
            if (ideas.size() > BEST_OF_EACH_SORT) {
                ideas.remove();
            }
        }

        private static Score looks(Score difference) {
            return new Score(0, difference.medium(), difference.soft());
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
        var duties = new ArrayList<DutyAccount>();
        for (int cadre : cadresOn(demand)) {
            duties.add(account(demand, cadre, replacements(demand, cadre)));
        }
        var additions = keeper.heads(demand) < asked.max() ? alternatives(additions(demand)) : List.<Alternative>of();
        return new DemandExplanation(
                id,
                Math.max(0, asked.min() - keeper.heads(demand)),
                duties,
                index.cadres()
                        - (int) Arrays.stream(cadresOn(demand)).distinct().count(),
                remaining(demand),
                additions);
    }

    /**
     * Explains what a cadre does, or why nothing.
     *
     * @throws IllegalArgumentException when the problem does not have the cadre
     */
    public CadreExplanation ofCadre(String id) {
        int cadre = index.findCadre(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no cadre (%s).".formatted(id)));
        var duties = new ArrayList<DutyAccount>();
        for (int demand : demandsOf(cadre)) {
            var ideas = new ArrayList<>(replacements(demand, cadre));
            ideas.addAll(moves(demand, cadre));
            ideas.addAll(swaps(demand, cadre));
            duties.add(account(demand, cadre, ideas));
        }
        return new CadreExplanation(id, duties, alternatives(further(cadre)));
    }

    private DutyAccount account(int demand, int cadre, List<Idea> ideas) {
        int mark = keeper.mark();
        keeper.remove(cadre, demand);
        var parts = new EnumMap<Rule, Long>(Rule.class);
        keeper.quantitiesSince(mark).toMap().forEach((rule, quantity) -> parts.put(rule, -quantity));
        keeper.undoTo(mark);
        return new DutyAccount(assignment(demand, cadre), parts, alternatives(ideas));
    }

    /** Who could serve in place of a cadre. */
    private List<Idea> replacements(int demand, int leaving) {
        var free = new Best();
        for (int coming = 0; coming < index.cadres(); coming++) {
            if (coming != leaving && index.mayServe(coming, demand) && !keeper.serves(coming, demand)) {
                keeper.weighReplace(demand, leaving, coming, change);
                free.offer(new Idea(demand, leaving, coming, NONE, NONE, change.toScore()));
            }
        }
        return free.ideas();
    }

    private List<Idea> additions(int demand) {
        var best = new Best();
        for (int coming = 0; coming < index.cadres(); coming++) {
            if (index.mayServe(coming, demand) && !keeper.serves(coming, demand)) {
                keeper.weighAdd(coming, demand, change);
                best.offer(new Idea(demand, NONE, coming, NONE, NONE, change.toScore()));
            }
        }
        return best.ideas();
    }

    /** Where else the cadre could serve instead. */
    private List<Idea> moves(int from, int cadre) {
        var best = new Best();
        for (int to = 0; to < index.demands(); to++) {
            if (to != from
                    && index.mayServe(cadre, to)
                    && keeper.heads(to) < index.demand(to).max()) {
                keeper.weighMove(cadre, from, to, change);
                best.offer(new Idea(to, NONE, cadre, from, NONE, change.toScore()));
            }
        }
        return best.ideas();
    }

    /** With whom the cadre could exchange the duty. */
    private List<Idea> swaps(int demand, int cadre) {
        var best = new Best();
        for (int other = 0; other < index.demands(); other++) {
            if (other == demand || !index.mayServe(cadre, other)) {
                continue;
            }
            for (int otherCadre : cadresOn(other)) {
                if (otherCadre != cadre && index.mayServe(otherCadre, demand)) {
                    keeper.weighSwap(cadre, demand, otherCadre, other, change);
                    best.offer(new Idea(other, otherCadre, cadre, demand, otherCadre, change.toScore()));
                }
            }
        }
        return best.ideas();
    }

    /** Where the cadre could serve besides: on free seats, or in place of others. */
    private List<Idea> further(int cadre) {
        var free = new Best();
        var taken = new Best();
        for (int demand = 0; demand < index.demands(); demand++) {
            if (!index.mayServe(cadre, demand) || keeper.serves(cadre, demand)) {
                continue;
            }
            if (keeper.heads(demand) < index.demand(demand).max()) {
                keeper.weighAdd(cadre, demand, change);
                free.offer(new Idea(demand, NONE, cadre, NONE, NONE, change.toScore()));
            }
            for (int leaving : cadresOn(demand)) {
                keeper.weighReplace(demand, leaving, cadre, change);
                taken.offer(new Idea(demand, leaving, cadre, NONE, NONE, change.toScore()));
            }
        }
        var all = new ArrayList<>(free.ideas());
        all.addAll(taken.ideas());
        return all;
    }

    private List<Alternative> alternatives(List<Idea> ideas) {
        return ideas.stream().sorted(Idea.BEST_FIRST).map(this::alternative).toList();
    }

    private Alternative alternative(Idea idea) {
        var ended = new ArrayList<Assignment>();
        var given = new ArrayList<Assignment>();
        int mark = keeper.mark();
        if (idea.leaving() != NONE) {
            keeper.remove(idea.leaving(), idea.demand());
            ended.add(assignment(idea.demand(), idea.leaving()));
        }
        if (idea.left() != NONE) {
            keeper.remove(idea.coming(), idea.left());
            ended.add(assignment(idea.left(), idea.coming()));
        }
        keeper.add(idea.coming(), idea.demand());
        given.add(assignment(idea.demand(), idea.coming()));
        if (idea.takenOver() != NONE) {
            keeper.add(idea.takenOver(), idea.left());
            given.add(assignment(idea.left(), idea.takenOver()));
        }
        var quantities = keeper.quantitiesSince(mark).toMap();
        keeper.undoTo(mark);
        return new Alternative(ended, given, idea.difference(), quantities);
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

    private int[] cadresOn(int demand) {
        var cadres = new int[keeper.heads(demand)];
        for (int place = 0; place < cadres.length; place++) {
            cadres[place] = keeper.cadreAt(demand, place);
        }
        Arrays.sort(cadres);
        return cadres;
    }

    private int[] demandsOf(int cadre) {
        var demands = new int[keeper.duties(cadre)];
        for (int place = 0; place < demands.length; place++) {
            demands[place] = keeper.demandAt(cadre, place);
        }
        return demands;
    }

    private Assignment assignment(int demand, int cadre) {
        var demandId = index.demand(demand).id();
        var cadreId = index.cadre(cadre).id();
        return new Assignment(demandId, cadreId, pinned.contains(List.of(demandId, cadreId)));
    }
}
