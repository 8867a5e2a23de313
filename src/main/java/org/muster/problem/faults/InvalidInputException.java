package org.muster.problem.faults;

import java.util.List;
import java.util.Map;

/** An input could be read, but its content is invalid. */
public final class InvalidInputException extends RuntimeException {

    private final transient List<Fault> faults;
    private final int count;

    /**
     * Refuses an input.
     *
     * @param faults the first ones, at least one
     * @param count of all faults; {@link FaultList#COUNTED} means at least so many
     */
    public InvalidInputException(List<Fault> faults, int count) {
        super("The input has %d faults, the first at '%s': %s."
                .formatted(count, faults.getFirst().pointer(), faults.getFirst().code()));
        this.faults = List.copyOf(faults);
        this.count = count;
    }

    /** Refuses an input for one fault. */
    public static InvalidInputException of(String pointer, FaultCode code, Map<String, String> params) {
        return new InvalidInputException(List.of(new Fault(pointer, code, params)), 1);
    }

    /** The first faults, with those of the reading before those between items. */
    public List<Fault> faults() {
        return faults;
    }

    /** How many faults there are, listed or not. */
    public int count() {
        return count;
    }
}
