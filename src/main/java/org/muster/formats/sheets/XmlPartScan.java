package org.muster.formats.sheets;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.muster.problem.FaultCode;

/**
 * Goes through one part of a workbook with the parser that the library reads it with, and refuses what would make the
 * library take memory or time out of all proportion: a document type, elements too deep, texts too long, cells outside
 * the largest sheet there is, formulas that are copied without end.
 */
final class XmlPartScan {

    private static final int DEPTH = 100, NAMES = 5_000, COLUMNS = 16_384, ROWS = 1_048_576;
    private static final int SHARED_TEXTS = 3_000_000, LONGEST_INDEX = 100;

    /** Bytes of a text and of a number, tags included. */
    private static final int TEXT = 1 << 20, NUMBER = 1 << 15;

    /** Steps that the library takes to find and copy formulas. */
    private static final long WORK = 100_000_000;

    private static final Set<String> TEXT_ELEMENTS = Set.of("v", "f", "t", "is");

    private static final XMLInputFactory FACTORY = factory();

    private final UnpackedStream in;
    private final XMLStreamReader xml;
    private final Set<String> names = new HashSet<>();
    private final Map<String, Long> sharedFormulas = new HashMap<>();

    private int depth;
    private int textDepth;
    private long textStart;
    private boolean isNumber;
    private boolean isValue;
    private boolean isShared;
    private final StringBuilder sharedText = new StringBuilder();
    private @Nullable String formula;
    private boolean isFormulaUsed;
    private int arrayFormulas;
    private long work;

    private int sharedTexts;
    private int highestSharedText = -1;
    private boolean isWorkbook;
    private boolean isStyled;

    private XmlPartScan(UnpackedStream in) throws XMLStreamException {
        this.in = in;
        xml = FACTORY.createXMLStreamReader(in);
    }

    private static XMLInputFactory factory() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /**
     * What one part tells.
     *
     * @param sharedTexts how many it holds
     * @param highestSharedText the highest number by which a cell refers to one, or -1
     * @param isWorkbook whether it names a part that is a workbook
     * @param isStyled whether it names a part with styles
     */
    record Findings(int sharedTexts, int highestSharedText, boolean isWorkbook, boolean isStyled) {
        static final Findings NOTHING = new Findings(0, -1, false, false);

        Findings and(Findings other) {
            return new Findings(
                    Math.max(sharedTexts, other.sharedTexts),
                    Math.max(highestSharedText, other.highestSharedText),
                    isWorkbook || other.isWorkbook,
                    isStyled || other.isStyled);
        }
    }

    /**
     * Goes through a part, as far as it is XML.
     *
     * @throws UnreadableSheetException when the library must not see it
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
            // Pictures and such are no XML. Where the library needs the part, it will stumble at the same place.
        }
        return new Findings(scan.sharedTexts, scan.highestSharedText, scan.isWorkbook, scan.isStyled);
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
            case "f" -> formula();
            case "si" -> sharedText();
            case "Override", "Default" -> contentType(xml.getAttributeValue(null, "ContentType"));
            default -> {}
        }
    }

    private void end(String name) {
        depth--;
        if (textDepth == 0) {
            return;
        }
        textDepth--;
        if (name.equals("v") && isShared) {
            highestSharedText = Math.max(highestSharedText, numberOf(sharedText.toString()));
            sharedText.setLength(0);
        }
        if (name.equals("f") && formula != null) {
            long length = in.count() - textStart;
            long copied = isFormulaUsed
                    ? sharedFormulas.getOrDefault(formula, 0L)
                    : sharedFormulas.merge(formula, length, Math::max);
            work(copied);
            formula = null;
        }
    }

    private void learn(String name, @Nullable String prefix) {
        names.add(name);
        if (prefix != null && !prefix.isEmpty()) {
            names.add(prefix + ":");
        }
    }

    private void cell() {
        String type = xml.getAttributeValue(null, "t");
        isShared = "s".equals(type);
        isNumber = type == null || type.equals("n");
        String address = xml.getAttributeValue(null, "r");
        if (address != null && !isInSheet(address)) {
            throw refusal();
        }
        work(arrayFormulas);
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

    private void formula() {
        String kind = xml.getAttributeValue(null, "t");
        if ("array".equals(kind)) {
            arrayFormulas++;
        } else if ("shared".equals(kind)) {
            formula = xml.getAttributeValue(null, "si");
            isFormulaUsed = xml.getAttributeValue(null, "ref") == null;
        }
    }

    private void contentType(@Nullable String type) {
        if (type != null) {
            isWorkbook |= (type.contains("spreadsheetml.") && type.endsWith(".main+xml"))
                    || type.equals("application/vnd.ms-excel.sheet.macroEnabled.main+xml");
            isStyled |= type.endsWith("spreadsheetml.styles+xml");
        }
    }

    private void work(long steps) {
        work += steps;
        if (work > WORK) {
            throw refusal();
        }
    }

    private static boolean isInSheet(String address) {
        int digits = 0;
        int column = 0;
        while (digits < address.length() && isLetter(address.charAt(digits))) {
            column = column * 26 + (address.charAt(digits) & 0x1F);
            digits++;
            if (column > COLUMNS) {
                return false;
            }
        }
        int row = numberOf(address.substring(digits));
        return column > 0 && row > 0 && row <= ROWS;
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    /** A number of a few digits; a huge one for anything else. */
    private static int numberOf(String text) {
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || i > 8) {
                return Integer.MAX_VALUE;
            }
            number = 10 * number + digit;
        }
        return text.isEmpty() ? Integer.MAX_VALUE : number;
    }

    private static UnreadableSheetException refusal() {
        return UnreadableSheetException.file(FaultCode.DAMAGED_SPREADSHEET);
    }
}
