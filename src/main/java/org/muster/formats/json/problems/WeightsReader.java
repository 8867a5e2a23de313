package org.muster.formats.json.problems;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.muster.formats.json.stream.JsonInput;
import org.muster.formats.json.stream.Numbers;
import org.muster.formats.json.stream.Value;
import org.muster.problem.Identifier;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.WholeNumbers;
import org.muster.problem.rules.Rule;
import org.muster.problem.rules.Weights;

/** Reads what the goals cost. */
public final class WeightsReader {

    private static final Value<Integer> WEIGHT = Numbers.integer(WholeNumbers.WEIGHTS);

    private WeightsReader() {}

    public static Weights read(JsonInput in) throws IOException {
        var overrides = new EnumMap<Rule, Integer>(Rule.class);
        in.entries(name -> {
            var goal = Rule.findGoal(name);
            if (goal.isPresent()) {
                overrides.put(goal.get(), WEIGHT.readOrStandIn(in));
            } else {
                in.fault(FaultCode.UNKNOWN_REFERENCE, Map.of("id", Identifier.shown(name), "list", "goals"));
                in.skip();
            }
        });
        return new Weights(overrides);
    }
}
