package org.muster.formats.json;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.muster.problem.FaultCode;
import org.muster.problem.Identifier;
import org.muster.problem.Limits;
import org.muster.problem.Rule;
import org.muster.problem.Weights;

/** Reads what the goals cost. */
final class WeightsReader {

    private static final Value<Integer> WEIGHT = Numbers.integer(0, Limits.WEIGHT);

    private WeightsReader() {}

    static Weights read(JsonInput in) throws IOException {
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
