package org.muster.problem.faults;

import java.util.Map;

/**
 * One thing that is wrong with an input.
 *
 * @param pointer JSON Pointer (RFC 6901) of the value
 * @param params what the text of the fault names, by the names that {@link FaultCode} gives; never personal data
 */
public record Fault(String pointer, FaultCode code, Map<String, String> params) {

    /** Stands for a value that is personal data. */
    public static final String WITHHELD = "…";

    public Fault {
        params = Map.copyOf(params);
    }
}
