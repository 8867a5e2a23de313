package org.muster.formats.sheets.lines;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.formats.sheets.cells.CellContent;
import org.muster.problem.faults.FaultCode;

/**
 * Merged cells of a sheet: a reader of it sees their value beside each of their rows, the file has it in the first cell
 * only. Identifiers are not repeated, and one value for several columns is ambiguous: both are reported as faults.
 */
public final class MergedCells {

    private static final int NAMED = 20;

    private final SheetColumns known;
    /** By column, and by their first row. */
    private final Map<Integer, TreeMap<Integer, CellRange>> ranges = new HashMap<>();

    private final Map<CellRange, CellContent> values = new HashMap<>();
    private final Set<CellRange> filled = new LinkedHashSet<>();
    private final Set<CellRange> reported = new LinkedHashSet<>();

    public MergedCells(SheetLayout layout, SheetColumns known) {
        this.known = known;
        for (var range : layout.merged()) {
            if (range.firstRow() > known.headerRow()) {
                for (var column : known.named()) {
                    if (range.hasColumn(column.index())) {
                        ranges.computeIfAbsent(column.index(), _ -> new TreeMap<>())
                                .put(range.firstRow(), range);
                    }
                }
            }
        }
    }

    /** What a reader of the sheet sees in a column beside a row. Rows are asked for from top to bottom. */
    public CellContent seen(Line line, SheetColumns.Named column) {
        var own = line.cell(column.index());
        var range = find(line.number(), column.index());
        if (range == null) {
            return own;
        }
        var value = valueOf(range, line);
        if (known.countIn(range) > 1) {
            return value.isBlank() ? own : broken(range, FaultCode.MERGED_COLUMNS);
        }
        if (line.number() == range.firstRow() || value.isBlank()) {
            return range.firstColumn() == column.index() ? own : value;
        }
        if (column.equals(known.identifiers())) {
            return broken(range, FaultCode.MERGED_IDENTIFIER);
        }
        filled.add(range);
        return value;
    }

    private CellContent valueOf(CellRange range, Line line) {
        if (line.number() == range.firstRow()) {
            values.put(range, line.cell(range.firstColumn()));
        }
        return values.getOrDefault(range, CellContent.Text.BLANK);
    }

    private @Nullable CellRange find(int row, int column) {
        var below = ranges.get(column);
        var found = below == null ? null : below.floorEntry(row);
        return found != null && found.getValue().hasRow(row) ? found.getValue() : null;
    }

    private CellContent broken(CellRange range, FaultCode code) {
        return reported.add(range)
                ? new CellContent.Broken(code, Map.of("range", range.reference()))
                : CellContent.Broken.KNOWN;
    }

    /** The first cells whose value was read in further rows: {@code G2:G4, G7:G9}; empty where there are none. */
    public String filled() {
        List<CellRange> first = new ArrayList<>(filled);
        return first.stream().limit(NAMED).map(CellRange::reference).collect(Collectors.joining(", "))
                + (first.size() > NAMED ? ", …" : "");
    }
}
