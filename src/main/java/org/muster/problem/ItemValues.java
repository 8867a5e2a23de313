package org.muster.problem;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muster.problem.faults.BrokenValue;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.Limits;
import org.muster.problem.faults.WholeNumbers;

/**
 * What the values of items may be. Those who read items and those who make them ask the same methods, each of which
 * returns what is wrong with a value, and null where nothing is.
 */
public final class ItemValues {

    /** The most items of a list inside an item. */
    public static final int NESTED_ITEMS = 1_000;

    /** The priorities of demands. */
    public static final WholeNumbers PRIORITIES = new WholeNumbers(Demand.LOWEST_PRIORITY, Demand.HIGHEST_PRIORITY);

    /** The first and the last date that is accepted: those of the 20th to 22nd century. */
    public static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1), LATEST = LocalDate.of(2200, 12, 31);

    /** Digits of a share, in all and after the point: far more than any use needs. */
    private static final int DIGITS = 30;

    private ItemValues() {}

    /** Checks an identifier, a kind or a tag. */
    public static @Nullable BrokenValue faultOfIdentifier(String text, QuotedValue quotedValue) {
        return Identifier.isAllowed(text)
                ? null
                : new BrokenValue(FaultCode.BAD_IDENTIFIER, Map.of("value", quotedValue.of(text)));
    }

    /** Checks a name for people. */
    public static @Nullable BrokenValue faultOfName(String text) {
        if (text.codePoints().anyMatch(ItemValues::isNoCharacter)) {
            return new BrokenValue(FaultCode.BAD_TEXT, Map.of());
        }
        int length = text.codePointCount(0, text.length());
        return length <= Limits.NAME_LENGTH
                ? null
                : BrokenValue.outOfRange(Integer.toString(length), "0", Integer.toString(Limits.NAME_LENGTH));
    }

    private static boolean isNoCharacter(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    /**
     * Checks a share from 0 to 1.
     *
     * @param text the share as it was written
     */
    public static @Nullable BrokenValue faultOfShare(BigDecimal share, String text) {
        return share.scale() > DIGITS
                        || share.precision() > DIGITS
                        || share.signum() < 0
                        || share.compareTo(BigDecimal.ONE) > 0
                ? BrokenValue.outOfRange(text, "0", "1")
                : null;
    }

    /** Checks a date, alone or of a time. */
    public static @Nullable BrokenValue faultOfDate(LocalDate date, QuotedValue quotedValue) {
        return date.isBefore(EARLIEST) || date.isAfter(LATEST)
                ? BrokenValue.outOfRange(quotedValue.of(date.toString()), EARLIEST.toString(), LATEST.toString())
                : null;
    }

    /** Checks a local date and time, which is on a whole minute. */
    public static @Nullable BrokenValue faultOfTime(LocalDateTime time, QuotedValue quotedValue) {
        return time.equals(time.truncatedTo(ChronoUnit.MINUTES))
                ? faultOfDate(time.toLocalDate(), quotedValue)
                : new BrokenValue(
                        FaultCode.MALFORMED, Map.of("value", quotedValue.of(time.toString()), "expected", "datetime"));
    }
}
