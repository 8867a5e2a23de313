package org.muster.exact;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.muster.flow.ConflictGroups;
import org.muster.flow.DutyCosts;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.DutyRule;

/**
 * Counts whether there are duties enough for the required numbers of duties and minutes: a flow from people through
 * groups of windows, of which they can take one each, to demands with their seats. Rest between days, ceilings and all
 * other duty rules are left out: what is missing here is missing in every schedule.
 *
 * <p>Source: P. Hall, "On representatives of subsets", J. London Math. Soc. 10 (1935).
 */
final class DutyCounting {
    private final ProblemIndex index;
    private final Budget budget;
    private final int[] needed;
    private final int[][] able;
    private final int[] seats;

    DutyCounting(ProblemIndex index, Budget budget) throws Budget.Exhausted {
        this.index = index;
        this.budget = budget;
        needed = new int[index.cadres()];
        able = new int[index.cadres()][];
        for (int cadre = 0; cadre < needed.length; cadre++) {
            able[cadre] = new int[0];
            if (!minimumsOf(cadre).isEmpty()) {
                budget.use(index.demands());
                able[cadre] = ableOn(cadre);
                needed[cadre] = neededBy(cadre);
            }
        }
        seats = seats();
    }

    /** People for whom together there are too few duties, none of whom could be left out; empty where none are known. */
    Optional<Reason> shortage() throws Budget.Exhausted {
        var everybody = new BitSet();
        for (int cadre = 0; cadre < needed.length; cadre++) {
            everybody.set(cadre, needed[cadre] > 0);
        }
        var these = new Network(everybody).shortOf();
        return these.isEmpty() ? Optional.empty() : Optional.of(reason(fewest(these)));
    }

    private BitSet fewest(BitSet people) throws Budget.Exhausted {
        var left = (BitSet) people.clone();
        for (int cadre : people.stream().toArray()) {
            left.clear(cadre);
            if (new Network(left).available() >= neededBy(left)) {
                left.set(cadre);
            }
        }
        return left;
    }

    private Reason reason(BitSet people) throws Budget.Exhausted {
        var rules = EnumSet.noneOf(DutyRule.class);
        people.stream().forEach(cadre -> rules.addAll(minimumsOf(cadre)));
        return new Reason(
                people.stream().mapToObj(cadre -> index.cadre(cadre).id()).toList(),
                rules,
                neededBy(people),
                new Network(people).available());
    }

    private int neededBy(BitSet people) {
        return people.stream().map(cadre -> needed[cadre]).sum();
    }

    /** The flow of some people. */
    private final class Network {
        private final BitSet people;
        private final UnitFlow flow = new UnitFlow(budget);
        private final int source = flow.addNode();
        private final int sink = flow.addNode();
        private final int[] nodeOfCadre = new int[index.cadres()];
        private final int available;

        Network(BitSet people) throws Budget.Exhausted {
            this.people = people;
            var nodeOfDemand =
                    IntStream.range(0, index.demands()).map(_ -> flow.addNode()).toArray();
            for (int demand = 0; demand < nodeOfDemand.length; demand++) {
                flow.addArc(nodeOfDemand[demand], sink, Math.max(0, seats[demand]));
            }
            var all = new BitSet();
            all.set(0, index.windows());
            for (int cadre = people.nextSetBit(0); cadre >= 0; cadre = people.nextSetBit(cadre + 1)) {
                nodeOfCadre[cadre] = flow.addNode();
                flow.addArc(source, nodeOfCadre[cadre], needed[cadre]);
                var groups = ConflictGroups.of(index, index.rulesOf(cadre), all, DutyCosts.Days.FREE);
                var nodeOfGroup = new int[groups.count()];
                for (int group = 0; group < nodeOfGroup.length; group++) {
                    nodeOfGroup[group] = flow.addNode();
                    flow.addArc(nodeOfCadre[cadre], nodeOfGroup[group], 1);
                }
                for (int demand : able[cadre]) {
                    flow.addArc(nodeOfGroup[groups.of(index.windowOf(demand))], nodeOfDemand[demand], 1);
                }
            }
            available = flow.most(source, sink);
        }

        int available() {
            return available;
        }

        /**
         * The cadres of a shortage: together they need more duties than there are for them; empty where all get what
         * they need.
         */
        BitSet shortOf() throws Budget.Exhausted {
            var shortOf = new BitSet();
            if (available < neededBy(people)) {
                var reached = flow.reach(source);
                people.stream().filter(cadre -> reached.get(nodeOfCadre[cadre])).forEach(shortOf::set);
            }
            return shortOf;
        }
    }

    private int[] ableOn(int cadre) {
        return IntStream.range(0, index.demands())
                .filter(demand -> index.demand(demand).max() > 0 && index.mayServe(cadre, demand))
                .toArray();
    }

    /** The required minimums of a cadre that ask for duties. */
    private Set<DutyRule> minimumsOf(int cadre) {
        var rules = EnumSet.noneOf(DutyRule.class);
        for (var rule : List.of(DutyRule.MIN_DUTIES, DutyRule.MIN_MINUTES)) {
            if (least(cadre, rule) > 0) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private int least(int cadre, DutyRule rule) {
        var limit = index.rulesOf(cadre).limits().get(rule);
        return limit != null && limit.isRequired() ? limit.count() : 0;
    }

    private int neededBy(int cadre) {
        int longest = Arrays.stream(able[cadre])
                .map(demand -> index.minutes(index.windowOf(demand)))
                .max()
                .orElse(1);
        return Math.max(least(cadre, DutyRule.MIN_DUTIES), Math.ceilDiv(least(cadre, DutyRule.MIN_MINUTES), longest));
    }

    /** The seats that are not pinned to cadres without a required minimum. */
    private int[] seats() {
        var left = IntStream.range(0, index.demands())
                .map(demand -> index.demand(demand).max())
                .toArray();
        var known = new HashSet<List<Integer>>();
        for (var pin : index.problem().assignments()) {
            var pair = List.of(
                    index.findDemand(pin.demand()).orElseThrow(),
                    index.findCadre(pin.cadre()).orElseThrow());
            if (pin.pinned() && needed[pair.getLast()] == 0 && known.add(pair)) {
                left[pair.getFirst()]--;
            }
        }
        return left;
    }
}
