package org.muster.persistence.districts;

import java.util.List;
import org.muster.district.Reference;

/**
 * An item to be stored.
 *
 * @param json the item as a JSON object
 */
public record ItemWrite(String id, String json, List<Reference> references) {

    public ItemWrite {
        references = List.copyOf(references);
    }

    /** Shows no personal data. */
    @Override
    public String toString() {
        return "ItemWrite[" + id + "]";
    }
}
