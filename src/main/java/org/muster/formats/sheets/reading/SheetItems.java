package org.muster.formats.sheets.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.muster.district.DistrictList;
import org.muster.formats.sheets.cells.Wording;
import org.muster.formats.sheets.lines.SheetFault;
import org.muster.formats.sheets.lines.SheetNotice;
import org.muster.formats.sheets.lines.SheetPlace;

/** The result of reading a file: an item for each row that is not blank, and the faults of the sheets themselves. */
public final class SheetItems {

    private final List<SheetItem> items;
    private final List<SheetFault> faults;
    private final List<SheetFault> missingColumns;
    private final Set<SheetPlace> explained;
    private final List<SheetNotice> notices;
    private final UnreadTexts unread;

    SheetItems(
            List<SheetItem> items,
            List<SheetFault> faults,
            List<SheetFault> missingColumns,
            Set<SheetPlace> explained,
            List<SheetNotice> notices,
            UnreadTexts unread) {
        this.items = List.copyOf(items);
        this.faults = List.copyOf(faults);
        this.missingColumns = List.copyOf(missingColumns);
        this.explained = Set.copyOf(explained);
        this.notices = List.copyOf(notices);
        this.unread = unread;
    }

    /** In the order of their sheets and rows. */
    public List<SheetItem> items() {
        return items;
    }

    /** In the order in which they were found. The file was not read any further after 100,000. */
    public List<SheetFault> faults() {
        return faults;
    }

    /** For each sheet the columns that a new item needs and that are not there: a fault, unless no item needs them. */
    public List<SheetFault> missingColumns() {
        return missingColumns;
    }

    /** Notices for the sender of the file that are no faults. */
    public List<SheetNotice> notices() {
        return notices;
    }

    /** A sheet that has an identifier, but was not read as a list; empty where there is none. */
    public Optional<String> unreadSheetWith(String identifier) {
        return Optional.ofNullable(unread.find(identifier));
    }

    /**
     * Whether one of {@link #faults()} and {@link #missingColumns()} is the cause of what is wrong with a value: its
     * column is missing, or its cell has no readable content. Then there is no need to report the value once more.
     *
     * @param pointer JSON Pointer inside the item
     */
    public boolean explain(SheetItem item, String pointer) {
        var place = item.row().placeOf(pointer);
        return place.column() == null ? item.row().columns().lacks(pointer) : explained.contains(place);
    }

    /** The names of the columns that a new item needs and that the sheet of an item does not have; empty for none. */
    public String columnsMissingFor(DistrictList list, SheetItem item) {
        return item.row().columns().missing().stream()
                .map(column -> Wording.names(list, column))
                .collect(Collectors.joining(", "));
    }
}
