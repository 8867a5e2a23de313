package org.muster.parts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.muster.problem.Cadre;
import org.muster.problem.Demand;
import org.muster.problem.Dice;
import org.muster.problem.Problem;
import org.muster.problem.RandomProblems;
import org.muster.problem.Travel;
import org.muster.problem.WorkUnit;
import org.muster.problem.faults.Limits;

/** Small but nasty requests of two to four parts: random problems whose demands and cadres were dealt out. */
final class RandomParts {
    private final Problem problem;
    private final Dice dice;
    private final int count;

    private RandomParts(long seed, RandomProblems.Size size) {
        problem = RandomProblems.of(seed, size);
        dice = new Dice(new SplittableRandom(seed));
        count = dice.between(2, 4);
    }

    /** Parts that share units with ceilings and lend cadres: sometimes none, sometimes many. */
    static List<PartRequest> of(long seed, RandomProblems.Size size) {
        var random = new RandomParts(seed, size);
        return random.parts(random.problem, 1 + random.dice.upTo(3));
    }

    /** Parts that list nobody twice, of units without ceilings. */
    static List<PartRequest> sharingNothing(long seed, RandomProblems.Size size) {
        var random = new RandomParts(seed, size);
        return random.parts(
                random.problem.toBuilder()
                        .units(random.problem.units().stream()
                                .map(unit -> new WorkUnit(
                                        unit.id(), unit.name(), unit.staff(), null, null, unit.subdistricts()))
                                .toList())
                        .build(),
                Integer.MAX_VALUE);
    }

    static MergedProblem merged(List<PartRequest> parts) {
        return Merging.merge(parts, Limits.DEFAULT);
    }

    private List<PartRequest> parts(Problem whole, int oneLentIn) {
        var demands = new ArrayList<List<Demand>>();
        var cadres = new ArrayList<List<Cadre>>();
        for (int part = 0; part < count; part++) {
            demands.add(new ArrayList<>());
            cadres.add(new ArrayList<>());
        }
        whole.demands().forEach(demand -> dice.pick(demands).add(demand));
        for (var cadre : whole.cadres()) {
            int home = dice.upTo(count - 1);
            for (int part = 0; part < count; part++) {
                if (part == home || (oneLentIn < Integer.MAX_VALUE && dice.oneIn(1 + oneLentIn))) {
                    cadres.get(part).add(cadre);
                }
            }
        }
        var parts = new ArrayList<PartRequest>();
        for (int part = 0; part < count; part++) {
            parts.add(new PartRequest(
                    "part" + part, "/parts/" + part + "/problem", only(whole, demands.get(part), cadres.get(part))));
        }
        return parts;
    }

    private static Problem only(Problem whole, List<Demand> demands, List<Cadre> cadres) {
        Set<String> demandIds = new HashSet<>(demands.stream().map(Demand::id).toList());
        Set<String> cadreIds = new HashSet<>(cadres.stream().map(Cadre::id).toList());
        var builder = whole.toBuilder()
                .demands(demands)
                .cadres(cadres)
                .assignments(whole.assignments().stream()
                        .filter(standing ->
                                demandIds.contains(standing.demand()) && cadreIds.contains(standing.cadre()))
                        .toList());
        if (whole.travel() instanceof Travel.Table table) {
            var minutes = new HashMap<>(table.minutes());
            minutes.keySet().retainAll(cadreIds);
            builder.travel(new Travel.Table(minutes));
        }
        return builder.build();
    }
}
