package org.muster.solving;

/** A search ended with an exception, and would do so again. */
final class SearchFailedException extends RuntimeException {

    SearchFailedException(RuntimeException cause) {
        super(cause);
    }

    /** What kind of exception it was. Its message stays in the log: it may name people. */
    String kind() {
        var cause = getCause();
        return cause == null ? "unknown" : cause.getClass().getSimpleName();
    }
}
