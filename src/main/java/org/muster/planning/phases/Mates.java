package org.muster.planning.phases;

import java.util.SplittableRandom;
import org.muster.problem.ProblemIndex;

/** The cadres of each unit. */
final class Mates {
    private final int[] begin;
    private final int[] cadres;

    Mates(ProblemIndex index) {
        begin = new int[index.units() + 1];
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            begin[index.unitOf(cadre) + 1]++;
        }
        for (int unit = 0; unit < index.units(); unit++) {
            begin[unit + 1] += begin[unit];
        }
        var next = begin.clone();
        cadres = new int[index.cadres()];
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            cadres[next[index.unitOf(cadre)]++] = cadre;
        }
    }

    /** A cadre of the unit, which has one. */
    int any(int unit, SplittableRandom random) {
        return cadres[random.nextInt(begin[unit], begin[unit + 1])];
    }
}
