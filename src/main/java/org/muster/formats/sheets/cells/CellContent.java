package org.muster.formats.sheets.cells;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import org.muster.formats.text.SpreadsheetText;
import org.muster.problem.faults.FaultCode;

/** The content of a cell, as far as the file itself types it. */
public sealed interface CellContent {

    /** As a reader of the sheet would type it; nothing where the content is broken. */
    String text();

    default boolean isBlank() {
        return text().isEmpty() && !(this instanceof Broken);
    }

    /**
     * A text; the constructor takes blanks from its ends.
     *
     * @param isForced whether the file marks it as a text, whatever it looks like
     */
    record Text(String text, boolean isForced) implements CellContent {

        /** Nothing. */
        public static final Text BLANK = new Text("");

        public Text {
            text = TextNormalizer.stripped(text);
        }

        public Text(String text) {
            this(text, false);
        }

        /** What a field of a text file says, without the marks that force spreadsheets to take it as a text. */
        public static Text ofField(String raw) {
            return new Text(SpreadsheetText.unguarded(raw), SpreadsheetText.isForced(raw));
        }

        /** What a text in a workbook says: that it is none of a number is told already. */
        public static Text ofWorkbook(String raw) {
            return new Text(SpreadsheetText.unguarded(raw), true);
        }
    }

    /**
     * A number, which may represent a time, as workbooks keep them: in days since the end of 1899.
     *
     * @param format how the workbook shows it
     * @param since1904 whether the workbook counts its days from 1904
     */
    record Amount(BigDecimal number, NumberFormat format, boolean since1904) implements CellContent {

        public static final BigDecimal SECONDS_OF_A_DAY = BigDecimal.valueOf(LocalTime.MAX.toSecondOfDay() + 1L);

        public static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);
        private static final LocalDate FIRST_DAY_1904 = LocalDate.of(1904, 1, 1);
        private static final BigDecimal DAYS_UNTIL_1904 = BigDecimal.valueOf(1_462);
        private static final BigDecimal DAYS = BigDecimal.valueOf(2_958_466);

        /** Between them, numbers are dates also where nothing but their column says so: from 1920 to 2100. */
        private static final BigDecimal EARLY = BigDecimal.valueOf(7_306);

        private static final BigDecimal LATE = BigDecimal.valueOf(73_415);

        static Amount of(BigDecimal number) {
            return new Amount(number, NumberFormat.GENERAL, false);
        }

        public boolean isShownAsTime() {
            return format.isOfTime();
        }

        boolean isTime() {
            var days = since1904 ? number.add(DAYS_UNTIL_1904) : number;
            return isShownAsTime()
                    ? number.signum() >= 0 && days.compareTo(DAYS) < 0
                    : days.compareTo(EARLY) >= 0 && days.compareTo(LATE) <= 0;
        }

        /** Whether there is a time of day only. */
        boolean isTimeOfDay() {
            return number.compareTo(BigDecimal.ONE) < 0;
        }

        /** To the nearest second. Dates before March 1900, where workbooks know one day too many, are not told. */
        LocalDateTime time() {
            int day = number.intValue();
            long second = number.subtract(BigDecimal.valueOf(day))
                    .multiply(SECONDS_OF_A_DAY)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValue();
            return (since1904 ? FIRST_DAY_1904 : FIRST_DAY)
                    .plusDays(day)
                    .atStartOfDay()
                    .plusSeconds(second);
        }

        @Override
        public String text() {
            if (isShownAsTime() && isTime()) {
                var time = time();
                boolean isDate = !isTimeOfDay() && time.toLocalTime().equals(LocalTime.MIDNIGHT);
                return isDate
                        ? time.toLocalDate().toString()
                        : isTimeOfDay() ? time.toLocalTime().toString() : time.toString();
            }
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
    }

    /** True or false. */
    record Truth(boolean isTrue) implements CellContent {
        @Override
        public String text() {
            return isTrue ? "TRUE" : "FALSE";
        }
    }

    /** Nothing that could be read. */
    record Broken(FaultCode code, Map<String, String> params) implements CellContent {

        /** The same as another cell for which it was reported. */
        public static final Broken KNOWN = new Broken(FaultCode.MISSING, Map.of());

        @Override
        public String text() {
            return "";
        }
    }
}
