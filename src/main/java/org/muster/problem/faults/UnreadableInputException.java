package org.muster.problem.faults;

/** An input is not what its format asks for, so that nothing can be said about its content. */
public final class UnreadableInputException extends RuntimeException {

    private final Reason reason;
    private final long line;
    private final long column;
    private final String pointer;

    /** Why it cannot be read. */
    public enum Reason {
        /** There is nothing in it. */
        EMPTY,
        /** It ends in the middle. */
        TRUNCATED,
        /** A character is not allowed by the grammar. */
        MALFORMED,
        /** A field occurs twice in one object. */
        DUPLICATE_KEY,
        /** Something follows the document. */
        TRAILING_CONTENT,
        /** The bytes are not UTF-8. */
        NOT_UTF8
    }

    /**
     * Refuses an input. No part of its content is kept.
     *
     * @param line from 1
     * @param column in bytes, from 1
     * @param pointer JSON Pointer of the value that was being read; empty for the whole document
     */
    public UnreadableInputException(Reason reason, long line, long column, String pointer) {
        super("The input cannot be read: %s at line %d, column %d, in '%s'.".formatted(reason, line, column, pointer));
        this.reason = reason;
        this.line = line;
        this.column = column;
        this.pointer = pointer;
    }

    public Reason reason() {
        return reason;
    }

    /** The line where reading stopped, from 1. */
    public long line() {
        return line;
    }

    /** The byte of the line where reading stopped, from 1. */
    public long column() {
        return column;
    }

    /** JSON Pointer of the value that was being read; empty for the whole document. */
    public String pointer() {
        return pointer;
    }
}
