package org.muster.planning.phases;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.muster.evaluation.incremental.ScoreKeeper;
import org.muster.problem.index.ProblemIndex;

/** Who of a unit is away on a day: those who fill its ceiling. */
final class Colleagues {
    private final ScoreKeeper keeper;
    private final ProblemIndex index;
    private final int[][] cadresOfUnit;

    Colleagues(ScoreKeeper keeper) {
        this.keeper = keeper;
        index = keeper.index();
        var cadres = Stream.generate(IntStream::builder).limit(index.units()).toList();
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            cadres.get(index.unitOf(cadre)).add(cadre);
        }
        cadresOfUnit = cadres.stream().map(unit -> unit.build().toArray()).toArray(int[][]::new);
    }

    boolean isAway(int cadre, int day) {
        for (int place = 0; place < keeper.duties(cadre); place++) {
            if (dayOf(keeper.demandAt(cadre, place)) == day) {
                return true;
            }
        }
        return false;
    }

    /** Some of those who are away, in turn from anywhere. */
    int[] anyAway(int unit, int day, int most, SplittableRandom random) {
        int[] cadres = cadresOfUnit[unit];
        var found = new int[Math.min(most, cadres.length)];
        int count = 0;
        int place = random.nextInt(cadres.length);
        for (int look = 0; look < cadres.length && count < found.length; look++) {
            if (isAway(cadres[place], day)) {
                found[count++] = cadres[place];
            }
            place = place + 1 == cadres.length ? 0 : place + 1;
        }
        return count == found.length ? found : Arrays.copyOf(found, count);
    }

    /** What a cadre does on a day: pairs of the cadre and a demand, one after the other. */
    int[] dutiesOf(int cadre, int day) {
        var duties = new int[2 * keeper.duties(cadre)];
        int count = 0;
        for (int place = 0; place < keeper.duties(cadre); place++) {
            if (dayOf(keeper.demandAt(cadre, place)) == day) {
                duties[count++] = cadre;
                duties[count++] = keeper.demandAt(cadre, place);
            }
        }
        return Arrays.copyOf(duties, count);
    }

    private int dayOf(int demand) {
        return index.day(index.windowOf(demand));
    }
}
