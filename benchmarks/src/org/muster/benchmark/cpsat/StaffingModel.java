package org.muster.benchmark.cpsat;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;
import org.muster.schedule.Score;

/**
 * A problem as CP-SAT sees one: a choice among duties, a constraint for each rule, and a linear sum of points. Cover
 * is a constraint: the weighted shortage may not exceed a given one.
 *
 * <p>It says the same as the referee, but for two things that no demo district has: standing assignments, and most
 * duty rules. Both are refused.
 */
public final class StaffingModel {
    private static final double MILLIS = 1000;

    private final ProblemIndex index;
    private final Arcs arcs;
    private final Sheet sheet;
    private final LinearExprBuilder shortage;

    /**
     * What shall be modelled.
     *
     * @param shortlist cadres who may serve, by demand; nobody else is considered
     * @param start a schedule that keeps every rule; its duties may be chosen too
     * @param known another one, to which the same applies
     * @param hinted whether CP-SAT is shown {@code start}
     * @param shortage weighted heads that may be missing
     */
    public record Task(
            ProblemIndex index,
            IntFunction<int[]> shortlist,
            Schedule start,
            Schedule known,
            boolean hinted,
            long shortage) {}

    private StaffingModel(Task task) {
        index = task.index();
        arcs = Arcs.of(index, task.shortlist(), task.start(), task.known());
        sheet = new Sheet(arcs.all(), task.hinted());
        shortage = new CoverPart(index, arcs, sheet, task.shortage()).write();
        new TeamPart(index, arcs, sheet).write();
        writeCadres();
    }

    /**
     * Writes a model.
     *
     * @throws IllegalArgumentException when the problem has something that this model does not know
     */
    public static StaffingModel of(Task task) {
        if (!task.index().problem().assignments().isEmpty()) {
            throw new IllegalArgumentException(
                    "The model for CP-SAT does not know standing assignments, of which the problem has %d."
                            .formatted(task.index().problem().assignments().size()));
        }
        Loader.loadNativeLibraries();
        return new StaffingModel(task);
    }

    private void writeCadres() {
        var people = new HashMap<Integer, List<CadrePart>>();
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            var part = new CadrePart(index, sheet, cadre, arcs.ofCadre(cadre));
            part.write();
            people.computeIfAbsent(index.unitOf(cadre), _ -> new ArrayList<>()).add(part);
        }
        people.forEach((unit, parts) -> {
            for (int day = 0; day < index.days(); day++) {
                writeCeiling(index.ceiling(unit), day, parts);
            }
        });
    }

    private void writeCeiling(int ceiling, int day, List<CadrePart> people) {
        if (people.size() <= ceiling) {
            return;
        }
        var away = LinearExpr.newBuilder();
        int could = 0;
        for (var cadre : people) {
            var serves = cadre.onDuty(day);
            if (serves != null) {
                away.add(serves);
                could++;
            }
        }
        if (could > ceiling) {
            sheet.atMost(away, ceiling);
        }
    }

    /**
     * Searches on all processors.
     *
     * @param timeLeft asked when the search begins
     * @param found told of each better schedule
     * @return the best schedule found; empty when there was none
     */
    public Schedule solve(long seed, Supplier<Duration> timeLeft, Consumer<Score> found) {
        var model = sheet.finish();
        var solver = new CpSolver();
        solver.getParameters()
                .setNumWorkers(Runtime.getRuntime().availableProcessors())
                .setRandomSeed((int) seed)
                .setMaxTimeInSeconds(timeLeft.get().toMillis() / MILLIS);
        var status = solver.solve(model, new CpSolverSolutionCallback() {
            @Override
            public void onSolutionCallback() {
                found.accept(new Score(0, -value(shortage), -Math.round(objectiveValue())));
            }
        });
        return status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE
                ? schedule(solver)
                : Schedule.EMPTY;
    }

    private Schedule schedule(CpSolver solver) {
        var assignments = new ArrayList<Assignment>();
        for (var arc : arcs.all()) {
            if (solver.booleanValue(sheet.chosen(arc))) {
                assignments.add(new Assignment(
                        index.demand(arc.demand()).id(), index.cadre(arc.cadre()).id(), false));
            }
        }
        return new Schedule(assignments);
    }
}
