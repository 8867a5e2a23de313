package org.muster.formats.json.stream;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muster.problem.ItemValues;
import org.muster.problem.Problem;
import org.muster.problem.QuotedValue;
import org.muster.problem.SolveOptions;
import org.muster.problem.faults.FaultCode;

/** Values that are dates, times, durations and zones, as ISO 8601 writes them. */
public final class Times {

    private static final Format DATE_FORMAT = new Format("date", Pattern.compile("\\d{4}-\\d\\d-\\d\\d"));
    private static final Format TIME_FORMAT =
            new Format("datetime", Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:00)?"));
    private static final Format ZONE_FORMAT = new Format("timezone", Pattern.compile("[A-Za-z0-9_+:/-]{1,50}"));
    private static final Format DURATION_FORMAT = new Format("duration", Pattern.compile("P[0-9DTHMS.]{1,40}"));

    /** The zone of a problem. */
    public static final Value<ZoneId> TIME_ZONE = new Value<>(
            Problem.DEFAULT_TIME_ZONE, in -> parse(in, ZONE_FORMAT, QuotedValue.SHOWN, zone -> ZoneId.of(zone)));

    /** How long a search may take. */
    public static final Value<Duration> TIME_LIMIT = new Value<>(SolveOptions.SHORTEST, Times::readTimeLimit);

    private Times() {}

    /**
     * What a text must look like.
     *
     * @param name what faults call it
     */
    private record Format(String name, Pattern pattern) {}

    /** What {@code java.time} makes of a text. */
    private interface Parser<T> {
        T parse(String text);
    }

    /** A date of the 20th to 22nd century. */
    public static Value<LocalDate> date(QuotedValue quotedValue) {
        return new Value<>(ItemValues.EARLIEST, in -> {
            var date = parse(in, DATE_FORMAT, quotedValue, LocalDate::parse);
            return date != null && in.isSound(ItemValues.faultOfDate(date, quotedValue)) ? date : null;
        });
    }

    /** A local date and time on a whole minute. */
    public static Value<LocalDateTime> dateTime(QuotedValue quotedValue) {
        return new Value<>(ItemValues.EARLIEST.atStartOfDay(), in -> {
            var time = parse(in, TIME_FORMAT, quotedValue, LocalDateTime::parse);
            return time != null && in.isSound(ItemValues.faultOfTime(time, quotedValue)) ? time : null;
        });
    }

    /** Whether there are two times, the second after the first; where it is not, that is reported. */
    public static boolean isInterval(
            JsonInput in,
            Values values,
            Field<LocalDateTime> start,
            Field<LocalDateTime> end,
            QuotedValue quotedValue) {
        if (!values.has(start) || !values.has(end)) {
            return false;
        }
        boolean isInterval = values.get(end).isAfter(values.get(start));
        if (!isInterval) {
            in.fault(
                    end.name(),
                    FaultCode.REVERSED_INTERVAL,
                    Map.of(
                            "start", quotedValue.of(values.get(start).toString()),
                            "end", quotedValue.of(values.get(end).toString())));
        }
        return isInterval;
    }

    /** Whether two dates, where both are given, are in order; where they are not, that is reported. */
    public static boolean isInOrder(JsonInput in, Values values, Field<LocalDate> lower, Field<LocalDate> upper) {
        if (!values.has(lower) || !values.has(upper) || !values.get(upper).isBefore(values.get(lower))) {
            return true;
        }
        in.fault(
                lower.name(),
                FaultCode.REVERSED_ORDER,
                Numbers.order(
                        lower.name(),
                        values.get(lower).toString(),
                        upper.name(),
                        values.get(upper).toString()));
        return false;
    }

    private static @Nullable Duration readTimeLimit(JsonInput in) throws IOException {
        var limit = parse(in, DURATION_FORMAT, QuotedValue.SHOWN, Duration::parse);
        if (limit == null) {
            return null;
        }
        if (limit.compareTo(SolveOptions.SHORTEST) < 0 || limit.compareTo(SolveOptions.LONGEST) > 0) {
            in.fault(
                    FaultCode.OUT_OF_RANGE,
                    Numbers.range(in.text(), SolveOptions.SHORTEST.toString(), SolveOptions.LONGEST.toString()));
            return null;
        }
        return limit;
    }

    private static <T> @Nullable T parse(JsonInput in, Format format, QuotedValue quotedValue, Parser<T> parser)
            throws IOException {
        String text = TextValues.string(in);
        if (text == null) {
            return null;
        }
        if (format.pattern().matcher(text).matches()) {
            try {
                return parser.parse(text);
            } catch (DateTimeException e) {
                malformed(in, text, format, quotedValue);
                return null;
            }
        }
        malformed(in, text, format, quotedValue);
        return null;
    }

    private static void malformed(JsonInput in, String text, Format format, QuotedValue quotedValue) {
        in.fault(FaultCode.MALFORMED, Map.of("value", quotedValue.of(text), "expected", format.name()));
    }
}
