package org.muster.solving.process;

/** What a process does of all that Muster does. Processes that share a database share the work. */
public enum Role {
    /** It answers callers, and leaves solving to others. */
    API,
    /** It solves plans, and answers nothing but questions about its health. */
    WORKER,
    /** It does both. */
    BOTH;

    /** Whether plans are solved here. */
    public boolean solves() {
        return this != API;
    }

    /** Whether callers are answered here. */
    public boolean answers() {
        return this != WORKER;
    }
}
