package org.muster.problem.index;

import static org.muster.problem.index.ProblemIndex.NONE;

import java.util.HashMap;
import java.util.Map;
import org.muster.problem.Cadre;
import org.muster.problem.Problem;
import org.muster.problem.WorkUnit;
import org.muster.problem.rules.DutyRules;

/** What is known of each cadre, by number. The arrays are handed to {@link ProblemIndex}, which explains them. */
final class CadreTable {
    final int[] unit;
    final int[] confinedTo;
    final int[] lastSite;
    final int[] baseHours;
    final DutyRules[] rules;

    CadreTable(Problem problem, Numbering sites) {
        var cadres = problem.cadres();
        unit = Numbering.of(problem.units(), WorkUnit::id).numbersOf(cadres, Cadre::unit);
        confinedTo = new int[cadres.size()];
        lastSite = new int[cadres.size()];
        baseHours = new int[cadres.size()];
        rules = new DutyRules[cadres.size()];
        var sets = new HashMap<String, DutyRules>();
        problem.dutyRules().forEach(set -> sets.put(set.id(), set));
        var unprotected = new DutyRules("", 0, null, Map.of());
        int leastMinutes = cadres.stream().mapToInt(Cadre::minutesServed).min().orElse(0);
        for (int number = 0; number < cadres.size(); number++) {
            var cadre = cadres.get(number);
            confinedTo[number] = cadre.confinedTo() == null ? NONE : sites.of(cadre.confinedTo());
            lastSite[number] = cadre.lastSite() == null ? NONE : sites.of(cadre.lastSite());
            baseHours[number] = ProblemIndex.hours(cadre.minutesServed() - leastMinutes);
            rules[number] = cadre.dutyRules() == null ? unprotected : sets.getOrDefault(cadre.dutyRules(), unprotected);
        }
    }
}
