package org.muster.solving.process;

/** Others held the memory of problems for as long as a caller waits for it. */
public final class MemoryBusyException extends RuntimeException {

    MemoryBusyException() {
        super("Others held the memory of problems for too long.");
    }
}
