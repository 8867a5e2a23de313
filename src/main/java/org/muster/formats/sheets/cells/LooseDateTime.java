package org.muster.formats.sheets.cells;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muster.formats.sheets.cells.CellContent.Amount;

/**
 * A date, perhaps with a time of day, as people write it: {@code 2022-05-03}, {@code 2022/5/3 5:30}, {@code 2022年5月3日}.
 * Where the order of day and month is ambiguous, the text is refused.
 */
record LooseDateTime(LocalDate date, @Nullable Clock clock) {

    private static final String CLOCK =
            "(?<hour>\\d{1,2})(?::(?<minute>\\d{2})(?::(?<second>\\d{2})(?:\\.0+)?)?|[时点](?:(?<minutes>\\d{1,2})分?)?)";

    private static final Pattern TIME = Pattern.compile(CLOCK);

    private static final Pattern DATE_AND_TIME =
            Pattern.compile("(?<year>\\d{4})[-/.年](?<month>\\d{1,2})[-/.月](?<day>\\d{1,2})[日号]?"
                    + "(?:(?:T|\\s+|(?<=[日号]))" + CLOCK + ")?");

    private static final Pattern DIGITS = Pattern.compile("(?<year>\\d{4})(?<month>\\d\\d)(?<day>\\d\\d)");

    private static final Pattern DAYS_SINCE_1900 = Pattern.compile("\\d{4,5}(\\.\\d{1,20})?");

    private static final int HOURS = 24;

    /**
     * A time of day.
     *
     * @param isNextDay whether it is the midnight at which the day ends, written 24:00
     */
    record Clock(LocalTime time, boolean isNextDay) {

        static final Clock MIDNIGHT = new Clock(LocalTime.MIDNIGHT, false);
        private static final Clock END = new Clock(LocalTime.MIDNIGHT, true);

        LocalDateTime on(LocalDate date) {
            return LocalDateTime.of(isNextDay ? date.plusDays(1) : date, time);
        }
    }

    /** What a cell says; null where that is no date. */
    static @Nullable LooseDateTime of(CellContent cell) {
        if (!(cell instanceof Amount amount) || amount.isShownAsTime()) {
            return cell instanceof Amount amount ? of(amount) : of(cell.text());
        }
        var digits = DIGITS.matcher(amount.text());
        return digits.matches() ? of(digits, null, false) : of(amount);
    }

    /** What a text says; null where that is no date. */
    static @Nullable LooseDateTime of(String text) {
        String plain = TextNormalizer.halfWidth(text);
        var match = DATE_AND_TIME.matcher(plain);
        if (match.matches()) {
            return of(match, match.group("hour") == null ? null : clockOf(match), match.group("hour") != null);
        }
        var digits = DIGITS.matcher(plain);
        if (digits.matches()) {
            return of(digits, null, false);
        }
        return DAYS_SINCE_1900.matcher(plain).matches() ? of(Amount.of(new BigDecimal(plain))) : null;
    }

    /** The time of day that a text says; null where it says none. */
    static @Nullable Clock clockOf(String text) {
        var match = TIME.matcher(TextNormalizer.halfWidth(text));
        return match.matches() ? clockOf(match) : null;
    }

    private static @Nullable LooseDateTime of(Amount amount) {
        if (!amount.isTime() || amount.isTimeOfDay()) {
            return null;
        }
        var time = amount.time();
        return new LooseDateTime(time.toLocalDate(), new Clock(time.toLocalTime(), false));
    }

    private static @Nullable LooseDateTime of(Matcher match, @Nullable Clock clock, boolean needsClock) {
        if (needsClock && clock == null) {
            return null;
        }
        try {
            return new LooseDateTime(
                    LocalDate.of(number(match, "year"), number(match, "month"), number(match, "day")), clock);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Clock clockOf(Matcher match) {
        int hour = number(match, "hour");
        int minute = number(match, match.group("minute") == null ? "minutes" : "minute");
        int second = number(match, "second");
        if (hour == HOURS && minute == 0 && second == 0) {
            return Clock.END;
        }
        try {
            return new Clock(LocalTime.of(hour, minute, second), false);
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
        return clock == null || clock.equals(Clock.MIDNIGHT);
    }

    /** Its beginning. */
    LocalDateTime start() {
        return (clock == null ? Clock.MIDNIGHT : clock).on(date);
    }

    /** Its end, which for a date is that of the day. */
    LocalDateTime end() {
        return (clock == null ? Clock.END : clock).on(date);
    }
}
