package org.muster.formats.sheets.xlsx;

import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What all parts of a workbook have in common. Namespaces are not looked at: strict workbooks have others. */
final class XlsxXml {

    private XlsxXml() {}

    /** Goes to the beginning of the next element; false where there is none. */
    static boolean toElement(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    /** The attribute without a namespace; empty where it is missing. */
    static String attribute(XMLStreamReader xml, String name) {
        return Objects.requireNonNullElse(xml.getAttributeValue(null, name), "");
    }

    /** The identifier of a relationship, which has a namespace; null where there is none. */
    static @Nullable String relationship(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            boolean isOfANamespace = namespace != null && !namespace.isEmpty();
            if (isOfANamespace && xml.getAttributeLocalName(i).equals("id")) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    static boolean isTrue(XMLStreamReader xml, String attribute) {
        return switch (attribute(xml, attribute)) {
            case "1", "true", "on" -> true;
            default -> false;
        };
    }

    /** Goes to the end of the element whose beginning was read last. */
    static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    /**
     * The text of a cell, in one piece or in several of different looks, without the phonetic guide that East Asian
     * texts may have. Goes to the end of the element whose beginning was read last.
     */
    static String richText(XMLStreamReader xml) throws XMLStreamException {
        var text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "t" -> text.append(xml.getElementText());
                    case "rPh" -> skip(xml);
                    default -> depth++;
                }
            }
        }
        return text.toString();
    }
}
