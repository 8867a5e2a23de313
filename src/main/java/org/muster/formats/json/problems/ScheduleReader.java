package org.muster.formats.json.problems;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.muster.formats.json.stream.Field;
import org.muster.formats.json.stream.JsonInput;
import org.muster.formats.json.stream.Numbers;
import org.muster.formats.json.stream.Shape;
import org.muster.formats.json.stream.TextValues;
import org.muster.formats.json.stream.Value;
import org.muster.problem.DraftList;
import org.muster.problem.Identifier;
import org.muster.problem.ProblemDraft;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.Limits;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;

/** Reads one schedule. The demands that are still unfilled follow from the rest: they are checked and left aside. */
final class ScheduleReader {

    /** What a schedule of the service says of its plan; it does not matter here. */
    private static final List<String> SAID_OF_THE_PLAN = List.of("plan", "status", "score");

    private final Limits limits;
    private final List<Assignment> assignments = new ArrayList<>();
    private final List<String> unfilled = new ArrayList<>();
    private final Shape shape = new Shape();
    private final Assignments assignmentReader = new Assignments();
    private final Unfilled unfilledReader = new Unfilled();
    private String root = "";

    ScheduleReader(Limits limits) {
        this.limits = limits;
        shape.required("assignments", new Value<>(false, this::readAssignments));
        shape.optional("unfilled", new Value<>(false, this::readUnfilled));
        for (String said : SAID_OF_THE_PLAN) {
            shape.optional(said, new Value<>(false, ScheduleReader::pass));
        }
    }

    void read(JsonInput in) throws IOException {
        root = in.pointer().toString();
        in.object(shape);
    }

    private Boolean readAssignments(JsonInput in) throws IOException {
        return in.array(limits.assignments(), index -> assignments.add(assignmentReader.read(in)));
    }

    private static Boolean pass(JsonInput in) throws IOException {
        in.skip();
        return true;
    }

    private Boolean readUnfilled(JsonInput in) throws IOException {
        return in.array(limits.demands(), index -> unfilled.add(unfilledReader.read(in)));
    }

    /** Compares the references with what the problem declares, once both are read. */
    void check(JsonInput in, ProblemDraft problem) {
        for (int i = 0; i < assignments.size(); i++) {
            var assignment = assignments.get(i);
            reference(in, problem.demands(), assignment.demand(), "/assignments/" + i + "/demand");
            reference(in, problem.cadres(), assignment.cadre(), "/assignments/" + i + "/cadre");
        }
        for (int i = 0; i < unfilled.size(); i++) {
            reference(in, problem.demands(), unfilled.get(i), "/unfilled/" + i + "/demand");
        }
    }

    private void reference(JsonInput in, DraftList<?> target, String id, String pointer) {
        if (target.lacks(id)) {
            in.faults()
                    .add(
                            () -> root + pointer,
                            FaultCode.UNKNOWN_REFERENCE,
                            Map.of("id", Identifier.shown(id), "list", target.name()));
        }
    }

    Schedule schedule() {
        return new Schedule(assignments);
    }

    private static final class Assignments {
        private final Shape shape = new Shape();
        private final Field<String> demand = shape.required("demand", TextValues.IDENTIFIER);
        private final Field<String> cadre = shape.required("cadre", TextValues.IDENTIFIER);
        private final Field<Boolean> pinned = shape.optional("pinned", Numbers.BOOLEAN, false);

        Assignment read(JsonInput in) throws IOException {
            var values = in.object(shape);
            return new Assignment(values.get(demand), values.get(cadre), values.get(pinned));
        }
    }

    private static final class Unfilled {
        private final Shape shape = new Shape();
        private final Field<String> demand = shape.required("demand", TextValues.IDENTIFIER);

        Unfilled() {
            shape.required("missing", Numbers.integer(0, Limits.HEADS));
        }

        /** The demand. How many heads it lacks is what the evaluation counts anew. */
        String read(JsonInput in) throws IOException {
            return in.object(shape).get(demand);
        }
    }
}
