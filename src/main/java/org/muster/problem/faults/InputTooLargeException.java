package org.muster.problem.faults;

/** An input is larger, deeper or longer than is accepted, and was not read to its end. */
public final class InputTooLargeException extends RuntimeException {

    private final Measure measure;
    private final long limit;

    /** What is too large. */
    public enum Measure {
        /** Bytes after decompression. */
        BYTES,
        /** Objects and arrays inside each other. */
        DEPTH,
        /** Characters of one text, number or field name. */
        TEXT_LENGTH,
        /** Unknown fields. */
        UNKNOWN_FIELDS
    }

    /** Refuses an input that goes beyond a limit. */
    public InputTooLargeException(Measure measure, long limit) {
        super("The input is too large: its %s exceed %d.".formatted(measure, limit));
        this.measure = measure;
        this.limit = limit;
    }

    public Measure measure() {
        return measure;
    }

    /** The most that is accepted, in what {@link #measure()} counts. */
    public long limit() {
        return limit;
    }
}
