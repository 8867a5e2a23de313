package org.muster.solving.process;

/** Other requests held the memory of problems for longer than a request waits for it. */
public final class MemoryBusyException extends RuntimeException {

    MemoryBusyException() {
        super("Other requests held the memory of problems for too long.");
    }
}
