package org.muster.formats.sheets.lines;

import org.jspecify.annotations.Nullable;

/**
 * Where a cell is.
 *
 * @param row from 1
 * @param column from 0
 */
public record CellAddress(int row, int column) {

    /** Of the largest sheet there is. */
    private static final int COLUMNS = 16_384, ROWS = 1_048_576;

    private static final int MOST_DIGITS = 9;

    /** The address that a text such as {@code C12} names; null where it names none of the largest sheet. */
    public static @Nullable CellAddress find(String text) {
        int digits = 0;
        int column = 0;
        while (digits < text.length() && isLetter(text.charAt(digits))) {
            column = column * 26 + (text.charAt(digits) & 0x1F);
            digits++;
            if (column > COLUMNS) {
                return null;
            }
        }
        int row = numberOf(text.substring(digits));
        return column > 0 && row > 0 && row <= ROWS ? new CellAddress(row, column - 1) : null;
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    /** A number of a few digits; a huge one for anything else. */
    public static int numberOf(String text) {
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || i >= MOST_DIGITS) {
                return Integer.MAX_VALUE;
            }
            number = 10 * number + digit;
        }
        return text.isEmpty() ? Integer.MAX_VALUE : number;
    }
}
