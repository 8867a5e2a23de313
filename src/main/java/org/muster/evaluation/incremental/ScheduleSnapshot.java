package org.muster.evaluation.incremental;

import java.util.Arrays;

/** Who serves where at one moment, in a few bytes a head. It does not change. */
public final class ScheduleSnapshot {
    /** Where the heads of each demand begin among {@link #cadres}; one more at the end. */
    private final int[] begin;

    private final int[] cadres;

    private ScheduleSnapshot(int[] begin, int[] cadres) {
        this.begin = begin;
        this.cadres = cadres;
    }

    static ScheduleSnapshot of(DutyBoard board, int demands) {
        var begin = new int[demands + 1];
        for (int demand = 0; demand < demands; demand++) {
            begin[demand + 1] = begin[demand] + board.heads(demand);
        }
        var cadres = new int[begin[demands]];
        for (int demand = 0; demand < demands; demand++) {
            for (int place = 0; place < board.heads(demand); place++) {
                cadres[begin[demand] + place] = board.cadre(demand, place);
            }
            Arrays.sort(cadres, begin[demand], begin[demand + 1]);
        }
        return new ScheduleSnapshot(begin, cadres);
    }

    /** Heads on a demand. */
    public int heads(int demand) {
        return begin[demand + 1] - begin[demand];
    }

    /** Who is on a head of a demand, in ascending order. */
    public int cadreAt(int demand, int place) {
        return cadres[begin[demand] + place];
    }

    private int times(int demand, int cadre) {
        int times = 0;
        for (int place = begin[demand]; place < begin[demand + 1]; place++) {
            times += cadres[place] == cadre ? 1 : 0;
        }
        return times;
    }

    void removeWhatItLacks(ScoreKeeper keeper, int demand) {
        int place = 0;
        while (place < keeper.heads(demand)) {
            int cadre = keeper.cadreAt(demand, place);
            if (times(keeper, demand, cadre) > times(demand, cadre)) {
                keeper.remove(cadre, demand);
                place = 0;
            } else {
                place++;
            }
        }
    }

    void addWhatItHas(ScoreKeeper keeper, int demand) {
        for (int place = 0; place < heads(demand); place++) {
            int cadre = cadreAt(demand, place);
            if (times(keeper, demand, cadre) < times(demand, cadre)) {
                keeper.add(cadre, demand);
            }
        }
    }

    private static int times(ScoreKeeper keeper, int demand, int cadre) {
        int times = 0;
        for (int place = 0; place < keeper.heads(demand); place++) {
            times += keeper.cadreAt(demand, place) == cadre ? 1 : 0;
        }
        return times;
    }
}
