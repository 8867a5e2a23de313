package org.muster.formats.sheets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.muster.district.DistrictList;
import org.muster.problem.FaultCode;
import org.muster.problem.FaultList;
import org.muster.problem.Limits;

/** The reading of one file. */
final class SheetReading {

    /** Characters of a cell. */
    private static final int CELL = 100_000;

    private final DistrictList list;
    private final ListColumns columns;
    private final Limits limits;

    private final List<SheetItem> items = new ArrayList<>();
    private final List<SheetFault> faults = new ArrayList<>();
    private final Set<String> missingColumns = new HashSet<>();
    private final Set<Integer> namelessColumns = new HashSet<>();
    private long characters;
    private boolean isTooWide;

    SheetReading(DistrictList list, Limits limits) {
        this.list = list;
        this.limits = limits;
        columns = ListColumns.of(list);
    }

    ListColumns columns() {
        return columns;
    }

    SheetItems result() {
        return new SheetItems(items, faults, missingColumns);
    }

    void fault(SheetFault fault) {
        faults.add(fault);
    }

    private void fault(SheetPlace place, FaultCode code, Map<String, String> params) {
        faults.add(new SheetFault(place, code, params));
    }

    /** Reports that no header was found, and what it would have to say. */
    void noHeader() {
        String expected = columns.all().stream()
                .filter(Column::isRequired)
                .map(this::names)
                .collect(Collectors.joining(", "));
        fault(SheetPlace.FILE, FaultCode.NO_HEADER_ROW, Map.of("expected", expected));
    }

    /** Reads the rows below a header. */
    void read(Sheet sheet, Header header) throws IOException {
        var known = known(sheet, header);
        reportMissing(known);
        try (var lines = sheet.open()) {
            for (var line = lines.next(); line != null && goesOn(known, line); line = lines.next()) {
                if (line.number() > header.row() && !line.isBlank()) {
                    read(line, known, header);
                }
            }
        } catch (UnreadableSheetException e) {
            fault(e.fault(sheet.name()));
        }
    }

    /** Which columns are known. Those that are not, and those that are told twice, are reported. */
    private SheetColumns known(Sheet sheet, Header header) {
        var known = new ArrayList<SheetColumns.Named>();
        var all = new SheetColumns(sheet.name(), header.row(), List.of());
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
        return new SheetColumns(sheet.name(), header.row(), known);
    }

    private void reportMissing(SheetColumns known) {
        for (var column : columns.all()) {
            if (column.isRequired() && !known.has(column)) {
                missingColumns.add(column.pointer());
                var place = new SheetPlace(known.sheet(), known.headerRow(), null, null);
                fault(place, FaultCode.MISSING_COLUMN, Map.of("field", names(column)));
            }
        }
    }

    /** Whether there is room for a row. */
    private boolean goesOn(SheetColumns known, Line line) {
        if (line.number() <= known.headerRow() || line.isBlank()) {
            return true;
        }
        if (characters > limits.bodyBytes()) {
            fault(UnreadableSheetException.tooLarge(limits.bodyBytes()).fault(known.sheet()));
            return false;
        }
        if (items.size() >= limit()) {
            fault(
                    new SheetPlace(known.sheet(), line.number(), null, null),
                    FaultCode.TOO_MANY,
                    Map.of("limit", Integer.toString(limit())));
            return false;
        }
        return faults.size() < FaultList.COUNTED;
    }

    private int limit() {
        return switch (list) {
            case CADRES -> limits.cadres();
            case DEMANDS -> limits.demands();
            case SITES -> limits.sites();
            case WINDOWS -> limits.windows();
            case COMMUNITIES, SKILLS, POSTS, DUTY_RULES, UNITS, ROUNDS -> limits.otherItems();
        };
    }

    private void read(Line line, SheetColumns known, Header header) {
        var item = Form.NODES.objectNode();
        for (var named : known.named()) {
            put(line, named, known, item);
        }
        reportNameless(line, known, header);
        String json = item.toString();
        characters += json.length();
        items.add(new SheetItem(json, new SheetRow(known, line.number())));
    }

    private void put(Line line, SheetColumns.Named named, SheetColumns known, ObjectNode item) {
        var cell = line.cell(named.index());
        if (cell instanceof CellContent.Broken broken) {
            fault(known.place(line.number(), named.index(), named.header()), broken.code(), broken.params());
        } else if (cell.text().length() > CELL) {
            fault(
                    known.place(line.number(), named.index(), named.header()),
                    FaultCode.OUT_OF_RANGE,
                    Map.of("value", "" + cell.text().length(), "min", "0", "max", "" + CELL));
        } else if (!cell.isBlank()) {
            named.column().put(item, named.column().form().reading().read(cell));
        }
    }

    /** Reports each column without a name once, where something stands in it first. */
    private void reportNameless(Line line, SheetColumns known, Header header) {
        for (int i = 0; i < line.cells().size(); i++) {
            if (!line.cell(i).isBlank() && !header.isNamed(i) && namelessColumns.add(i)) {
                fault(known.place(line.number(), i, ""), FaultCode.COLUMN_WITHOUT_NAME, Map.of());
            }
        }
        if (line.isTooWide() && !isTooWide) {
            isTooWide = true;
            fault(
                    new SheetPlace(known.sheet(), line.number(), null, null),
                    FaultCode.TOO_MANY,
                    Map.of("limit", Integer.toString(Line.WIDTH)));
        }
    }

    /** What a column is called in all languages. */
    private String names(Column column) {
        String chinese = Wording.CHINESE.column(list, column).header();
        return column.field() + " (" + chinese + ")";
    }
}
