package org.muster.persistence.database;

import jakarta.transaction.Synchronization;

/** What is done when a transaction has ended, whichever way: others can see by then what it wrote. */
public record AfterCompletion(Runnable action) implements Synchronization {

    @Override
    public void beforeCompletion() {
        // Nothing to do before others can see anything.
    }

    @Override
    public void afterCompletion(int status) {
        action.run();
    }
}
