package org.muster.formats.sheets.reading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.muster.district.DistrictList;
import org.muster.formats.sheets.cells.CellContent;
import org.muster.formats.sheets.cells.Column;
import org.muster.formats.sheets.cells.ListColumns;
import org.muster.formats.sheets.cells.Wording;
import org.muster.formats.sheets.lines.Line;
import org.muster.formats.sheets.lines.Sheet;
import org.muster.formats.sheets.lines.SheetColumns;
import org.muster.formats.sheets.lines.SheetFault;
import org.muster.formats.sheets.lines.SheetNotice;
import org.muster.formats.sheets.lines.SheetPlace;
import org.muster.formats.sheets.lines.UnreadableSheetException;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.FaultList;
import org.muster.problem.faults.Limits;

/** The reading of one file. */
final class SheetReading {

    /** Quotation marks, colon and comma of a field in JSON. */
    private static final int SIGNS_OF_A_FIELD = 6;

    private final DistrictList list;
    private final ListColumns columns;
    private final Limits limits;

    private final List<SheetItem> items = new ArrayList<>();
    private final List<SheetFault> faults = new ArrayList<>();
    private final List<SheetFault> missingColumns = new ArrayList<>();
    private final Set<SheetPlace> explained = new HashSet<>();
    private final List<SheetNotice> notices = new ArrayList<>();
    private final UnreadTexts unread = new UnreadTexts();
    private long characters;

    SheetReading(DistrictList list, Limits limits) {
        this.list = list;
        this.limits = limits;
        columns = ListColumns.of(list);
    }

    DistrictList list() {
        return list;
    }

    ListColumns columns() {
        return columns;
    }

    UnreadTexts unread() {
        return unread;
    }

    SheetItems result() {
        return new SheetItems(items, faults, missingColumns, explained, notices, unread);
    }

    void fault(SheetFault fault) {
        faults.add(fault);
        explained.add(fault.place());
    }

    /** Marks a place about which nothing more needs to be said. */
    void explain(SheetPlace place) {
        explained.add(place);
    }

    /** Counts what a cell takes in memory, its name and the signs around it included. */
    void count(Column column, CellContent cell) {
        characters += column.field().length() + cell.text().length() + SIGNS_OF_A_FIELD;
    }

    void notice(SheetNotice notice) {
        notices.add(notice);
    }

    void add(ObjectNode item, SheetRow row) {
        items.add(new SheetItem(item, row));
    }

    private void fault(SheetPlace place, FaultCode code, Map<String, String> params) {
        fault(new SheetFault(place, code, params));
    }

    /** Reports that no header was found, and what it would have to say. */
    void noHeader() {
        String expected = columns.all().stream()
                .filter(Column::isRequired)
                .map(this::names)
                .collect(Collectors.joining(", "));
        fault(SheetPlace.FILE, FaultCode.NO_HEADER_ROW, Map.of("expected", expected));
    }

    /**
     * Reads the rows below a header.
     *
     * @return how many items they hold
     */
    int read(Sheet sheet, Header header) throws IOException {
        var known = known(sheet, header);
        reportMissing(known);
        return new RowReading(sheet, header, known, this).read();
    }

    /** Which columns are known. Those that are not, and those that are told twice, are reported. */
    private SheetColumns known(Sheet sheet, Header header) {
        var known = new ArrayList<SheetColumns.Named>();
        var all = new SheetColumns(sheet.name(), header.row(), List.of(), List.of());
        for (int i = 0; i < header.names().size(); i++) {
            String name = header.shown(i);
            if (name.isEmpty()) {
                continue;
            }
            var column = columns.find(header.names().get(i));
            var first = known.stream()
                    .filter(named -> named.column().equals(column))
                    .findFirst();
            if (column == null) {
                fault(all.place(header.row(), i, name), FaultCode.UNKNOWN_FIELD, Map.of("field", name));
            } else if (first.isPresent()) {
                String letters = SheetColumns.lettersOf(first.get().index());
                fault(all.place(header.row(), i, name), FaultCode.DUPLICATE, Map.of("value", name, "first", letters));
            } else {
                known.add(new SheetColumns.Named(i, name, column));
            }
        }
        var there = known.stream().map(SheetColumns.Named::column).toList();
        var missing = columns.all().stream()
                .filter(column -> column.isRequired() && !there.contains(column))
                .toList();
        return new SheetColumns(sheet.name(), header.row(), known, missing);
    }

    private void reportMissing(SheetColumns known) {
        for (var column : known.missing()) {
            var place = new SheetPlace(known.sheet(), known.headerRow(), null, null);
            missingColumns.add(new SheetFault(place, FaultCode.MISSING_COLUMN, Map.of("field", names(column))));
        }
    }

    /** Whether there is room for a row. */
    boolean hasRoom(String sheet, Line line) {
        if (characters > limits.bodyBytes()) {
            fault(UnreadableSheetException.tooLarge(limits.bodyBytes()).fault(sheet));
            return false;
        }
        if (items.size() >= limit()) {
            fault(
                    new SheetPlace(sheet, line.number(), null, null),
                    FaultCode.TOO_MANY,
                    Map.of("limit", Integer.toString(limit())));
            return false;
        }
        return faults.size() < FaultList.COUNTED;
    }

    private int limit() {
        return list.limit(limits);
    }

    /** What a column is called in all languages. */
    private String names(Column column) {
        return Wording.names(list, column);
    }
}
