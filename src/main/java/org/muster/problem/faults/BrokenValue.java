package org.muster.problem.faults;

import java.util.Map;

/**
 * What is wrong with a value, wherever it is.
 *
 * @param params what the sentence about it names
 */
public record BrokenValue(FaultCode code, Map<String, String> params) {

    public BrokenValue {
        params = Map.copyOf(params);
    }

    /** A value that lies outside its range. */
    public static BrokenValue outOfRange(String value, String min, String max) {
        return new BrokenValue(FaultCode.OUT_OF_RANGE, Map.of("value", value, "min", min, "max", max));
    }
}
