package org.muster.bounds;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.muster.flow.ConflictGroups;
import org.muster.flow.CoverFlow;
import org.muster.flow.DutyCosts;
import org.muster.flow.PartialSchedule;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.DutyRules;

/**
 * Why heads stay empty in every schedule: these demands together require more heads than all the cadres who may serve
 * any of them can fill.
 *
 * <p>The demands come from a minimum cut, the counts are made anew from the problem: a cadre fills at most one head in
 * windows that conflict, and of a unit no more cadres than its ceiling allows serve on a date.
 *
 * <p>Source: P. Hall, "On representatives of subsets", J. London Math. Soc. 10 (1935).
 *
 * @param demands identifiers, in the problem's order
 * @param cadres identifiers of everybody who may serve on any of them, in the problem's order
 * @param required heads that the demands require together
 * @param available heads that the cadres can fill at most, below {@code required}
 */
public record ShortageCertificate(List<String> demands, List<String> cadres, int required, int available) {
    /** More demands than this are not shortened one by one. */
    private static final int MOST_TO_SHORTEN = 60;

    public ShortageCertificate {
        demands = List.copyOf(demands);
        cadres = List.copyOf(cadres);
        if (available >= required) {
            throw new IllegalArgumentException(
                    "No heads are missing where %d are required and %d can be filled.".formatted(required, available));
        }
    }

    /** How many of the required heads stay empty in every schedule. */
    public int missing() {
        return required - available;
    }

    /**
     * The certificate for a demand that cannot be covered together with others.
     *
     * @param demand number of the demand
     * @return empty where the shortage cannot be proven by counting, or there is none, or it was cancelled
     */
    public static Optional<ShortageCertificate> find(ProblemIndex index, int demand, BooleanSupplier cancelled) {
        var cover = CoverFlow.of(index, PartialSchedule.ofPins(index), cancelled);
        return cover.isExact() ? new Count(index).certify(cover, demand) : Optional.empty();
    }

    /** One certificate for each demand that is short in the best cover and not part of an earlier certificate. */
    public static List<ShortageCertificate> findAll(ProblemIndex index, BooleanSupplier cancelled) {
        var cover = CoverFlow.of(index, PartialSchedule.ofPins(index), cancelled);
        var found = new ArrayList<ShortageCertificate>();
        var explained = new BitSet();
        var count = new Count(index);
        for (int demand = 0; cover.isExact() && demand < index.demands() && !cancelled.getAsBoolean(); demand++) {
            if (cover.missing(demand) > 0 && !explained.get(demand)) {
                count.certify(cover, demand).ifPresent(certificate -> {
                    found.add(certificate);
                    certificate
                            .demands()
                            .forEach(id -> explained.set(index.findDemand(id).orElseThrow()));
                });
            }
        }
        return found;
    }

    /** Counts heads and people. */
    private static final class Count {
        private final ProblemIndex index;
        private final Map<DutyRules, ConflictGroups> groups = new HashMap<>();

        Count(ProblemIndex index) {
            this.index = index;
        }

        Optional<ShortageCertificate> certify(CoverFlow cover, int demand) {
            if (cover.missing(demand) == 0) {
                return Optional.empty();
            }
            var demands = new BitSet();
            IntStream.of(cover.rivals(demand)).forEach(demands::set);
            if (available(demands) >= required(demands)) {
                return Optional.empty();
            }
            if (demands.cardinality() <= MOST_TO_SHORTEN) {
                shorten(demands, demand);
            }
            var cadres = IntStream.range(0, index.cadres())
                    .filter(cadre -> mayServeAny(cadre, demands))
                    .mapToObj(cadre -> index.cadre(cadre).id())
                    .toList();
            return Optional.of(new ShortageCertificate(
                    demands.stream().mapToObj(each -> index.demand(each).id()).toList(),
                    cadres,
                    required(demands),
                    available(demands)));
        }

        /** Leaves out demands without which as many heads are missing. */
        private void shorten(BitSet demands, int kept) {
            int missing = required(demands) - available(demands);
            for (int demand = demands.nextSetBit(0); demand >= 0; demand = demands.nextSetBit(demand + 1)) {
                if (demand != kept) {
                    demands.clear(demand);
                    if (required(demands) - available(demands) < missing) {
                        demands.set(demand);
                    }
                }
            }
        }

        private int required(BitSet demands) {
            return demands.stream().map(demand -> index.demand(demand).min()).sum();
        }

        /** Cadres count once for each group of conflicting windows, units up to their ceiling on each day. */
        private int available(BitSet demands) {
            record UnitDay(int unit, int day) {}
            var supplies = new HashMap<UnitDay, Supply>();
            for (int cadre = 0; cadre < index.cadres(); cadre++) {
                int unit = index.unitOf(cadre);
                for (var entry : groupsByDay(cadre, demands).entrySet()) {
                    supplies.computeIfAbsent(new UnitDay(unit, entry.getKey()), _ -> new Supply(index.ceiling(unit)))
                            .add(entry.getValue().cardinality());
                }
            }
            long available = supplies.values().stream().mapToLong(Supply::heads).sum();
            return (int) Math.min(Integer.MAX_VALUE, available);
        }

        private Map<Integer, BitSet> groupsByDay(int cadre, BitSet demands) {
            var groupsByDay = new HashMap<Integer, BitSet>();
            for (int demand = demands.nextSetBit(0); demand >= 0; demand = demands.nextSetBit(demand + 1)) {
                if (index.mayServe(cadre, demand)) {
                    int window = index.windowOf(demand);
                    groupsByDay
                            .computeIfAbsent(index.day(window), _ -> new BitSet())
                            .set(groupsOf(cadre).of(window));
                }
            }
            return groupsByDay;
        }

        private boolean mayServeAny(int cadre, BitSet demands) {
            return demands.stream().anyMatch(demand -> index.mayServe(cadre, demand));
        }

        private ConflictGroups groupsOf(int cadre) {
            return groups.computeIfAbsent(index.rulesOf(cadre), rules -> {
                var all = new BitSet();
                all.set(0, index.windows());
                return ConflictGroups.of(index, rules, all, DutyCosts.Days.FREE);
            });
        }
    }

    /** What the cadres of a unit can give on a day. */
    private static final class Supply {
        private final long ceiling;
        private long people;
        private long heads;
        private long mostOfOne;

        Supply(long ceiling) {
            this.ceiling = ceiling;
        }

        void add(int headsOfOne) {
            people++;
            heads += headsOfOne;
            mostOfOne = Math.max(mostOfOne, headsOfOne);
        }

        long heads() {
            return Math.min(heads, Math.min(ceiling, people) * mostOfOne);
        }
    }
}
