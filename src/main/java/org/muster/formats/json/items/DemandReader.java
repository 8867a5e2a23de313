package org.muster.formats.json.items;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.muster.formats.json.stream.Field;
import org.muster.formats.json.stream.JsonInput;
import org.muster.formats.json.stream.Numbers;
import org.muster.formats.json.stream.Shape;
import org.muster.formats.json.stream.TextValues;
import org.muster.formats.json.stream.Times;
import org.muster.formats.json.stream.Value;
import org.muster.formats.json.stream.Values;
import org.muster.problem.Demand;
import org.muster.problem.ItemValues;
import org.muster.problem.ProblemDraft;
import org.muster.problem.QuotedValue;
import org.muster.problem.Round;
import org.muster.problem.Window;
import org.muster.problem.faults.WholeNumbers;

/** Reads rounds, windows and demands. */
public final class DemandReader {

    private final Rounds rounds = new Rounds();
    private final Windows windows = new Windows();
    private final Demands demands = new Demands();

    public Round round(JsonInput in) throws IOException {
        return rounds.read(in);
    }

    /** Adds a window to the draft. */
    public void window(JsonInput in, ProblemDraft draft) throws IOException {
        var read = windows.read(in);
        if (read.hasTimes()) {
            draft.windows().add(read.window());
        } else {
            draft.addWindowWithoutTimes(read.window());
        }
    }

    public Window window(JsonInput in) throws IOException {
        return windows.read(in).window();
    }

    public Demand demand(JsonInput in) throws IOException {
        return demands.read(in);
    }

    private static final class Rounds {
        private final Shape shape = new Shape();
        private final Field<String> id = shape.required("id", TextValues.IDENTIFIER);
        private final Field<String> name = shape.optional("name", TextValues.NAME);
        private final Field<LocalDate> date = shape.required("date", Times.date(QuotedValue.SHOWN));

        Round read(JsonInput in) throws IOException {
            var values = in.object(shape);
            return new Round(values.get(id), values.nameOr(name, id), values.get(date));
        }
    }

    private static final class Windows {
        private final Shape shape = new Shape();
        private final Field<String> id = shape.required("id", TextValues.IDENTIFIER);
        private final Field<String> round = shape.required("round", TextValues.IDENTIFIER);
        private final Field<LocalDateTime> start = shape.required("start", Times.dateTime(QuotedValue.SHOWN));
        private final Field<LocalDateTime> end = shape.required("end", Times.dateTime(QuotedValue.SHOWN));
        private final Field<String> kind = shape.optional("kind", TextValues.IDENTIFIER);

        /**
         * A window.
         *
         * @param hasTimes false where its start or end is a stand-in
         */
        record Read(Window window, boolean hasTimes) {}

        Read read(JsonInput in) throws IOException {
            var values = in.object(shape);
            boolean isInterval = Times.isInterval(in, values, start, end, QuotedValue.SHOWN);
            var from = isInterval ? values.get(start) : start.absent();
            var to = isInterval ? values.get(end) : start.absent().plusMinutes(1);
            var window = new Window(values.get(id), values.get(round), from, to, values.find(kind));
            return new Read(window, isInterval);
        }
    }

    private static final class Demands {
        private static final Value<Integer> HEADS = Numbers.integer(WholeNumbers.HEADS);
        private static final Value<Integer> WEIGHT = Numbers.integer(WholeNumbers.WEIGHTS);
        private static final Value<Integer> PRIORITY = Numbers.integer(ItemValues.PRIORITIES);

        private final Shape shape = new Shape();
        private final Field<String> id = shape.required("id", TextValues.IDENTIFIER);
        private final Field<String> site = shape.required("site", TextValues.IDENTIFIER);
        private final Field<String> window = shape.required("window", TextValues.IDENTIFIER);
        private final Field<String> post = shape.required("post", TextValues.IDENTIFIER);
        private final Field<Integer> min = shape.required("min", HEADS);
        private final Field<Integer> ideal = shape.required("ideal", HEADS);
        private final Field<Integer> max = shape.required("max", HEADS);
        private final Field<Integer> priority = shape.required("priority", PRIORITY);
        private final Field<Integer> idealWeight = shape.optional("idealWeight", WEIGHT, 1);
        private final Field<Integer> overWeight = shape.optional("overWeight", WEIGHT, 1);

        Demand read(JsonInput in) throws IOException {
            var values = in.object(shape);
            boolean isOrdered = isOrdered(in, values);
            return new Demand(
                    values.get(id),
                    values.get(site),
                    values.get(window),
                    values.get(post),
                    isOrdered ? values.get(min) : 0,
                    isOrdered ? values.get(ideal) : 0,
                    isOrdered ? values.get(max) : 0,
                    values.get(priority),
                    values.get(idealWeight),
                    values.get(overWeight));
        }

        /** Without an ideal to compare with, minimum and maximum are compared with each other. */
        private boolean isOrdered(JsonInput in, Values values) {
            boolean outerFit = values.has(ideal) || Numbers.isInOrder(in, values, min, max);
            boolean minFits = Numbers.isInOrder(in, values, min, ideal);
            boolean maxFits = Numbers.isInOrder(in, values, ideal, max);
            return outerFit && minFits && maxFits && values.has(min) && values.has(ideal) && values.has(max);
        }
    }
}
