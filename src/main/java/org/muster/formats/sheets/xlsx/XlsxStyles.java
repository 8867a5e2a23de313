package org.muster.formats.sheets.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.muster.formats.sheets.cells.NumberFormat;
import org.muster.formats.sheets.lines.CellAddress;

/** Which number format the cells of a workbook have. */
final class XlsxStyles {

    private final Map<String, String> codes = new HashMap<>();
    private final List<String> formats = new ArrayList<>();
    private final Map<String, NumberFormat> known = new HashMap<>();
    private boolean isOfCells;

    private XlsxStyles() {}

    static XlsxStyles of(XlsxParts parts) throws IOException, XMLStreamException {
        var styles = new XlsxStyles();
        parts.read(parts.styles(), styles::read);
        return styles;
    }

    private void read(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "numFmt" -> codes.put(XlsxXml.attribute(xml, "numFmtId"), XlsxXml.attribute(xml, "formatCode"));
            case "cellXfs" -> isOfCells = true;
            case "cellStyleXfs", "cellStyles", "dxfs" -> isOfCells = false;
            case "xf" -> {
                if (isOfCells) {
                    formats.add(XlsxXml.attribute(xml, "numFmtId"));
                }
            }
            default -> {}
        }
    }

    /**
     * The format of a cell; the general one where the workbook names none.
     *
     * @param style what the cell says about it
     */
    NumberFormat of(String style) {
        int number = style.isEmpty() ? 0 : CellAddress.numberOf(style);
        return number < formats.size()
                ? known.computeIfAbsent(formats.get(number), this::format)
                : NumberFormat.GENERAL;
    }

    private NumberFormat format(String id) {
        return NumberFormat.of(CellAddress.numberOf(id), codes.getOrDefault(id, ""));
    }
}
