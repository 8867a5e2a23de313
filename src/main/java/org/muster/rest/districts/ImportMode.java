package org.muster.rest.districts;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.muster.registry.lists.Lists.MissingItems;

/** What an import does with items that are not in the file. */
public enum ImportMode {
    @JsonProperty("update")
    UPDATE(MissingItems.KEEP),
    @JsonProperty("replace")
    REPLACE(MissingItems.REMOVE);

    private final MissingItems missing;

    ImportMode(MissingItems missing) {
        this.missing = missing;
    }

    MissingItems missing() {
        return missing;
    }
}
