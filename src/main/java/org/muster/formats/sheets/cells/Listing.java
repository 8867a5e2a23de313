package org.muster.formats.sheets.cells;

import java.util.ArrayList;
import java.util.List;

/**
 * Several items in one cell, separated by semicolons. Lists as people type them are read too: between the commas of
 * Chinese, in lines, and between plain commas where nothing else separates, as those may belong to an identifier.
 */
final class Listing {

    private static final String SEPARATORS = ";；、，\n\r", COMMA = ",";

    private Listing() {}

    /** The items that are not blank. Text in square brackets is one item. */
    static List<String> parts(String text) {
        var parts = split(text, SEPARATORS);
        return withoutBlank(parts.size() > 1 ? parts : split(text, COMMA));
    }

    /** What {@link #parts} reads. */
    static String joined(List<String> parts) {
        boolean needsEnd = parts.size() == 1 && parts.getFirst().contains(COMMA);
        return String.join("; ", parts) + (needsEnd ? ";" : "");
    }

    private static List<String> withoutBlank(List<String> parts) {
        return parts.stream()
                .map(TextNormalizer::stripped)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static List<String> split(String text, String separators) {
        var parts = new ArrayList<String>();
        int start = 0;
        int closing = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i > closing && (c == '[' || c == '【')) {
                closing = text.indexOf(c == '[' ? ']' : '】', i);
            } else if (i > closing && separators.indexOf(c) >= 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
