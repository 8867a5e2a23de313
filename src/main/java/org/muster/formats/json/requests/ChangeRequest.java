package org.muster.formats.json.requests;

import java.util.List;
import org.muster.evaluation.explanation.HandChange;

/**
 * Changes of a schedule by hand.
 *
 * @param changes done in this order, all or none
 * @param override whether they may break rules
 */
public record ChangeRequest(List<HandChange> changes, boolean override) {

    public ChangeRequest {
        changes = List.copyOf(changes);
    }
}
