package org.muster.formats.json.requests;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.muster.evaluation.explanation.HandChange;
import org.muster.evaluation.explanation.HandChange.Op;
import org.muster.formats.json.problems.SolveOptionsReader;
import org.muster.formats.json.stream.Field;
import org.muster.formats.json.stream.JsonDocument;
import org.muster.formats.json.stream.JsonInput;
import org.muster.formats.json.stream.Numbers;
import org.muster.formats.json.stream.Reading;
import org.muster.formats.json.stream.Shape;
import org.muster.formats.json.stream.TextValues;
import org.muster.formats.json.stream.Value;
import org.muster.problem.SolveOptions;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.InputTooLargeException;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;
import org.muster.problem.faults.UnreadableInputException;

/**
 * Reads how a schedule is changed by hand, and how it is solved again. Streams are not closed, and both methods throw
 * {@link UnreadableInputException}, {@link InputTooLargeException}, {@link InvalidInputException}.
 */
public final class HandReader {

    private final Limits limits;

    /** A reader that accepts what lies within the limits. It can be shared. */
    public HandReader(Limits limits) {
        this.limits = limits;
    }

    /** Reads {@code {changes: [{op, demand, cadre}], override?}}. */
    public ChangeRequest changes(InputStream in) throws IOException {
        return read(in, new Changes()::read);
    }

    /** Reads {@code {name?, options?}}. */
    public ContinuationRequest continuation(InputStream in) throws IOException {
        return read(in, json -> {
            var shape = new Shape();
            var name = shape.optional("name", TextValues.NAME);
            var options = shape.optional("options", new Value<>(SolveOptions.DEFAULT, new SolveOptionsReader()::read));
            var values = json.object(shape);
            return new ContinuationRequest(values.find(name), values.find(options));
        });
    }

    private <T> T read(InputStream in, Reading<T> reading) throws IOException {
        return JsonDocument.read(JsonDocument.open(in, limits), limits, json -> {
            var request = reading.read(json);
            return () -> request;
        });
    }

    private static final class Changes {
        private final ChangeReader change = new ChangeReader();
        private final Shape shape = new Shape();
        private final Field<List<HandChange>> changes =
                shape.required("changes", JsonInput.listOf(HandChange.MOST, change::read));
        private final Field<Boolean> override = shape.optional("override", Numbers.BOOLEAN, false);

        ChangeRequest read(JsonInput in) throws IOException {
            var values = in.object(shape);
            var given = values.get(changes);
            if (values.has(changes) && given.isEmpty()) {
                in.fault(
                        changes.name(),
                        FaultCode.OUT_OF_RANGE,
                        Numbers.range("0", "1", Integer.toString(HandChange.MOST)));
            }
            return new ChangeRequest(given, values.get(override));
        }
    }

    private static final class ChangeReader {
        private final Shape shape = new Shape();
        private final Field<Op> op = shape.required("op", TextValues.oneOf(Op.class));
        private final Field<String> demand = shape.required("demand", TextValues.IDENTIFIER);
        private final Field<String> cadre = shape.required("cadre", TextValues.IDENTIFIER);

        HandChange read(JsonInput in) throws IOException {
            var values = in.object(shape);
            return new HandChange(values.get(op), values.get(demand), values.get(cadre));
        }
    }
}
