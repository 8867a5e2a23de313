package org.muster.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.muster.evaluation.incremental.Change;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.problem.Demand;
import org.muster.problem.HeldSkill;
import org.muster.problem.Problem;
import org.muster.problem.ProblemFixture;
import org.muster.problem.index.ProblemIndex;

/**
 * Districts of a handful of people in which units have hardly anybody to spare and somebody may serve twice a day: to fill
 * a head, a colleague must often be replaced first.
 */
final class FullCeilings {
    private static final List<String> WINDOWS = List.of("MON 08-16", "MON 17-01");
    private static final int SKILLS = 3;

    private FullCeilings() {}

    /** One of them. */
    static Problem any(long seed) {
        var random = new SplittableRandom(seed);
        var fixture = new ProblemFixture().dutyRules("office", 30);
        int units = random.nextInt(2, 4);
        for (int unit = 0; unit < units; unit++) {
            fixture.unit("unit" + unit, random.nextInt(1, 3));
        }
        for (int skill = 0; skill < SKILLS; skill++) {
            fixture.postAllOf("post" + skill, "skill" + skill);
        }
        int demands = random.nextInt(4, 7);
        for (int demand = 0; demand < demands; demand++) {
            fixture.demand(
                    "site%d %s post%d".formatted(demand, WINDOWS.get(random.nextInt(2)), random.nextInt(SKILLS)),
                    1,
                    1,
                    1,
                    random.nextInt(Demand.LOWEST_PRIORITY, Demand.HIGHEST_PRIORITY + 1),
                    1,
                    1);
        }
        int cadres = random.nextInt(5, 7);
        for (int cadre = 0; cadre < cadres; cadre++) {
            var skills = new ArrayList<HeldSkill>();
            for (int skill = 0; skill < SKILLS; skill++) {
                if (random.nextInt(5) < 2) {
                    skills.add(new HeldSkill("skill" + skill, null, null));
                }
            }
            int minutes = 480 * random.nextInt(4);
            fixture.cadre(
                    "cadre%d unit%d".formatted(cadre, random.nextInt(units)),
                    one -> one.skills(skills).dutyRules("office").minutesServed(minutes));
        }
        return fixture.problem();
    }

    /** By priority, the heads that every schedule leaves out, negative: found by trying them all. */
    static long bestCover(Problem problem) {
        var keeper = new ScoreKeeper(ProblemIndex.of(problem));
        return best(keeper, 0);
    }

    private static long best(ScoreKeeper keeper, int demand) {
        if (demand == keeper.index().demands()) {
            return keeper.medium();
        }
        long best = best(keeper, demand + 1);
        var change = new Change();
        for (int cadre = 0; cadre < keeper.index().cadres(); cadre++) {
            keeper.weighAdd(cadre, demand, change);
            if (change.hard() >= 0) {
                keeper.add(cadre, demand);
                best = Math.max(best, best(keeper, demand + 1));
                keeper.remove(cadre, demand);
            }
        }
        return best;
    }
}
