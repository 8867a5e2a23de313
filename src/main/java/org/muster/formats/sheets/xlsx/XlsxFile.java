package org.muster.formats.sheets.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.muster.formats.sheets.lines.Sheet;
import org.muster.formats.sheets.lines.SheetLayout;
import org.muster.formats.sheets.lines.UnreadableSheetException;
import org.muster.problem.faults.FaultCode;

/** A workbook. The values of formulas are those that were stored with them. */
public final class XlsxFile implements Closeable {

    private final XlsxParts parts;
    private final Map<String, SheetLayout> layouts;
    private final XlsxStyles styles;
    private final SharedTexts texts;

    private XlsxFile(XlsxParts parts, Map<String, SheetLayout> layouts) throws IOException, XMLStreamException {
        this.parts = parts;
        this.layouts = layouts;
        styles = XlsxStyles.of(parts);
        texts = SharedTexts.of(parts);
    }

    /**
     * Opens a workbook.
     *
     * @throws UnreadableSheetException when it is none, or is not safe to read
     */
    public static XlsxFile open(Path file) {
        try {
            var layouts = new HashMap<String, SheetLayout>();
            XlsxGuard.layouts(file).forEach((part, layout) -> layouts.put(XlsxParts.key(part), layout));
            var parts = XlsxParts.open(file);
            try {
                return new XlsxFile(parts, layouts);
            } catch (IOException | XMLStreamException | RuntimeException e) {
                parts.close();
                throw e;
            }
        } catch (UnreadableSheetException e) {
            throw e;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw damaged();
        }
    }

    /** In their order, hidden ones among them. */
    public List<Sheet> sheets() {
        return parts.tabs().stream().<Sheet>map(XlsxSheet::new).toList();
    }

    @Override
    public void close() throws IOException {
        texts.close();
        parts.close();
    }

    static UnreadableSheetException damaged() {
        return UnreadableSheetException.file(FaultCode.DAMAGED_SPREADSHEET);
    }

    private final class XlsxSheet implements Sheet {
        private final XlsxParts.Tab tab;

        XlsxSheet(XlsxParts.Tab tab) {
            this.tab = tab;
        }

        @Override
        public String name() {
            return tab.name();
        }

        @Override
        public boolean isHidden() {
            return tab.isHidden();
        }

        @Override
        public SheetLayout layout() {
            return tab.part() == null
                    ? SheetLayout.PLAIN
                    : layouts.getOrDefault(XlsxParts.key(tab.part()), SheetLayout.PLAIN);
        }

        @Override
        public Lines open() {
            try {
                var in = tab.part() == null ? null : parts.find(tab.part());
                if (in == null) {
                    throw damaged();
                }
                return new XlsxLines(in, new XlsxCells(texts, styles, parts.since1904()));
            } catch (IOException | XMLStreamException e) {
                throw damaged();
            }
        }
    }
}
