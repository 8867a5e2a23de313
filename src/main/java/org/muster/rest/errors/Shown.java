package org.muster.rest.errors;

/** What a caller sent, fit to be shown to the caller again. */
public final class Shown {

    private static final int LENGTH = 60;

    private Shown() {}

    /** The text without control and other invisible characters, and cut where it is long. */
    public static String of(String text) {
        var visible = new StringBuilder();
        text.codePoints().limit(LENGTH).map(Shown::visible).forEach(visible::appendCodePoint);
        return text.codePointCount(0, text.length()) > LENGTH ? visible + "…" : visible.toString();
    }

    private static int visible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> '\uFFFD';
            default -> character;
        };
    }
}
