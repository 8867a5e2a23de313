package org.muster.formats.sheets;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What was read from a file: an item for each row that is not blank, and what is wrong with the sheet itself. */
public final class SheetItems {

    private final List<SheetItem> items;
    private final List<SheetFault> faults;
    private final Set<String> missingColumns;
    private final Set<SheetPlace> faulty;

    SheetItems(List<SheetItem> items, List<SheetFault> faults, Set<String> missingColumns) {
        this.items = List.copyOf(items);
        this.faults = List.copyOf(faults);
        this.missingColumns = Set.copyOf(missingColumns);
        faulty = faults.stream().map(SheetFault::place).collect(Collectors.toCollection(HashSet::new));
    }

    /** In the order of their rows. */
    public List<SheetItem> items() {
        return items;
    }

    /** In the order in which they were found. The sheet was not read any further after 100,000. */
    public List<SheetFault> faults() {
        return faults;
    }

    /**
     * Whether one of {@link #faults()} is the cause of what is wrong with a value: its column is missing, or its cell
     * has no readable content. Then there is no need to report the value once more.
     *
     * @param pointer JSON Pointer inside the item
     */
    public boolean explain(SheetItem item, String pointer) {
        var place = item.row().placeOf(pointer);
        return place.column() == null
                ? missingColumns.stream().anyMatch(missing -> SheetColumns.touch(missing, pointer))
                : faulty.contains(place);
    }
}
