package org.muster.formats.hours;

import static org.muster.formats.hours.OpeningHours.Remark.Kind.DAYS_NOT_GIVEN;
import static org.muster.formats.hours.OpeningHours.Remark.Kind.END_TAKEN_AS_AFTERNOON;
import static org.muster.formats.hours.OpeningHours.Remark.Kind.END_TAKEN_AS_NEXT_DAY;
import static org.muster.formats.hours.OpeningHours.Remark.Kind.NO_TIME;
import static org.muster.formats.hours.OpeningHours.Remark.Kind.OVERLAP_MERGED;
import static org.muster.formats.hours.OpeningHours.Remark.Kind.TAKEN_AS_ROUND_THE_CLOCK;
import static org.muster.formats.hours.OpeningHours.Remark.Kind.TIME_MENDED;
import static org.muster.formats.hours.OpeningHours.Remark.Kind.TIME_UNREADABLE;
import static org.muster.formats.hours.OpeningHours.Remark.Kind.WORDS_LEFT_OUT;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muster.formats.hours.OpeningHours.Remark;
import org.muster.formats.hours.OpeningHours.Span;

/**
 * A text about opening hours while it is read: days are taken out first, then spans, then round-the-clock words. What is
 * left over at the end was not understood.
 */
final class HoursText {
    private static final String WEEK_DAYS = "一二三四五六日天";

    /** A day or a range of days, but not the "this Friday" of a note. */
    private static final Pattern DAY_RANGE =
            Pattern.compile("(?<![本下上])(?:周|星期)([一二三四五六日天])(?:\\s*-\\s*(?:周|星期)?([一二三四五六日天]))?");

    private static final Pattern EVERY_DAY = Pattern.compile("每[日天]");
    private static final Pattern WORKING_DAYS = Pattern.compile("工作日");

    /** Hour, what separates it from the minutes, minutes, and perhaps a zero too many. */
    private static final String CLOCK = "(?<!\\d)(\\d{1,2})\\s*(:+|\\.|;)\\s*(\\d{2})(0?)(?!\\d)";

    private static final String PART_OF_DAY = "(?:(凌晨|早上|上午|中午|下午|晚上)\\s*:?\\s*)?";
    private static final Pattern SPAN =
            Pattern.compile(PART_OF_DAY + CLOCK + "\\s*-\\s*(次日|第二天)?\\s*" + PART_OF_DAY + CLOCK);
    private static final Pattern ROUND_THE_CLOCK = Pattern.compile("(?:全天)?\\s*24\\s*(?:小时|[hH])(?:常年不停)?");

    /** Marks between the parts, and the word for being open to everybody. */
    private static final Pattern FILLER = Pattern.compile("对外|[\\s;,、()\\-]+");

    private static final int NOON = 12 * 60;

    private final String text;
    private final Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    private final List<Span> spans = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private String rest;

    HoursText(String text) {
        this.text = text;
        rest = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[‐-―~〜至到]", "-");
        rest = rest.replaceAll("-+", "-");
    }

    OpeningHours read() {
        takeDays();
        takeSpans();
        takeRoundTheClock();
        weighRest();
        mergeOverlaps();
        boolean unreadable =
                remarks.stream().anyMatch(remark -> remark.kind().reading() == OpeningHours.Reading.UNREADABLE);
        return new OpeningHours(days, unreadable ? List.of() : spans, remarks);
    }

