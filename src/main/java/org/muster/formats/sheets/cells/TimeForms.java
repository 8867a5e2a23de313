package org.muster.formats.sheets.cells;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cells with a date, a time, or an interval in them. */
final class TimeForms {

    /** The separator between the two ends of an interval, any of which may be open. */
    static final Pattern UNTIL = Pattern.compile("[~～〜至到—–]|\\s-{1,2}\\s");

    static final CellCodec DATE =
            CellCodec.of("date", TimeForms::readDate, value -> new CellContent.Text(value.asText()));

    static final CellCodec DATE_TIME =
            CellCodec.of("dateTime", TimeForms::readDateTime, value -> new CellContent.Text(shown(value.asText())));

    private TimeForms() {}

    /** The date that a text says in ISO 8601, otherwise the text. */
    static String dateOf(String text) {
        var looseDateTime = LooseDateTime.of(text);
        return looseDateTime != null && looseDateTime.isDate()
                ? looseDateTime.date().toString()
                : text;
    }

    private static JsonNode readDate(CellContent cell) {
        var looseDateTime = LooseDateTime.of(cell);
        if (looseDateTime == null) {
            return TextForms.text(cell.text());
        }
        return CellCodec.text(
                looseDateTime.isDate()
                        ? looseDateTime.date().toString()
                        : looseDateTime.start().toString());
    }

    private static JsonNode readDateTime(CellContent cell) {
        var looseDateTime = LooseDateTime.of(cell);
        return looseDateTime == null || looseDateTime.clock() == null
                ? TextForms.text(cell.text())
                : CellCodec.text(looseDateTime.start().toString());
    }

    /**
     * Puts the two ends of a time into an object: {@code 2022-05-03 07:00~2022-05-03 15:00}, the second date left out
     * where it is the same, the time left out where a whole day is meant, an end left out where it is open. A second
     * time without a date that comes before the first is one of the next day: {@code 2022-05-03 22:00~06:00}.
     */
    static void putInterval(String text, String start, String end, ObjectNode into) {
        var ends = UNTIL.split(text, 2);
        var from = LooseDateTime.of(ends[0]);
        if (!ends[0].isBlank()) {
            into.set(
                    start,
                    from == null
                            ? TextForms.text(TextNormalizer.stripped(ends[0]))
                            : CellCodec.text(from.start().toString()));
        }
        if (ends.length == 2 && !ends[1].isBlank()) {
            into.set(end, TextForms.text(endOf(TextNormalizer.stripped(ends[1]), from)));
        } else if (ends.length == 1 && from != null && from.clock() == null) {
            into.put(end, from.end().toString());
        }
    }

    private static String endOf(String text, @Nullable LooseDateTime from) {
        var clock = LooseDateTime.clockOf(text);
        if (clock != null && from != null) {
            var sameDay = clock.on(from.date());
            return (sameDay.isBefore(from.start()) ? sameDay.plusDays(1) : sameDay).toString();
        }
        var until = LooseDateTime.of(text);
        return until == null ? text : until.end().toString();
    }

    /** What {@link #putInterval} reads. */
    static String interval(@Nullable JsonNode start, @Nullable JsonNode end) {
        String from = start == null ? "" : shown(start.asText());
        String until = end == null ? "" : shown(end.asText());
        boolean isSameDay = from.length() > 11
                && until.length() > 11
                && until.startsWith(from.substring(0, 11))
                && until.compareTo(from) >= 0;
        return from + "~" + (isSameDay ? until.substring(11) : until);
    }

    /** A time of ISO 8601 with a blank in place of its letter, as workbooks know it. */
    private static String shown(String time) {
        try {
            return LocalDateTime.parse(time).toString().replace('T', ' ');
        } catch (DateTimeException e) {
            return time;
        }
    }
}
