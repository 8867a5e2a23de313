package org.muster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A table of {@code docs/dependencies.md} that is made, not written: what is shipped, and its licences. */
final class LicenceTable {

    private static final Path DOCUMENT = Path.of("docs", "dependencies.md");

    private final String marker;
    private final String header;
    /** Names by licence, within a group. */
    private final Map<String, Map<String, TreeSet<String>>> rows = new TreeMap<>();

    /**
     * Begins an empty one.
     *
     * @param marker what the comments around the table say
     */
    LicenceTable(String marker, String header) {
        this.marker = marker;
        this.header = header;
    }

    void add(String group, String name, String licence) {
        rows.computeIfAbsent(group, any -> new TreeMap<>())
                .computeIfAbsent(licence, any -> new TreeSet<>())
                .add(name);
    }

    /** As it should stand in the document; it is also written into {@code target}, to be copied from there. */
    String written() throws IOException {
        var text = new StringBuilder(header);
        rows.forEach((group, licences) -> licences.forEach((licence, names) ->
                text.append("| `%s` | %s | %s |\n".formatted(group, licence, String.join(", ", names)))));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "licences-" + marker + ".md"), text);
        return text.toString();
    }

    /** As it stands in the document. */
    String documented() throws IOException {
        var document = Files.readString(DOCUMENT);
        var begin = "<!-- %s -->\n".formatted(marker);
        var end = "<!-- end of %s -->".formatted(marker);
        return document.substring(document.indexOf(begin) + begin.length(), document.indexOf(end));
    }
}
