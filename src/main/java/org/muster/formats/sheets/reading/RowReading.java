package org.muster.formats.sheets.reading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.formats.sheets.cells.CellCodec;
import org.muster.formats.sheets.cells.CellContent.Amount;
import org.muster.formats.sheets.cells.CellContent.Broken;
import org.muster.formats.sheets.cells.IdentifierCells;
import org.muster.formats.sheets.lines.Line;
import org.muster.formats.sheets.lines.MergedCells;
import org.muster.formats.sheets.lines.RowNumbers;
import org.muster.formats.sheets.lines.Sheet;
import org.muster.formats.sheets.lines.SheetColumns;
import org.muster.formats.sheets.lines.SheetColumns.Named;
import org.muster.formats.sheets.lines.SheetFault;
import org.muster.formats.sheets.lines.SheetNotice;
import org.muster.formats.sheets.lines.SheetPlace;
import org.muster.formats.sheets.lines.UnreadableSheetException;
import org.muster.problem.faults.FaultCode;

/** The reading of the rows of one sheet. */
final class RowReading {

    /** Characters of a cell. */
    private static final int CELL = 100_000;

    private final Sheet sheet;
    private final Header header;
    private final SheetColumns known;
    private final SheetReading reading;
    private final MergedCells merged;

    private final Set<Integer> namelessColumns = new HashSet<>();
    private final List<Integer> hiddenRows = new ArrayList<>();
    private final Set<Named> columnsWithDates = new LinkedHashSet<>();
    private boolean isTooWide;
    private int items;

    RowReading(Sheet sheet, Header header, SheetColumns known, SheetReading reading) {
        this.sheet = sheet;
        this.header = header;
        this.known = known;
        this.reading = reading;
        merged = new MergedCells(sheet.layout(), known);
    }

    /**
     * Reads the rows below the header.
     *
     * @return how many items they hold
     */
    int read() throws IOException {
        try (var lines = sheet.open()) {
            for (var line = lines.next(); line != null && goesOn(line); line = lines.next()) {
                if (isBelowHeader(line)) {
                    read(line);
                }
            }
        } catch (UnreadableSheetException e) {
            reading.fault(e.fault(sheet.name()));
        }
        addNotices();
        return items;
    }

    private boolean isBelowHeader(Line line) {
        return line.number() > header.row() && !line.isBlank();
    }

    private boolean goesOn(Line line) {
        return !isBelowHeader(line) || reading.hasRoom(known.sheet(), line);
    }

    private void read(Line line) {
        if (TotalRow.is(line, known)) {
            reading.fault(TotalRow.fault(line, known));
            return;
        }
        var item = CellCodec.NODES.objectNode();
        for (var named : known.named()) {
            put(line, named, item);
        }
        reportNameless(line);
        if (line.isHidden()) {
            hiddenRows.add(line.number());
        }
        items++;
        reading.add(item, new SheetRow(known, line.number()));
    }

    private void put(Line line, Named named, ObjectNode item) {
        var form = named.column().form();
        var seen = merged.seen(line, named);
        var cell = form.isOfIdentifiers() ? IdentifierCells.checked(seen) : seen;
        var place = known.place(line.number(), named);
        if (cell instanceof Broken broken) {
            if (broken.equals(Broken.KNOWN)) {
                reading.explain(place);
            } else {
                reading.fault(new SheetFault(place, broken.code(), broken.params()));
            }
        } else if (cell.text().length() > CELL) {
            var params = Map.of("value", "" + cell.text().length(), "min", "0", "max", "" + CELL);
            reading.fault(new SheetFault(place, FaultCode.OUT_OF_RANGE, params));
        } else if (!cell.isBlank()) {
            if (form.isOfIdentifiers() && cell instanceof Amount amount && amount.isShownAsTime()) {
                columnsWithDates.add(named);
            }
            reading.count(named.column(), cell);
            named.column().put(item, form.reading().read(cell));
        }
    }

    /** Reports each column without a name once, at its first cell with content. */
    private void reportNameless(Line line) {
        for (int i = 0; i < line.cells().size(); i++) {
            if (!line.cell(i).isBlank() && !header.isNamed(i) && namelessColumns.add(i)) {
                reading.fault(
                        new SheetFault(known.place(line.number(), i, ""), FaultCode.COLUMN_WITHOUT_NAME, Map.of()));
            }
        }
        if (line.isTooWide() && !isTooWide) {
            isTooWide = true;
            reading.fault(new SheetFault(
                    new SheetPlace(known.sheet(), line.number(), null, null),
                    FaultCode.TOO_MANY,
                    Map.of("limit", Integer.toString(Line.WIDTH))));
        }
    }

    private void addNotices() {
        if (!hiddenRows.isEmpty()) {
            notice(SheetNotice.Code.HIDDEN_ROWS, "rows", RowNumbers.shown(hiddenRows));
        }
        var hiddenColumns = known.named().stream()
                .filter(named -> sheet.layout().hiddenColumns().get(named.index()))
                .toList();
        if (!hiddenColumns.isEmpty()) {
            notice(SheetNotice.Code.HIDDEN_COLUMNS, "columns", SheetColumns.lettersOf(hiddenColumns));
        }
        if (!columnsWithDates.isEmpty()) {
            notice(
                    SheetNotice.Code.DATES_AS_IDENTIFIERS,
                    "columns",
                    SheetColumns.lettersOf(List.copyOf(columnsWithDates)));
        }
        if (!merged.filled().isEmpty()) {
            notice(SheetNotice.Code.MERGED_CELLS, "ranges", merged.filled());
        }
    }

    private void notice(SheetNotice.Code code, String param, String value) {
        reading.notice(new SheetNotice(code, Map.of("sheet", sheet.name(), param, value)));
    }
}