    private void takeDays() {
        rest = DAY_RANGE.matcher(rest).replaceAll(match -> {
            addDays(match);
            return " ";
        });
        if (EVERY_DAY.matcher(rest).find()) {
            days.addAll(EnumSet.allOf(DayOfWeek.class));
            rest = EVERY_DAY.matcher(rest).replaceAll(" ");
        }
        if (WORKING_DAYS.matcher(rest).find()) {
            days.addAll(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
            rest = WORKING_DAYS.matcher(rest).replaceAll(" ");
        }
        if (days.isEmpty()) {
            days.addAll(EnumSet.allOf(DayOfWeek.class));
            remark(DAYS_NOT_GIVEN, text.strip());
        }
    }

    /** From one day of the week to another, over the weekend if need be. */
    private void addDays(MatchResult match) {
        var first = dayOfWeek(match.group(1));
        var last = match.group(2) == null ? first : dayOfWeek(match.group(2));
        for (var day = first; day != last; day = day.plus(1)) {
            days.add(day);
        }
        days.add(last);
    }

    private static DayOfWeek dayOfWeek(String character) {
        return DayOfWeek.of(Math.min(7, WEEK_DAYS.indexOf(character) + 1));
    }

    private void takeSpans() {
        rest = SPAN.matcher(rest).replaceAll(match -> {
            read(match);
            return " ";
        });
    }

    private void read(MatchResult match) {
        var partOfDay = match.group(1);
        var start = minute(partOfDay, match.group(2), match.group(4));
        var endPartOfDay = match.group(7) == null ? partOfDay : match.group(7);
        var end = minute(endPartOfDay, match.group(8), match.group(10));
        if (start.isEmpty() || end.isEmpty() || start.getAsInt() >= Span.DAY) {
            remark(TIME_UNREADABLE, match.group());
            return;
        }
        if (isMistyped(match.group(3), match.group(5)) || isMistyped(match.group(9), match.group(11))) {
            remark(TIME_MENDED, match.group());
        }
        boolean nextDay = match.group(6) != null;
        addSpan(start.getAsInt(), nextDay ? end.getAsInt() + Span.DAY : end.getAsInt(), match.group());
    }

    private static boolean isMistyped(String separator, String zeroTooMany) {
        return separator.equals(";") || separator.length() > 1 || !zeroTooMany.isEmpty();
    }

    /** Minutes after midnight; empty for a time that no clock shows or that contradicts the part of the day. */
    private static OptionalInt minute(@Nullable String partOfDay, String hours, String minutes) {
        int hour = Integer.parseInt(hours);
        int minute = Integer.parseInt(minutes);
        if (minute > 59 || hour > 24 || (hour == 24 && minute > 0)) {
            return OptionalInt.empty();
        }
        if (partOfDay == null) {
            return OptionalInt.of(hour * 60 + minute);
        }
        return switch (partOfDay) {
            case "下午", "晚上" -> OptionalInt.of((hour < 12 ? hour + 12 : hour) * 60 + minute);
            case "中午" -> OptionalInt.of((hour < 4 ? hour + 12 : hour) * 60 + minute);
            // "Morning" may end a little after noon.
            case "凌晨", "早上", "上午" -> hour > 12 ? OptionalInt.empty() : OptionalInt.of(hour * 60 + minute);
            default -> throw new IllegalStateException("There is no part of the day (%s).".formatted(partOfDay));
        };
    }

    private void addSpan(int start, int end, String source) {
        if (end > start + Span.DAY) {
            remark(TIME_UNREADABLE, source);
        } else if (end > start) {
            spans.add(new Span(start, end));
        } else if (end == start) {
            remark(TAKEN_AS_ROUND_THE_CLOCK, source);
            spans.add(new Span(start, start + Span.DAY));
        } else if (end >= NOON) {
            remark(TIME_UNREADABLE, source);
        } else if (end + NOON > start) {
            remark(END_TAKEN_AS_AFTERNOON, source);
            spans.add(new Span(start, end + NOON));
        } else {
            remark(END_TAKEN_AS_NEXT_DAY, source);
            spans.add(new Span(start, end + Span.DAY));
        }
    }

    /** Beside clock times the words speak of something else, such as an emergency room, and stay in the rest. */
    private void takeRoundTheClock() {
        var words = ROUND_THE_CLOCK.matcher(rest);
        if (spans.isEmpty() && words.find()) {
            spans.add(Span.ROUND_THE_CLOCK);
            rest = words.replaceFirst(" ");
        }
    }

    private void weighRest() {
        var left = FILLER.matcher(rest).replaceAll(" ").strip();
        if (ROUND_THE_CLOCK.matcher(left).replaceAll("").chars().anyMatch(Character::isDigit)) {
            remark(TIME_UNREADABLE, left);
        } else if (spans.isEmpty()) {
            remark(NO_TIME, text.strip());
        } else if (!left.isEmpty()) {
            remark(WORDS_LEFT_OUT, left);
        }
    }

    private void mergeOverlaps() {
        spans.sort(Comparator.comparingInt(Span::start));
        for (int i = 1; i < spans.size(); ) {
            var earlier = spans.get(i - 1);
            var later = spans.get(i);
            if (later.start() >= earlier.end()) {
                i++;
                continue;
            }
            remark(OVERLAP_MERGED, earlier + " " + later);
            int end = Math.min(Math.max(earlier.end(), later.end()), earlier.start() + Span.DAY);
            spans.set(i - 1, new Span(earlier.start(), end));
            spans.remove(i);
        }
    }

    private void remark(Remark.Kind kind, String about) {
        remarks.add(new Remark(kind, about));
    }
}
