package org.muster.formats.sheets.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.muster.formats.sheets.lines.Line;
import org.muster.formats.sheets.lines.Sheet;
import org.muster.formats.sheets.lines.SheetFault;
import org.muster.formats.sheets.lines.UnreadableSheetException;

/**
 * The rows of a sheet among which its header is sought.
 *
 * @param faults why there are no more of them
 */
record SheetBeginning(Sheet sheet, List<Line> lines, List<SheetFault> faults) {

    static SheetBeginning of(Sheet sheet) throws IOException {
        var beginning = new SheetBeginning(sheet, new ArrayList<>(), new ArrayList<>());
        try (var lines = sheet.open()) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                beginning.lines.add(line);
                if (line.number() > Header.ROWS) {
                    break;
                }
            }
        } catch (UnreadableSheetException e) {
            beginning.faults.add(e.fault(sheet.name()));
        }
        return beginning;
    }

    boolean isBlank() {
        return faults.isEmpty() && lines.stream().allMatch(Line::isBlank);
    }

    /** Reports that there is no header in any sheet: for the reason that they cannot be read, where there is one. */
    static void reportNoHeader(List<SheetBeginning> beginnings, SheetReading reading) {
        beginnings.forEach(beginning -> beginning.faults().forEach(reading::fault));
        if (beginnings.stream().allMatch(beginning -> beginning.faults().isEmpty())) {
            reading.noHeader();
        }
    }
}
