package org.muster.formats.sheets.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a workbook that {@link XlsxGuard} has looked through, transitional or strict.
 *
 * <p>Source: ECMA-376, part 2 (packages) and part 1, 12.3 (parts of workbooks).
 */
final class XlsxParts implements Closeable {

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries = new HashMap<>();
    private final Map<String, String> relationships = new HashMap<>();
    private final List<Tab> tabs = new ArrayList<>();

    private String workbook = "xl/workbook.xml";
    private String sharedTexts = "xl/sharedStrings.xml";
    private String styles = "xl/styles.xml";
    private boolean since1904;

    /**
     * A sheet as the workbook lists it.
     *
     * @param part name of the part with its rows; null where there is none
     */
    record Tab(String name, boolean isHidden, @Nullable String part) {}

    private XlsxParts(ZipFile zip) {
        this.zip = zip;
        for (var entry : Collections.list(zip.getEntries())) {
            entries.putIfAbsent(key(entry.getName()), entry);
        }
    }

    /** Finds the parts of a workbook. */
    static XlsxParts open(Path file) throws IOException, XMLStreamException {
        var parts = new XlsxParts(ZipFile.builder().setPath(file).get());
        try {
            parts.read("[Content_Types].xml", parts::contentType);
            parts.read(relationshipsOf(parts.workbook), parts::relationship);
            parts.read(parts.workbook, parts::workbook);
            return parts;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /** Looks at one element of a part. */
    interface Visitor {
        void visit(XMLStreamReader xml) throws XMLStreamException;
    }

    /** Shows all elements of a part to a visitor; none where there is no such part. */
    void read(String part, Visitor visitor) throws IOException, XMLStreamException {
        try (var in = find(part)) {
            if (in != null) {
                var xml = XmlPartScan.reader(in);
                while (XlsxXml.toElement(xml)) {
                    visitor.visit(xml);
                }
            }
        }
    }

    /** The content of a part; null where there is none of that name. */
    @Nullable
    InputStream find(String part) throws IOException {
        var entry = entries.get(key(part));
        return entry == null ? null : zip.getInputStream(entry);
    }

    private void contentType(XMLStreamReader xml) {
        String part = XlsxXml.attribute(xml, "PartName");
        String type = XlsxXml.attribute(xml, "ContentType");
        if (part.isEmpty()) {
            return;
        }
        String name = withoutSlash(part);
        if (type.endsWith("spreadsheetml.sheet.main+xml")
                || type.endsWith("spreadsheetml.template.main+xml")
                || type.equals("application/vnd.ms-excel.sheet.macroEnabled.main+xml")) {
            workbook = name;
        } else if (type.endsWith("spreadsheetml.sharedStrings+xml")) {
            sharedTexts = name;
        } else if (type.endsWith("spreadsheetml.styles+xml")) {
            styles = name;
        }
    }

    private void relationship(XMLStreamReader xml) {
        if (xml.getLocalName().equals("Relationship")) {
            String folder = workbook.substring(0, workbook.lastIndexOf('/') + 1);
            relationships.put(XlsxXml.attribute(xml, "Id"), resolved(folder, XlsxXml.attribute(xml, "Target")));
        }
    }

    private void workbook(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "workbookPr" -> since1904 = XlsxXml.isTrue(xml, "date1904");
            case "sheet" -> {
                String state = XlsxXml.attribute(xml, "state");
                String relationship = XlsxXml.relationship(xml);
                tabs.add(new Tab(
                        XlsxXml.attribute(xml, "name"),
                        state.equals("hidden") || state.equals("veryHidden"),
                        relationship == null ? null : relationships.get(relationship)));
            }
            default -> {}
        }
    }

    /** In their order, hidden ones among them. */
    List<Tab> tabs() {
        return tabs;
    }

    String sharedTexts() {
        return sharedTexts;
    }

    String styles() {
        return styles;
    }

    /** Whether the workbook counts its days from 1904. */
    boolean since1904() {
        return since1904;
    }

    private static String relationshipsOf(String part) {
        int slash = part.lastIndexOf('/') + 1;
        return part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
    }

    /** The name of a part that is told from a folder, which may be told from the top, or by way of folders above. */
    private static String resolved(String folder, String target) {
        var names = new ArrayList<String>();
        String path = target.replace('\\', '/');
        for (var name : (path.startsWith("/") ? path : folder + path).split("/", -1)) {
            if (name.equals("..")) {
                if (!names.isEmpty()) {
                    names.removeLast();
                }
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return String.join("/", names);
    }

    private static String withoutSlash(String name) {
        return name.startsWith("/") ? name.substring(1) : name;
    }

    /** Names of parts mean the same whatever their case. */
    static String key(String name) {
        return withoutSlash(name.replace('\\', '/')).toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
