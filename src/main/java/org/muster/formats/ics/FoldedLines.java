package org.muster.formats.ics;

import java.io.ByteArrayOutputStream;

/**
 * Lines of iCalendar, of which none is longer than 75 octets: the rest goes on behind a line break and a blank. No
 * character is cut.
 *
 * <p>Source: RFC 5545, 3.1.
 */
final class FoldedLines {

    private static final int LONGEST = 75;
    private static final byte[] FOLD = {'\r', '\n', ' '};

    private FoldedLines() {}

    /** The lines of a text in UTF-8, each of which ends with CR and LF. */
    static byte[] of(byte[] text) {
        var folded = new ByteArrayOutputStream(text.length + text.length / 16);
        int length = 0;
        for (int i = 0; i < text.length; ) {
            int next = endOfCharacter(text, i);
            if (text[i] == '\r' || text[i] == '\n') {
                length = 0;
            } else if (length + next - i > LONGEST) {
                folded.writeBytes(FOLD);
                length = 1 + next - i;
            } else {
                length += next - i;
            }
            folded.write(text, i, next - i);
            i = next;
        }
        return folded.toByteArray();
    }

    private static int endOfCharacter(byte[] text, int start) {
        int end = start + 1;
        while (end < text.length && (text[end] & 0xC0) == 0x80) {
            end++;
        }
        return end;
    }
}
