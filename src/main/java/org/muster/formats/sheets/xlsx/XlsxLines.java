package org.muster.formats.sheets.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.muster.formats.sheets.cells.CellContent;
import org.muster.formats.sheets.lines.CellAddress;
import org.muster.formats.sheets.lines.Line;
import org.muster.formats.sheets.lines.Sheet;

/** The rows of a sheet of a workbook. */
final class XlsxLines implements Sheet.Lines {

    private static final int LARGEST = 1_048_576;

    private final InputStream in;
    private final XMLStreamReader xml;
    private final XlsxCells cells;
    private int number;

    XlsxLines(InputStream in, XlsxCells cells) throws XMLStreamException {
        this.in = in;
        this.cells = cells;
        xml = XmlPartScan.reader(in);
    }

    /** Any failure of the parser means that the file is broken. */
    @Override
    public @Nullable Line next() {
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("row")) {
                    return line();
                }
            }
            return null;
        } catch (XMLStreamException | RuntimeException e) {
            throw XlsxFile.damaged();
        }
    }

    private Line line() throws XMLStreamException {
        String told = XlsxXml.attribute(xml, "r");
        number = told.isEmpty() ? number + 1 : CellAddress.numberOf(told);
        if (number <= 0 || number > LARGEST) {
            throw XlsxFile.damaged();
        }
        boolean isHidden =
                XlsxXml.isTrue(xml, "hidden") || XlsxXml.attribute(xml, "ht").matches("0(\\.0*)?");
        var row = new ArrayList<CellContent>();
        boolean isTooWide = false;
        int column = 0;
        while (toCell()) {
            var address = CellAddress.find(XlsxXml.attribute(xml, "r"));
            column = address == null ? column : address.column();
            var content = cells.read(xml);
            if (column < Line.WIDTH) {
                put(content, column, row);
            } else {
                isTooWide |= !content.isBlank();
            }
            column++;
        }
        return new Line(number, row, isTooWide, isHidden);
    }

    private static void put(CellContent content, int column, List<CellContent> row) {
        while (row.size() <= column) {
            row.add(CellContent.Text.BLANK);
        }
        row.set(column, content);
    }

    /** Goes to the next cell of the row; false at its end. */
    private boolean toCell() throws XMLStreamException {
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                return false;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("c")) {
                    return true;
                }
                XlsxXml.skip(xml);
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
