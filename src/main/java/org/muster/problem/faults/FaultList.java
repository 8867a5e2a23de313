package org.muster.problem.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Collects faults: it keeps the first ones and counts them all. */
public final class FaultList {

    /** An input with so many faults is not looked at any further. */
    public static final int COUNTED = 100_000;

    private final int listed;
    private final List<Fault> faults = new ArrayList<>();
    private int count;

    /** Starts an empty list that keeps at most {@link Limits#faults()} faults. */
    public FaultList(Limits limits) {
        listed = limits.faults();
    }

    /**
     * Counts a fault.
     *
     * @param pointer only asked where the fault is kept
     * @throws InvalidInputException when there are {@link #COUNTED}
     */
    public void add(Supplier<String> pointer, FaultCode code, Map<String, String> params) {
        if (count < listed) {
            faults.add(new Fault(pointer.get(), code, params));
        }
        count++;
        if (count >= COUNTED) {
            throw asException();
        }
    }

    /** How many there are, kept or not. */
    public int count() {
        return count;
    }

    /** The first ones, in the order in which they were found. */
    public List<Fault> listed() {
        return List.copyOf(faults);
    }

    /** The refusal of the input that has these faults. */
    public InvalidInputException asException() {
        return new InvalidInputException(listed(), count);
    }
}
