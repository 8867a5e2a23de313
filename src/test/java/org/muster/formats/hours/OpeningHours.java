package org.muster.formats.hours;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;

/**
 * When a site is open, read from free text such as {@code 周一至周日;7：30-11：30 下午1:30-4:30}.
 *
 * <p>Nothing is guessed silently: whatever was mended, assumed or left out stands in {@code remarks}, and text of which
 * any time cannot be read gives no spans at all rather than half of them.
 *
 * @param days on which the spans start; public holidays are not known and not considered
 * @param spans in order of time, not overlapping, though one may begin where another ends; empty when unreadable
 * @param remarks what a planner should know or check, in the order in which it was found
 */
public record OpeningHours(Set<DayOfWeek> days, List<Span> spans, List<Remark> remarks) {

    /** How far the text could be read. */
    public enum Reading {
        /** As it stands. Notes may remain. */
        UNDERSTOOD,
        /** After something was mended: a planner should look at it. */
        REPAIRED,
        /** Not at all: there are no spans. */
        UNREADABLE
    }

    /**
     * A time without a break.
     *
     * @param start minutes after midnight, inclusive, 0 to 1,439
     * @param end minutes after the same midnight, exclusive, after {@code start} by 24 hours at most; above 1,440 it is
     *     on the next day
     */
    public record Span(int start, int end) {
        /** Minutes from midnight to midnight. */
        public static final int DAY = 24 * 60;

        /** Open round the clock. */
        public static final Span ROUND_THE_CLOCK = new Span(0, DAY);

        public Span {
            if (start < 0 || start >= DAY || end <= start || end > start + DAY) {
                throw new IllegalArgumentException(
                        "Nothing is open from minute %d to minute %d of a day.".formatted(start, end));
            }
        }

        public int minutes() {
            return end - start;
        }

        /** Whether it never closes. */
        public boolean isRoundTheClock() {
            return minutes() == DAY;
        }

        @Override
        public String toString() {
            return "%02d:%02d-%02d:%02d".formatted(start / 60, start % 60, end / 60, end % 60);
        }
    }

    /**
     * Something a planner should know about how a text was read.
     *
     * @param text the part of the text it is about, as it was read
     */
    public record Remark(Kind kind, String text) {

        /** What was noticed. What it does to the reading is said beside each. */
        public enum Kind {
            /** No days were named; every day was taken. */
            DAYS_NOT_GIVEN(Reading.UNDERSTOOD),
            /** Words without a time were left out. */
            WORDS_LEFT_OUT(Reading.UNDERSTOOD),
            /** A clock time was mistyped: a doubled colon, a semicolon for a colon, a zero too many. */
            TIME_MENDED(Reading.REPAIRED),
            /** The end lay before the start and was taken as one of the afternoon: 14:00-5:00 as 14:00-17:00. */
            END_TAKEN_AS_AFTERNOON(Reading.REPAIRED),
            /** The end lay before the start and was taken as one of the next day: 20:00-6:00. */
            END_TAKEN_AS_NEXT_DAY(Reading.REPAIRED),
            /** Start and end were the same; round the clock was taken. */
            TAKEN_AS_ROUND_THE_CLOCK(Reading.REPAIRED),
            /** Spans overlapped and were taken as one. */
            OVERLAP_MERGED(Reading.REPAIRED),
            /** There was no time in the text. */
            NO_TIME(Reading.UNREADABLE),
            /** A time could not be read, or the times contradict each other. */
            TIME_UNREADABLE(Reading.UNREADABLE);

            private final Reading reading;

            Kind(Reading reading) {
                this.reading = reading;
            }

            /** The best reading a text can have with such a remark. */
            public Reading reading() {
                return reading;
            }
        }
    }

    public OpeningHours {
        days = Set.copyOf(days);
        spans = List.copyOf(spans);
        remarks = List.copyOf(remarks);
    }

    /** Reads a text; never fails, see {@link #reading()}. Full-width and half-width characters are the same. */
    public static OpeningHours parse(String text) {
        return new HoursText(text).read();
    }

    /** How far the text could be read: the worst that any remark says. */
    public Reading reading() {
        return remarks.stream()
                .map(remark -> remark.kind().reading())
                .max(Reading::compareTo)
                .orElse(Reading.UNDERSTOOD);
    }
}
