package org.muster.planning.phases;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.muster.evaluation.ScoreKeeper;
import org.muster.problem.ProblemIndex;

/** The demands and cadres that one searcher may change; others belong to other searchers or to nobody. */
final class Scope {
    private final BitSet cadres;
    private final BitSet demands;
    private final int[] seatDemand;
    private final int[] seatPlace;
    private final int[][] demandsOfTeam;
    private final int[][] teamsOfWindow;
    private final int[][] nearDemands;
    private final ProblemIndex index;

    Scope(ScoreKeeper keeper, int[][] nearDemands, BitSet demands, BitSet cadres) {
        index = keeper.index();
        this.cadres = cadres;
        this.demands = demands;
        var seats = demands.stream()
                .flatMap(
                        demand -> IntStream.range(0, index.demand(demand).max()).map(_ -> demand))
                .toArray();
        seatDemand = seats;
        seatPlace = new int[seats.length];
        for (int seat = 1; seat < seats.length; seat++) {
            seatPlace[seat] = seats[seat] == seats[seat - 1] ? seatPlace[seat - 1] + 1 : 0;
        }
        List<List<Integer>> byTeam = new ArrayList<>();
        for (int team = 0; team < keeper.teams(); team++) {
            byTeam.add(new ArrayList<>());
        }
        for (int demand = 0; demand < index.demands(); demand++) {
            for (int head = 0; head < index.demand(demand).max(); head++) {
                byTeam.get(keeper.teamOf(demand)).add(demand);
            }
        }
        demandsOfTeam = byTeam.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        this.nearDemands = nearDemands;
        teamsOfWindow = new int[index.windows()][];
        for (int window = 0; window < index.windows(); window++) {
            int wanted = window;
            teamsOfWindow[window] = demands.stream()
                    .filter(demand -> index.windowOf(demand) == wanted)
                    .map(keeper::teamOf)
                    .distinct()
                    .toArray();
        }
    }

    int seats() {
        return seatDemand.length;
    }

    int demandOfSeat(int seat) {
        return seatDemand[seat];
    }

    int placeOfSeat(int seat) {
        return seatPlace[seat];
    }

    boolean owns(int cadre) {
        return cadres.get(cadre);
    }

    boolean owns(int demand, int cadre) {
        return demands.get(demand) && cadres.get(cadre);
    }

    int[] teamsOf(int window) {
        return teamsOfWindow[window];
    }

    int anyDemandOfTeam(int team, SplittableRandom random) {
        return demandsOfTeam[team][random.nextInt(demandsOfTeam[team].length)];
    }

    int anyNearDemand(int demand, SplittableRandom random) {
        return nearDemands[demand][random.nextInt(nearDemands[demand].length)];
    }
}
