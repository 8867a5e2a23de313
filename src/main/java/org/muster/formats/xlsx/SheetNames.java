package org.muster.formats.xlsx;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names for sheets, as spreadsheets accept them: at most 31 characters, without {@code [ ] : * ? / \}, and different
 * from each other whatever the case or width of their letters. They stay as near to the wanted names as can be.
 */
final class SheetNames {

    private static final int LONGEST = 31;
    /** Excel keeps it for itself. */
    private static final String RESERVED = "History";

    private final Set<String> taken = new HashSet<>();
    /** By a name as it was first wanted: how many have wanted it. */
    private final Map<String, Integer> wanted = new HashMap<>();

    SheetNames() {
        taken.add(key(RESERVED));
    }

    /** The next sheet's name: the text that is wanted, if need be shortened or with a number. */
    String next(String text) {
        var allowed = allowed(text);
        var name = cut(allowed, LONGEST);
        var first = key(name);
        while (!taken.add(key(name))) {
            var number = " (%d)".formatted(wanted.merge(first, 1, Integer::sum) + 1);
            name = cut(allowed, LONGEST - number.length()) + number;
        }
        return name;
    }

    private static String allowed(String text) {
        var allowed = new StringBuilder();
        text.codePoints()
                .map(SheetNames::allowed)
                .filter(character -> character >= 0)
                .forEach(allowed::appendCodePoint);
        var name = allowed.toString().strip();
        return name.isEmpty() ? "-" : name;
    }

    /** The replacement of a character; negative where it is dropped. */
    private static int allowed(int character) {
        return switch (character) {
            case '[' -> '(';
            case ']' -> ')';
            case ':', '*', '?', '/', '\\' -> '-';
            // Formulas quote sheet names with it.
            case '\'' -> '’';
            default ->
                switch (Character.getType(character)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED -> -1;
                    default -> character;
                };
        };
    }

    /** The beginning of a text; no character is cut in half. */
    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end).strip();
    }

    private static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
