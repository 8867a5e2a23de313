package org.muster.persistence.changes;

import java.time.Instant;
import java.util.List;
import org.muster.evaluation.explanation.HandChange;

/**
 * Changes by hand that were saved as one.
 *
 * @param version of the plan afterwards
 */
public record SavedChanges(long version, Instant at, String actor, List<HandChange> changes) {

    public SavedChanges {
        changes = List.copyOf(changes);
    }
}
