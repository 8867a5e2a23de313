package org.muster.formats.sheets.xlsx;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.muster.formats.sheets.lines.CellAddress;
import org.muster.formats.sheets.lines.CellRange;
import org.muster.formats.sheets.lines.Line;
import org.muster.formats.sheets.lines.SheetLayout;
import org.muster.formats.sheets.lines.UnpackedStream;
import org.muster.formats.sheets.lines.UnreadableSheetException;
import org.muster.problem.faults.FaultCode;

/**
 * Scans one part of a workbook with the parser that reads it later, and refuses content that would take excessive
 * memory or time: a document type, elements too deep, texts too long, cells outside the largest sheet there is. It also
 * collects data that follow the rows of a sheet, but are needed to read them.
 */
final class XmlPartScan {

    private static final int DEPTH = 100, NAMES = 5_000, MERGED = 100_000;
    private static final int SHARED_TEXTS = 3_000_000, LONGEST_INDEX = 100;

    /** Bytes of a text and of a number, tags included. */
    private static final int TEXT = 1 << 20, NUMBER = 1 << 15;

    private static final Set<String> TEXT_ELEMENTS = Set.of("v", "f", "t", "is");

    private static final XMLInputFactory FACTORY = factory();

    private final UnpackedStream in;
    private final XMLStreamReader xml;
    private final Set<String> names = new HashSet<>();

    private int depth;
    private int textDepth;
    private long textStart;
    private boolean isNumber;
    private boolean isValue;
    private boolean isShared;
    private final StringBuilder sharedText = new StringBuilder();

    private int sharedTexts;
    private int highestSharedText = -1;
    private boolean isWorkbook;
    private final List<CellRange> merged = new ArrayList<>();
    private final BitSet hiddenColumns = new BitSet();

    private XmlPartScan(UnpackedStream in) throws XMLStreamException {
        this.in = in;
        xml = reader(in);
    }

    private static XMLInputFactory factory() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** A parser of one part, of which nothing outside of the part becomes visible. */
    static XMLStreamReader reader(InputStream part) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(part);
    }

    /**
     * What one part tells.
     *
     * @param sharedTexts how many it holds
     * @param highestSharedText the highest number by which a cell refers to one, or -1
     * @param isWorkbook whether it names a part that is a workbook
     * @param layout of the sheet that it is, if it is one
     */
    record Findings(int sharedTexts, int highestSharedText, boolean isWorkbook, SheetLayout layout) {
        static final Findings NOTHING = new Findings(0, -1, false, SheetLayout.PLAIN);
    }

    /**
     * Goes through a part, as far as it is XML.
     *
     * @throws UnreadableSheetException when it must not be read
     */
    static Findings of(UnpackedStream in) {
        XmlPartScan scan;
        try {
            scan = new XmlPartScan(in);
        } catch (XMLStreamException e) {
            return Findings.NOTHING;
        }
        try {
            scan.run();
        } catch (XMLStreamException e) {
            // Pictures and such are no XML. Where the part is needed, its reader fails at the same place.
        }
        return new Findings(
                scan.sharedTexts,
                scan.highestSharedText,
                scan.isWorkbook,
                new SheetLayout(scan.merged, scan.hiddenColumns));
    }

    private void run() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (textDepth > 0 && in.count() - textStart > (isNumber && isValue ? NUMBER : TEXT)) {
                throw refusal();
            }
            switch (event) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw refusal();
                case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName());
                case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters();
                default -> {}
            }
        }
    }

    private void start(String name) {
        depth++;
        learn(name, xml.getPrefix());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            learn(xml.getAttributeLocalName(i), xml.getAttributePrefix(i));
        }
        if (depth > DEPTH || names.size() > NAMES) {
            throw refusal();
        }
        if (textDepth > 0 || TEXT_ELEMENTS.contains(name)) {
            textDepth++;
        }
        if (textDepth == 1) {
            textStart = in.count();
            isValue = name.equals("v");
        }
        switch (name) {
            case "c" -> cell();
            case "si" -> sharedText();
            case "mergeCell" -> merge();
            case "col" -> column();
            case "Override", "Default" -> contentType(xml.getAttributeValue(null, "ContentType"));
            default -> {}
        }
    }

    /** The parser keeps every name it meets for as long as the process lives. */
    private void learn(String name, @Nullable String prefix) {
        names.add(name);
        if (prefix != null && !prefix.isEmpty()) {
            names.add(prefix + ":");
        }
    }

    private void end(String name) {
        depth--;
        if (textDepth > 0) {
            textDepth--;
        }
        if (name.equals("v") && isShared) {
            highestSharedText = Math.max(highestSharedText, CellAddress.numberOf(sharedText.toString()));
            sharedText.setLength(0);
        }
    }

    private void cell() {
        String type = xml.getAttributeValue(null, "t");
        isShared = "s".equals(type);
        isNumber = type == null || type.equals("n");
        String address = xml.getAttributeValue(null, "r");
        if (address != null && CellAddress.find(address) == null) {
            throw refusal();
        }
    }

    private void characters() {
        if (textDepth > 0 && isShared && sharedText.length() < LONGEST_INDEX) {
            sharedText.append(xml.getText());
        }
    }

    private void sharedText() {
        sharedTexts++;
        isShared = false;
        if (sharedTexts > SHARED_TEXTS) {
            throw refusal();
        }
    }

    private void merge() {
        var range = CellRange.find(Objects.requireNonNullElse(xml.getAttributeValue(null, "ref"), ""));
        if (range == null || merged.size() >= MERGED) {
            throw refusal();
        }
        merged.add(range);
    }

    /** Some columns, which are hidden also where they have no width. */
    private void column() {
        String width = xml.getAttributeValue(null, "width");
        boolean isHidden = XlsxXml.isTrue(xml, "hidden") || (width != null && width.matches("0(\\.0*)?"));
        int first = CellAddress.numberOf(Objects.requireNonNullElse(xml.getAttributeValue(null, "min"), ""));
        int last = CellAddress.numberOf(Objects.requireNonNullElse(xml.getAttributeValue(null, "max"), ""));
        if (isHidden && first > 0 && first <= Math.min(last, Line.WIDTH)) {
            hiddenColumns.set(first - 1, Math.min(last, Line.WIDTH));
        }
    }

    private void contentType(@Nullable String type) {
        if (type != null) {
            isWorkbook |= (type.contains("spreadsheetml.") && type.endsWith(".main+xml"))
                    || type.equals("application/vnd.ms-excel.sheet.macroEnabled.main+xml");
        }
    }

    private static UnreadableSheetException refusal() {
        return UnreadableSheetException.file(FaultCode.DAMAGED_SPREADSHEET);
    }
}
