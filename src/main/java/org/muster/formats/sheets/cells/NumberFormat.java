package org.muster.formats.sheets.cells;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a workbook shows a number, as far as that tells what it means.
 *
 * <p>Source: ECMA-376, part 1, 18.8.30 (numFmt) and 18.8.31 (numFmts).
 *
 * @param isOfTime whether it shows a date, a time of day, or both
 * @param isOfWholeDate whether it shows the day, the month and the year of a date
 * @param code of a number that is zero or more, empty for none of interest
 */
public record NumberFormat(boolean isOfTime, boolean isOfWholeDate, String code) {

    public static final NumberFormat GENERAL = new NumberFormat(false, false, "");

    /** Formats of dates that are not written out in a workbook: those of all languages, and those of Chinese. */
    private static final Set<Integer> DATES = Set.of(
            14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
            55, 56, 57, 58);

    /** Those of them that show day, month and year. */
    private static final Set<Integer> WHOLE_DATES = Set.of(14, 15, 22, 30, 31);

    private static final Pattern NOT_OF_A_DATE = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.|\\*.");
    private static final Pattern OF_A_DATE = Pattern.compile("[yYdDhHsS年月日时]|[mM]{1,5}");

    /** What takes room, or a colour, but no character of its own. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "_.|\\*.|\\[(?i:black|blue|cyan|green|magenta|red|white|yellow|color ?\\d+)]|\\[\\$-[0-9A-Fa-f]+]");

    private static final Pattern PIECE = Pattern.compile("\"([^\"]*)\"|\\\\(.)|([0#?])|([-+/() :])");

    /**
     * A format.
     *
     * @param id its number in the workbook
     * @param code as the workbook writes it out; empty for one that all workbooks know
     */
    public static NumberFormat of(int id, String code) {
        String plain = NOT_OF_A_DATE.matcher(code).replaceAll("");
        boolean isOfTime = DATES.contains(id) || OF_A_DATE.matcher(plain).find();
        String letters = plain.toLowerCase(Locale.ROOT);
        boolean isWhole = code.isEmpty()
                ? WHOLE_DATES.contains(id)
                : letters.contains("y") && letters.contains("m") && letters.contains("d");
        return new NumberFormat(isOfTime, isOfTime && isWhole, isOfTime ? "" : firstSection(code));
    }

    private static String firstSection(String code) {
        boolean isQuoted = false;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == ';' && !isQuoted) {
                return code.substring(0, i);
            }
        }
        return code;
    }

    /**
     * A number as the workbook shows it, where that is more than its digits: {@code 00017}, {@code C-017}; null where it
     * is not.
     */
    @Nullable
    String shown(BigDecimal number) {
        if (code.isEmpty() || number.signum() < 0 || number.stripTrailingZeros().scale() > 0) {
            return null;
        }
        var pieces = pieces();
        long places = pieces.stream().filter(Piece::isDigit).count();
        boolean isMore = pieces.stream().anyMatch(piece -> !piece.isDigit())
                || pieces.stream().filter(piece -> piece.text().equals("0")).count() > 1;
        return places == 0 || !isMore
                ? null
                : filled(pieces, number.toBigInteger().toString(), (int) places);
    }

    private static String filled(List<Piece> pieces, String digits, int places) {
        var text = new StringBuilder();
        int left = places;
        for (var piece : pieces) {
            if (!piece.isDigit()) {
                text.append(piece.text());
                continue;
            }
            int next = digits.length() - left;
            if (left == places && next > 0) {
                text.append(digits, 0, next);
            }
            if (next >= 0) {
                text.append(digits.charAt(next));
            } else if (piece.text().equals("0")) {
                text.append('0');
            }
            left--;
        }
        return text.toString();
    }

    /** A place for a digit, or a text between them. */
    private record Piece(String text, boolean isDigit) {}

    /** What the format consists of; nothing where it has something in it that is no text and no place for a digit. */
    private List<Piece> pieces() {
        var pieces = new ArrayList<Piece>();
        String visible = INVISIBLE.matcher(code).replaceAll("");
        var match = PIECE.matcher(visible);
        int end = 0;
        while (match.find() && match.start() == end) {
            end = match.end();
            String digit = match.group(3);
            if (digit != null) {
                pieces.add(new Piece(digit, true));
            } else {
                String quoted = match.group(1);
                String escaped = match.group(2);
                pieces.add(new Piece(quoted != null ? quoted : escaped != null ? escaped : match.group(4), false));
            }
        }
        return end == visible.length() ? pieces : List.of();
    }
}
