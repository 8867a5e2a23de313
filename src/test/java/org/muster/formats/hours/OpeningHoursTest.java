package org.muster.formats.hours;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.demo.RealPlaces;
import org.muster.formats.hours.OpeningHours.Reading;
import org.muster.formats.hours.OpeningHours.Remark;
import org.muster.formats.hours.OpeningHours.Span;

class OpeningHoursTest {

    private static String spansOf(OpeningHours hours) {
        return hours.spans().stream().map(Span::toString).collect(joining(" "));
    }

    private static List<Remark.Kind> kindsOf(OpeningHours hours) {
        return hours.remarks().stream().map(Remark::kind).toList();
    }

    @Nested
    class Notation {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                周一至周日;8:00-11:00                              | 08:00-11:00
                周一至周日;7：30－11：30                           | 07:30-11:30
                周一到周日;8:30–11:30                              | 08:30-11:30
                每日;8：00-12：00                                  | 08:00-12:00
                每天13:30-17:30                                    | 13:30-17:30
                周一至周日;8:00-11:00、18:00-21:00                 | 08:00-11:00 18:00-21:00
                周一至周日;8:30-11:30 14:00-17:00                  | 08:30-11:30 14:00-17:00
                每天;7:00-9:00  17:00-20:00                        | 07:00-09:00 17:00-20:00
                周一至周日;8:00--11.00      14.00---17:00          | 08:00-11:00 14:00-17:00
                周一至周日;上午7:00~10:00 下午17:00~20:00          | 07:00-10:00 17:00-20:00
                周一至周日；上午:8:00-11:00；下午:13:00-16:30      | 08:00-11:00 13:00-16:30
                周一------周日;上午8:00-11:00 下午13:00-16:00      | 08:00-11:00 13:00-16:00
                周一至周日；上午8:30-11:30；下午1:30-4:30          | 08:30-11:30 13:30-16:30
                周一至周日；上午9:00-11:00；下午14:00-17:00；晚上19:00-21:00 | 09:00-11:00 14:00-17:00 19:00-21:00
                周一至周日;6：00-9:00 14:00-17:00 17:00-21:00      | 06:00-09:00 14:00-17:00 17:00-21:00
                周一至周日；24小时                                 | 00:00-24:00
                周一至周日；24h；                                  | 00:00-24:00
                周一至周日;8:00-次日8：00                          | 08:00-32:00
                周一至周日;08:00至11:30                            | 08:00-11:30
                """)
        void isUnderstoodWithoutARemark(String text, String spans) {
            var hours = OpeningHours.parse(text);

            assertThat(spansOf(hours)).isEqualTo(spans);
            assertThat(hours.remarks()).isEmpty();
            assertThat(hours.days()).containsExactlyInAnyOrder(DayOfWeek.values());
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                对外 16:00-20:00                                   | 16:00-20:00
                7：00—11：00 13：00—17：00 18：00—22：00           | 07:00-11:00 13:00-17:00 18:00-22:00
                13：00——14：00                                     | 13:00-14:00
                8:30-11:00;17:30-20:30                             | 08:30-11:00 17:30-20:30
                全天24小时常年不停                                 | 00:00-24:00
                """)
        void withoutDaysIsTakenForEveryDay(String text, String spans) {
            var hours = OpeningHours.parse(text);

            assertThat(spansOf(hours)).isEqualTo(spans);
            assertThat(kindsOf(hours)).containsExactly(Remark.Kind.DAYS_NOT_GIVEN);
            assertThat(hours.reading()).isEqualTo(Reading.UNDERSTOOD);
            assertThat(hours.days()).hasSize(7);
        }
    }

    @Nested
    class Days {
        @Test
        void areThoseThatAreNamed() {
            assertThat(OpeningHours.parse("（工作日）13：30—16:30").days())
                    .containsExactlyInAnyOrder(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY);
            assertThat(OpeningHours.parse("周二 9:00-10:00").days()).containsExactly(TUESDAY);
            assertThat(OpeningHours.parse("星期六到星期一 9:00-10:00").days())
                    .containsExactlyInAnyOrder(SATURDAY, SUNDAY, MONDAY);
        }

        @Test
        void areNotTakenFromANote() {
            var hours = OpeningHours.parse("周六至周日;7:00-15:00；15:00-23:00本周五起开放");

            assertThat(hours.days()).containsExactlyInAnyOrder(SATURDAY, SUNDAY);
            assertThat(hours.remarks()).containsExactly(new Remark(Remark.Kind.WORDS_LEFT_OUT, "本周五起开放"));
        }
    }

    @Nested
    class Repair {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                周一至周日;7：00-11:：00                           | 07:00-11:00             | TIME_MENDED
                周一至周日;8:30－12:00 13:30－15：:30              | 08:30-12:00 13:30-15:30 | TIME_MENDED
                周一至周日;14:00-17；00                            | 14:00-17:00             | TIME_MENDED
                周一至周日;7；30-10:00；18:00-20:30                | 07:30-10:00 18:00-20:30 | TIME_MENDED
                每日;6:30--9；00；17:30--21:30                     | 06:30-09:00 17:30-21:30 | TIME_MENDED
                每日;7:300-9:30；18:00-21:00                       | 07:30-09:30 18:00-21:00 | TIME_MENDED
                周一至周日;8:00－11:00 14:00－5:00                 | 08:00-11:00 14:00-17:00 | END_TAKEN_AS_AFTERNOON
                每日;20:00-6:00                                    | 20:00-30:00             | END_TAKEN_AS_NEXT_DAY
                周一至周日;8:00-8:00                               | 08:00-32:00             | TAKEN_AS_ROUND_THE_CLOCK
                每日;7：30--9：30；8：00--21：00                   | 07:30-21:00             | OVERLAP_MERGED
                """)
        void isReported(String text, String spans, Remark.Kind kind) {
            var hours = OpeningHours.parse(text);

            assertThat(spansOf(hours)).isEqualTo(spans);
            assertThat(kindsOf(hours)).containsExactly(kind);
            assertThat(hours.reading()).isEqualTo(Reading.REPAIRED);
        }

        @Test
        void mergesEveryOverlap() {
            var hours = OpeningHours.parse("周一到周日;8:00-11:00；13:00-16:00；8:00-21:00");

            assertThat(spansOf(hours)).isEqualTo("08:00-21:00");
            assertThat(kindsOf(hours)).containsExactly(Remark.Kind.OVERLAP_MERGED, Remark.Kind.OVERLAP_MERGED);
        }

        @Test
        void doesNotTakeAnEmergencyRoomForTheSite() {
            var hours = OpeningHours.parse("周一至周日；采样室8:00-20:00；其余时间在急诊室发热门诊24小时服务");

            assertThat(spansOf(hours)).isEqualTo("08:00-20:00");
            assertThat(kindsOf(hours)).containsExactly(Remark.Kind.WORDS_LEFT_OUT);
        }
    }

    @Nested
    class Unreadable {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "每日;25:00-26:00",
                    "每日;8:60-9:00",
                    "每日;8点到11点",
                    "每日;8:00-11:00；13:00",
                    "每日;8:00-11;13:00-17:00",
                    "每日;上午14:00-15:00",
                    "每日;24:00-次日8:00",
                    "每日;18:00-13:00",
                    "每日;8:00-次日9:00"
                })
        void isATimeThatNoRuleReadsEvenBesideOthers(String text) {
            var hours = OpeningHours.parse(text);

            assertThat(hours.reading()).isEqualTo(Reading.UNREADABLE);
            assertThat(kindsOf(hours)).contains(Remark.Kind.TIME_UNREADABLE);
            assertThat(hours.spans()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "每日", "电话预约", "暂停"})
        void isATextWithoutATime(String text) {
            var hours = OpeningHours.parse(text);

            assertThat(hours.reading()).isEqualTo(Reading.UNREADABLE);
            assertThat(kindsOf(hours)).contains(Remark.Kind.NO_TIME);
            assertThat(hours.spans()).isEmpty();
        }
    }

    @Nested
    class Hangzhou {
        @Test
        void isUnderstoodButForAFewRepairs() {
            var texts = hoursOfRealSites();
            Map<Reading, Integer> count = new EnumMap<>(Reading.class);
            texts.forEach(text -> count.merge(OpeningHours.parse(text).reading(), 1, Integer::sum));

            assertThat(texts).hasSize(841);
            assertThat(count).isEqualTo(Map.of(Reading.UNDERSTOOD, 769, Reading.REPAIRED, 72));
        }

        @Test
        void closesBetweenSpansAndNeverOpensTwice() {
            for (var text : hoursOfRealSites()) {
                var spans = OpeningHours.parse(text).spans();
                for (int i = 1; i < spans.size(); i++) {
                    assertThat(spans.get(i).start())
                            .as(text)
                            .isGreaterThanOrEqualTo(spans.get(i - 1).end());
                }
            }
        }

        private List<String> hoursOfRealSites() {
            return RealPlaces.rows("hangzhou_sites.csv")
                    .map(fields -> fields[4])
                    .toList();
        }
    }

    @Test
    void spanIsWithinADayFromItsStart() {
        assertThat(new Span(480, 480 + Span.DAY).isRoundTheClock()).isTrue();
        assertThatThrownBy(() -> new Span(480, 481 + Span.DAY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Span(480, 480)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Span(Span.DAY, Span.DAY + 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
