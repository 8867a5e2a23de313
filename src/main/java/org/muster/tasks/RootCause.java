package org.muster.tasks;

/** What lies behind an exception that others were thrown for. */
public final class RootCause {

    private RootCause() {}

    /** The last cause in the chain; the exception itself where it has none. */
    public static Throwable of(Throwable thrown) {
        var root = thrown;
        while (root.getCause() != null && !root.equals(root.getCause())) {
            root = root.getCause();
        }
        return root;
    }
}
