package org.muster.formats.sheets.reading;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muster.formats.sheets.cells.IdentifierCells;
import org.muster.formats.sheets.cells.TextNormalizer;
import org.muster.formats.sheets.lines.Sheet;
import org.muster.formats.sheets.lines.UnreadableSheetException;

/**
 * The texts in sheets that were not read as a list: an item whose identifier is among them must not be removed as
 * missing.
 */
final class UnreadTexts {

    private static final int MOST = 500_000;

    private final Map<String, String> sheets = new HashMap<>();

    /** The sheet of which a part was not looked at. */
    private @Nullable String cut;

    /** Looks at a sheet, as far as it can be read. */
    void add(Sheet sheet) throws IOException {
        try (var lines = sheet.open()) {
            for (var line = lines.next(); line != null && sheets.size() < MOST; line = lines.next()) {
                for (var cell : line.cells()) {
                    if (!cell.isBlank()) {
                        cut = sheets.size() == MOST - 1 ? sheet.name() : cut;
                        sheets.putIfAbsent(
                                TextNormalizer.plain(
                                        IdentifierCells.checked(cell).text()),
                                sheet.name());
                    }
                }
            }
        } catch (UnreadableSheetException e) {
            // A sheet that cannot be read has no texts; where the list needs it, reading it reports the fault.
            return;
        }
    }

    /** The sheet that has a text, or may have it where the sheet is too large to tell; null where none has it. */
    @Nullable
    String find(String text) {
        return sheets.getOrDefault(text, cut);
    }
}
