package org.muster.persistence.districts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who changed what and when. It names fields, never values.
 *
 * @param number goes up with every entry; 0 while it is not stored
 * @param change number of the change of the district; entries of one change belong together
 * @param list where the item is; null for the district itself
 * @param item identifier of what was changed; null for the district itself
 * @param fields the fields that have another value now
 */
public record AuditEntry(
        long number,
        long change,
        Instant at,
        String actor,
        Action action,
        @Nullable String list,
        @Nullable String item,
        List<String> fields) {

    /** What was done. */
    public enum Action {
        CREATED,
        CHANGED,
        DELETED,
        PLANNED,
        PUBLISHED,
        WITHDRAWN,
        EXPORTED,
        FORGOTTEN,
        /** The personal links of a cadre were ended. */
        REVOKED
    }

    public AuditEntry {
        fields = List.copyOf(fields);
    }
}
