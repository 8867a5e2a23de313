package org.muster.formats.text;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.muster.problem.Window;

/** When a window is, for people, in one language: {@code Mon 2 May 22:00–06:00 (next day)}. */
public final class WindowTexts {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final String MIDNIGHT = "24:00";

    private final TextBundle texts;
    private final DateTimeFormatter day;

    public WindowTexts(Locale language) {
        texts = new TextBundle("org.muster.formats.text.windows", language);
        day = DateTimeFormatter.ofPattern(texts.get("day"), language);
    }

    /** Day, start and end. */
    public String of(Window window) {
        return of(window.start(), window.end());
    }

    /** Day, start (inclusive) and end (exclusive). */
    public String of(LocalDateTime from, LocalDateTime until) {
        var date = from.toLocalDate();
        var start = TIME.format(from);
        if (until.equals(date.plusDays(1).atStartOfDay())) {
            return texts.get("same-day", day(date), start, MIDNIGHT);
        }
        var end = TIME.format(until);
        var lastDate = until.toLocalDate();
        if (lastDate.equals(date)) {
            return texts.get("same-day", day(date), start, end);
        }
        return lastDate.equals(date.plusDays(1))
                ? texts.get("next-day", day(date), start, end)
                : texts.get("other-day", day(date), start, day(lastDate), end);
    }

    /** A date without its year. */
    public String day(LocalDate date) {
        return day.format(date);
    }
}
