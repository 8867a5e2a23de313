package org.muster.evaluation.incremental;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.muster.problem.index.DutyOrder;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;

/** Who serves where: the cadres of each demand, and the duties of each cadre in the order in which they are served. */
final class DutyBoard {
    private static final int[] NOTHING = {};

    private final ProblemIndex index;
    private final DutyOrder order;

    private final int[][] cadres;
    private final int[] heads;
    private final int[][] demands;
    private final int[] duties;

    DutyBoard(ProblemIndex index) {
        this.index = index;
        order = index.dutyOrder();
        cadres = new int[index.demands()][];
        for (int demand = 0; demand < cadres.length; demand++) {
            cadres[demand] = new int[Math.min(index.demand(demand).max(), 16)];
        }
        heads = new int[index.demands()];
        demands = new int[index.cadres()][];
        Arrays.fill(demands, NOTHING);
        duties = new int[index.cadres()];
    }

    int heads(int demand) {
        return heads[demand];
    }

    int cadre(int demand, int place) {
        return cadres[demand][place];
    }

    int duties(int cadre) {
        return duties[cadre];
    }

    int demand(int cadre, int place) {
        return demands[cadre][place];
    }

    boolean serves(int cadre, int demand) {
        for (int place = 0; place < duties[cadre]; place++) {
            if (demands[cadre][place] == demand) {
                return true;
            }
        }
        return false;
    }

    void add(int cadre, int demand) {
        if (heads[demand] == cadres[demand].length) {
            cadres[demand] = Arrays.copyOf(cadres[demand], 2 * heads[demand] + 2);
        }
        cadres[demand][heads[demand]++] = cadre;
        if (duties[cadre] == demands[cadre].length) {
            demands[cadre] = Arrays.copyOf(demands[cadre], 2 * duties[cadre] + 2);
        }
        insert(demands[cadre], duties[cadre]++, demand);
    }

    void remove(int cadre, int demand) {
        int[] there = cadres[demand];
        int place = placeOf(cadre, there, heads[demand]);
        there[place] = there[--heads[demand]];
        int[] served = demands[cadre];
        int first = placeOf(demand, served, duties[cadre]);
        System.arraycopy(served, first + 1, served, first, --duties[cadre] - first);
    }

    /**
     * Copies the cadre's duties as they would be after a step, in order.
     *
     * @param leaving a demand that the cadre serves, or {@link ProblemIndex#NONE}
     * @param coming another demand, or {@link ProblemIndex#NONE}
     * @return how many there are
     */
    int dutiesAfter(int cadre, int leaving, int coming, int[] buffer) {
        int[] served = demands[cadre];
        int all = duties[cadre];
        int copied = 0;
        boolean isLeaving = leaving != ProblemIndex.NONE;
        for (int place = 0; place < all; place++) {
            if (isLeaving && served[place] == leaving) {
                isLeaving = false;
            } else {
                buffer[copied++] = served[place];
            }
        }
        if (coming != ProblemIndex.NONE) {
            insert(buffer, copied++, coming);
        }
        return copied;
    }

    private void insert(int[] ordered, int count, int demand) {
        int place = count;
        while (place > 0 && order.rank(ordered[place - 1]) > order.rank(demand)) {
            ordered[place] = ordered[place - 1];
            place--;
        }
        ordered[place] = demand;
    }

    private static int placeOf(int wanted, int[] items, int count) {
        for (int place = 0; place < count; place++) {
            if (items[place] == wanted) {
                return place;
            }
        }
        throw new IllegalArgumentException(
                "The duty (%d) is not among %s.".formatted(wanted, Arrays.toString(Arrays.copyOf(items, count))));
    }

    /** The schedule: by demand, then by cadre, both in the problem's order. */
    Schedule schedule() {
        var pinned = pinned();
        var assignments = new ArrayList<Assignment>();
        for (int demand = 0; demand < index.demands(); demand++) {
            var id = index.demand(demand).id();
            var there = new int[heads(demand)];
            for (int place = 0; place < there.length; place++) {
                there[place] = cadre(demand, place);
            }
            Arrays.sort(there);
            for (int cadre : there) {
                var duty = new Duty(id, index.cadre(cadre).id());
                assignments.add(new Assignment(duty.demand(), duty.cadre(), pinned.contains(duty)));
            }
        }
        return new Schedule(assignments);
    }

    private record Duty(String demand, String cadre) {}

    private Set<Duty> pinned() {
        var pinned = new HashSet<Duty>();
        for (var standing : index.problem().assignments()) {
            if (standing.pinned()) {
                pinned.add(new Duty(standing.demand(), standing.cadre()));
            }
        }
        return pinned;
    }
}
