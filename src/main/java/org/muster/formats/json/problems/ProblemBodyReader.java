package org.muster.formats.json.problems;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.LocalDate;
import org.muster.formats.json.items.CadreReader;
import org.muster.formats.json.items.DemandReader;
import org.muster.formats.json.items.DutyRulesReader;
import org.muster.formats.json.items.PlaceReader;
import org.muster.formats.json.items.PostReader;
import org.muster.formats.json.items.UnitReader;
import org.muster.formats.json.stream.Field;
import org.muster.formats.json.stream.JsonInput;
import org.muster.formats.json.stream.Numbers;
import org.muster.formats.json.stream.Reading;
import org.muster.formats.json.stream.Shape;
import org.muster.formats.json.stream.TextValues;
import org.muster.formats.json.stream.Times;
import org.muster.formats.json.stream.Value;
import org.muster.problem.DraftList;
import org.muster.problem.Horizon;
import org.muster.problem.ProblemDraft;
import org.muster.problem.ProblemValidator;
import org.muster.problem.QuotedValue;
import org.muster.problem.StandingAssignment;
import org.muster.problem.faults.Limits;
import org.muster.problem.faults.WholeNumbers;

/** Reads one problem, at any place of a document. A reader is used once. */
final class ProblemBodyReader {

    private final Limits limits;
    private final ProblemDraft draft = new ProblemDraft();
    private final Shape shape = new Shape();
    private final Horizons horizons = new Horizons();
    private final Assignments assignments = new Assignments();
    private String root = "";
    private boolean wasRead;

    ProblemBodyReader(Limits limits) {
        this.limits = limits;
        var places = new PlaceReader();
        var posts = new PostReader();
        var demands = new DemandReader();
        var travel = new TravelReader(limits);
        part("timeZone", in -> draft.timeZone(Times.TIME_ZONE.reading().read(in)));
        part("horizon", in -> horizons.read(in, draft));
        list(draft.communities(), limits.otherItems(), places::community);
        list(draft.units(), limits.otherItems(), new UnitReader()::read);
        list(draft.skills(), limits.otherItems(), posts::skill);
        list(draft.posts(), limits.otherItems(), posts::post);
        list(draft.sites(), limits.sites(), places::site);
        list(draft.rounds(), limits.otherItems(), demands::round);
        part(
                draft.windows().name(),
                in -> readable(draft.windows(), in.array(limits.windows(), index -> demands.window(in, draft))));
        list(draft.demands(), limits.demands(), demands::demand);
        list(draft.cadres(), limits.cadres(), new CadreReader(limits)::read);
        list(draft.dutyRules(), limits.otherItems(), new DutyRulesReader()::read);
        part("assignments", in -> in.array(limits.assignments(), index -> draft.addAssignment(assignments.read(in))));
        part("travel", in -> draft.travel(travel.read(in)));
        part("weights", in -> draft.weights(WeightsReader.read(in)));
    }

    /** What a part of the problem does to the draft. */
    private interface Part {
        void read(JsonInput in) throws IOException;
    }

    private void part(String name, Part part) {
        shape.optional(name, new Value<>(false, in -> {
            part.read(in);
            return true;
        }));
    }

    private <T> void list(DraftList<T> list, int limit, Reading<T> item) {
        part(list.name(), in -> readable(list, in.array(limit, index -> list.add(item.read(in)))));
    }

    private static void readable(DraftList<?> list, boolean isReadable) {
        if (!isReadable) {
            list.markUnreadable();
        }
    }

    /** Reads the problem one is at into the draft. */
    void read(JsonInput in) throws IOException {
        root = in.pointer().toString();
        wasRead = in.isAt(JsonToken.START_OBJECT);
        in.object(shape);
    }

    /** Whether there was a problem, broken or not; without one, references into it cannot be checked. */
    boolean wasRead() {
        return wasRead;
    }

    /** Compares the items with each other, once everything is read. */
    void check(JsonInput in) {
        if (wasRead) {
            ProblemValidator.check(draft, root, limits, in.faults());
        }
    }

    ProblemDraft draft() {
        return draft;
    }

    private static final class Horizons {
        private final Shape shape = new Shape();
        private final Field<LocalDate> from = shape.required("from", Times.date(QuotedValue.SHOWN));
        private final Field<LocalDate> to = shape.required("to", Times.date(QuotedValue.SHOWN));

        void read(JsonInput in, ProblemDraft draft) throws IOException {
            var values = in.object(shape);
            if (Times.isInOrder(in, values, from, to) && values.has(from) && values.has(to)) {
                draft.horizon(new Horizon(values.get(from), values.get(to)));
            } else {
                draft.markHorizonUnreadable();
            }
        }
    }

    private static final class Assignments {
        private final Shape shape = new Shape();
        private final Field<String> demand = shape.required("demand", TextValues.IDENTIFIER);
        private final Field<String> cadre = shape.required("cadre", TextValues.IDENTIFIER);
        private final Field<Boolean> pinned = shape.optional("pinned", Numbers.BOOLEAN, false);
        private final Field<Boolean> published = shape.optional("published", Numbers.BOOLEAN, false);
        private final Field<Integer> disruptionWeight = shape.optional(
                "disruptionWeight", Numbers.integer(WholeNumbers.WEIGHTS), StandingAssignment.USUAL_DISRUPTION);

        StandingAssignment read(JsonInput in) throws IOException {
            var values = in.object(shape);
            return new StandingAssignment(
                    values.get(demand),
                    values.get(cadre),
                    values.get(pinned),
                    values.get(published),
                    values.get(disruptionWeight));
        }
    }
}
