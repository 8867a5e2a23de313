package org.muster.formats.json.problems;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.formats.json.stream.JsonInput;
import org.muster.formats.json.stream.Numbers;
import org.muster.formats.json.stream.Shape;
import org.muster.formats.json.stream.TextValues;
import org.muster.formats.json.stream.Value;
import org.muster.parts.Merging;
import org.muster.parts.PartRequest;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.FaultList;
import org.muster.problem.faults.Limits;

/**
 * Reads {@code [{id, problem}]} and merges part after part, so that what several parts repeat is kept once. Only parts
 * without faults are compared with each other.
 */
final class PartsReader {
    private static final String ROOT = "/parts";

    private final Limits limits;
    private final Map<String, Integer> firstById = new HashMap<>();
    private @Nullable Merging merging;

    PartsReader(Limits limits) {
        this.limits = limits;
    }

    /** Reads the parts one is at. */
    void read(JsonInput in) throws IOException {
        int[] count = new int[1];
        boolean isArray = in.array(Limits.PARTS, index -> {
            part(in, index);
            count[0]++;
        });
        if (isArray && count[0] == 0) {
            in.fault(FaultCode.OUT_OF_RANGE, Numbers.range("0", "1", Integer.toString(Limits.PARTS)));
        }
    }

    private void part(JsonInput in, int index) throws IOException {
        int faultsBefore = in.faults().count();
        var body = new ProblemBodyReader(limits);
        var shape = new Shape();
        var id = shape.required("id", TextValues.IDENTIFIER);
        shape.required("problem", new Value<>(false, problem -> {
            body.read(problem);
            return true;
        }));
        var name = in.object(shape).get(id);
        body.check(in);
        Integer first = name.isEmpty() ? null : firstById.putIfAbsent(name, index);
        if (first != null) {
            in.fault(id.name(), FaultCode.DUPLICATE_ID, Map.of("id", name, "first", "%s/%d/id".formatted(ROOT, first)));
        }
        if (in.faults().count() == faultsBefore) {
            merging(in.faults())
                    .add(new PartRequest(
                            name,
                            "%s/%d/problem".formatted(ROOT, index),
                            body.draft().toProblem()));
        }
    }

    private Merging merging(FaultList faults) {
        if (merging == null) {
            merging = new Merging(ROOT, limits, faults);
        }
        return merging;
    }

    /** What the parts have become, once everything was read; empty where there are none, or faults. */
    Optional<Merging.Merged> merge(JsonInput in) {
        return merging == null || in.faults().count() > 0 ? Optional.empty() : merging.finish();
    }
}
