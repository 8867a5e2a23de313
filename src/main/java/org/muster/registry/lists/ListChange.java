package org.muster.registry.lists;

import java.util.List;
import org.muster.registry.ItemDifference;

/**
 * What a change does, or would do, to a list.
 *
 * @param unchanged how many items stay as they are
 * @param differences all others
 * @param revision of the list once it is done; where it is only tried, of the list as it is
 */
public record ListChange(int unchanged, List<ItemDifference> differences, long revision) {

    public ListChange {
        differences = List.copyOf(differences);
    }

    /** How many items differ in this way. */
    public long count(ItemDifference.Change kind) {
        return differences.stream().filter(each -> each.kind() == kind).count();
    }
}
