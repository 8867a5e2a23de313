package org.muster.formats.sheets;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muster.formats.sheets.CellContent.Amount;

/**
 * A date, perhaps with a time of day, as people write it: {@code 2022-05-03}, {@code 2022/5/3 5:30},
 * {@code 2022年5月3日}. Where the order of day and month is anybody's guess, it is not guessed.
 */
record When(LocalDate date, @Nullable LocalTime time) {

    private static final String CLOCK =
            "(?<hour>\\d{1,2})(?::(?<minute>\\d{2})(?::(?<second>\\d{2})(?:\\.0+)?)?|[时点](?:(?<minutes>\\d{1,2})分?)?)";

    private static final Pattern TIME = Pattern.compile(CLOCK);

    private static final Pattern DATE_AND_TIME =
            Pattern.compile("(?<year>\\d{4})[-/.年](?<month>\\d{1,2})[-/.月](?<day>\\d{1,2})[日号]?"
                    + "(?:(?:T|\\s+|(?<=[日号]))" + CLOCK + ")?");

    private static final Pattern DIGITS = Pattern.compile("(?<year>\\d{4})(?<month>\\d\\d)(?<day>\\d\\d)");

    private static final Pattern DAYS_SINCE_1900 = Pattern.compile("\\d{4,5}(\\.\\d{1,20})?");

    /** What a cell says; null where that is no date. */
    static @Nullable When of(CellContent cell) {
        if (cell instanceof Amount amount) {
            return amount.isShownAsTime() ? of(amount) : of(amount.text());
        }
        return of(cell.text());
    }

    /** What a text says; null where that is no date. */
    static @Nullable When of(String text) {
        String plain = Blanks.halfWidth(text);
        var match = DATE_AND_TIME.matcher(plain);
        if (match.matches()) {
            return of(match, match.group("hour") == null ? null : timeOf(match), match.group("hour") != null);
        }
        var digits = DIGITS.matcher(plain);
        if (digits.matches()) {
            return of(digits, null, false);
        }
        return DAYS_SINCE_1900.matcher(plain).matches() ? of(Amount.of(new BigDecimal(plain))) : null;
    }

    /** The time of day that a text says; null where it says none. */
    static @Nullable LocalTime timeOf(String text) {
        var match = TIME.matcher(Blanks.halfWidth(text));
        return match.matches() ? timeOf(match) : null;
    }

    private static @Nullable When of(Amount amount) {
        if (!amount.isTime() || amount.isTimeOfDay()) {
            return null;
        }
        var time = amount.time();
        return new When(time.toLocalDate(), time.toLocalTime());
    }

    private static @Nullable When of(Matcher match, @Nullable LocalTime time, boolean needsTime) {
        if (needsTime && time == null) {
            return null;
        }
        try {
            return new When(LocalDate.of(number(match, "year"), number(match, "month"), number(match, "day")), time);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalTime timeOf(Matcher match) {
        String minute = match.group("minute") == null ? "minutes" : "minute";
        try {
            return LocalTime.of(number(match, "hour"), number(match, minute), number(match, "second"));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(Matcher match, String group) {
        String digits = match.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** Whether it says nothing more than a date. */
    boolean isDate() {
        return time == null || time.equals(LocalTime.MIDNIGHT);
    }

    /** Its beginning, as ISO 8601 writes it. */
    String start() {
        return at(time == null ? LocalTime.MIDNIGHT : time);
    }

    /** Its end, which for a date is that of the day, as ISO 8601 writes it. */
    String end() {
        return time == null ? date.plusDays(1).atStartOfDay().toString() : at(time);
    }

    private String at(LocalTime clock) {
        return LocalDateTime.of(date, clock).toString();
    }
}
