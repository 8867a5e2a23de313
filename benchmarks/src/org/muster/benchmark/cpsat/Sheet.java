package org.muster.benchmark.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.List;

/** A model that is being written: variables with the value they have in the start schedule, and the points to pay. */
public final class Sheet {
    private final CpModel model = new CpModel();
    private final LinearExprBuilder points = LinearExpr.newBuilder();
    private final boolean hints;
    private final BoolVar[] chosen;

    /**
     * @param arcs each gets a variable of its own
     * @param hints whether CP-SAT is told the values of the start schedule
     */
    Sheet(List<Arcs.Arc> arcs, boolean hints) {
        this.hints = hints;
        chosen = new BoolVar[arcs.size()];
        for (var arc : arcs) {
            chosen[arc.number()] = yesOrNo(arc.stands());
        }
    }

    /** Whether an arc is chosen. */
    BoolVar chosen(Arcs.Arc arc) {
        return chosen[arc.number()];
    }

    /** The number of chosen ones. */
    LinearExprBuilder count(List<Arcs.Arc> arcs) {
        var count = LinearExpr.newBuilder();
        arcs.forEach(arc -> count.add(chosen(arc)));
        return count;
    }

    BoolVar yesOrNo(boolean atStart) {
        var variable = model.newBoolVar("");
        if (hints) {
            model.addHint(variable, atStart);
        }
        return variable;
    }

    /** A whole number from 0. */
    IntVar number(long most, long atStart) {
        var variable = model.newIntVar(0, most, "");
        if (hints) {
            model.addHint(variable, atStart);
        }
        return variable;
    }

    void atMostOne(List<Arcs.Arc> arcs) {
        if (arcs.size() > 1) {
            model.addAtMostOne(arcs.stream().map(this::chosen).toArray(BoolVar[]::new));
        }
    }

    void atMost(LinearArgument sum, long limit) {
        model.addLessOrEqual(sum, limit);
    }

    void atLeast(LinearArgument sum, long limit) {
        model.addGreaterOrEqual(sum, limit);
    }

    /** The second holds wherever the first does. */
    void implies(BoolVar cause, BoolVar effect) {
        model.addImplication(cause, effect);
    }

    /** Each unit of a variable costs so many points. */
    void cost(LinearArgument variable, long each) {
        if (each != 0) {
            points.addTerm(variable, each);
        }
    }

    /** Ends the writing: the fewest points win. */
    CpModel finish() {
        model.minimize(points);
        return model;
    }
}
