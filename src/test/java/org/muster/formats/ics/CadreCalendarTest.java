package org.muster.formats.ics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.muster.problem.Location;
import org.muster.problem.Problem;
import org.muster.problem.ProblemFixture;
import org.muster.problem.Site;

class CadreCalendarTest {

    private static final Instant MADE = Instant.parse("2022-05-01T10:30:00Z");
    private static final CadreCalendar.Edition EDITION = new CadreCalendar.Edition("muster.example", 7, MADE);

    private final ProblemFixture district = new ProblemFixture()
            .community("north", new Location(39.95, 116.4))
            .site("gate north")
            .demand("gate TUE 22-06 sampler")
            .demand("gate MON 05:30-12")
            .cadre("yang", yang -> yang.name("杨敏"))
            .cadre("li")
            .cadre("wu")
            .serves("yang", "gate TUE 22-06 sampler", "gate MON 05:30-12")
            .serves("li", "gate MON 05:30-12");

    private String text(String cadre, Locale language) throws IOException {
        return text(district.problem(), cadre, language);
    }

    private String text(Problem problem, String cadre, Locale language) throws IOException {
        return new String(
                CadreCalendar.write(problem, district.schedule(), cadre, EDITION, language), StandardCharsets.UTF_8);
    }

    private ICalendar calendar(String cadre, Locale language) throws IOException {
        return Biweekly.parse(text(cadre, language)).first();
    }

    private Problem withSiteName(String name) {
        var problem = district.problem();
        return problem.toBuilder()
                .sites(problem.sites().stream()
                        .map(old -> new Site(old.id(), name, old.kind(), old.community(), old.location(), old.admits()))
                        .toList())
                .build();
    }

    private static String unfolded(String text) {
        return text.replace("\r\n ", "");
    }

    @Nested
    class Events {

        @Test
        void areTheDutiesInTime() throws IOException {
            var events = calendar("yang", Locale.ENGLISH).getEvents();

            assertThat(events)
                    .extracting(event -> event.getSummary().getValue())
                    .containsExactly("guide, gate", "sampler, gate");
            assertThat(events.getFirst().getDateStart().getValue().toInstant()).isEqualTo("2022-05-01T21:30:00Z");
            assertThat(events.getFirst().getDateEnd().getValue().toInstant()).isEqualTo("2022-05-02T04:00:00Z");
        }

        @Test
        void tellWhereAndWhatInTheLanguageAskedFor() throws IOException {
            var event = calendar("yang", Locale.CHINESE).getEvents().getLast();

            assertThat(event.getSummary().getValue()).isEqualTo("sampler·gate");
            assertThat(event.getLocation().getValue()).isEqualTo("gate（north，north）");
            assertThat(event.getGeo().getLatitude()).isEqualTo(39.95);
            assertThat(event.getGeo().getLongitude()).isEqualTo(116.4);
            assertThat(event.getDescription().getValue())
                    .isEqualTo("岗位：sampler\n点位：gate（north，north）\n班次：5月3日 周二 22:00–次日06:00\n轮次：round-2022-05-03");
        }

        @Test
        void areOnesOfThePlansVersion() throws IOException {
            var event = calendar("li", Locale.ENGLISH).getEvents().getFirst();

            assertThat(event.getSequence().getValue()).isEqualTo(7);
            assertThat(event.getDateTimeStamp().getValue().toInstant()).isEqualTo(MADE);
        }

        @Test
        void keepTheirIdentifierWhateverTheScheduleElse() throws IOException {
            var before = uids("yang");
            district.demand("gate WED 07-15").serves("yang", "gate WED 07-15");

            assertThat(uids("yang")).startsWith(before.toArray(String[]::new)).hasSize(3);
            assertThat(uids("li")).doesNotContainAnyElementsOf(uids("yang"));
            assertThat(uids("li")).allMatch(uid -> uid.endsWith("@muster.example") && !uid.contains("li@"));
        }

        private List<String> uids(String cadre) throws IOException {
            return calendar(cadre, Locale.ENGLISH).getEvents().stream()
                    .map(event -> event.getUid().getValue())
                    .toList();
        }

        @Test
        void areOnceWhereACadreTakesTwoSeatsOfADemand() throws IOException {
            district.serves("li", "gate MON 05:30-12");

            assertThat(calendar("li", Locale.ENGLISH).getEvents()).hasSize(1);
        }

        @Test
        void areNoneForWhoStaysAtHome() throws IOException {
            assertThat(calendar("wu", Locale.ENGLISH).getEvents()).isEmpty();
        }
    }

    @Nested
    class Format {

        @Test
        void isValidAndNoMessage() throws IOException {
            var calendar = calendar("yang", Locale.CHINESE);

            assertThat(calendar.validate(ICalVersion.V2_0).isEmpty()).isTrue();
            // RFC 5546 asks whoever publishes for an organizer: without a method there is no need of one.
            assertThat(calendar.getMethod()).isNull();
            assertThat(calendar.getProductId().getValue()).isEqualTo("-//Muster//Muster//ZH");
            assertThat(calendar.getNames().getFirst().getValue()).isEqualTo("杨敏的班");
        }

        @Test
        void foldsLinesAt75Octets() throws IOException {
            var name = "核酸检测采样点".repeat(20) + "😷".repeat(30);
            var text = text(withSiteName(name), "yang", Locale.CHINESE);

            assertThat(text.split("\r\n", -1))
                    .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
                    .noneMatch(line -> line.contains("\uFFFD"));
            assertThat(text.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
            assertThat(Biweekly.parse(text)
                            .first()
                            .getEvents()
                            .getFirst()
                            .getSummary()
                            .getValue())
                    .isEqualTo("guide·" + name);
        }

        @Test
        void escapesWhatWouldEndALine() throws IOException {
            var name = "a,b;c\\d\u2028\"x\": END:VEVENT";
            var text = text(withSiteName(name), "li", Locale.ENGLISH);
            List<VEvent> events = Biweekly.parse(text).first().getEvents();

            assertThat(events).hasSize(1);
            assertThat(events.getFirst().getSummary().getValue()).isEqualTo("guide, " + name);
            assertThat(unfolded(text)).contains("a\\,b\\;c\\\\d");
        }

        @Test
        void hasNothingButWhatTheCadreNeeds() throws IOException {
            assertThat(unfolded(text("li", Locale.CHINESE)))
                    .doesNotContain("杨敏")
                    .doesNotContain("bureau");
        }
    }

    @Nested
    class TimeZones {

        @Test
        void ofBeijingIsDescribed() throws IOException {
            assertThat(unfolded(text("yang", Locale.CHINESE)))
                    .contains("BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\nBEGIN:STANDARD")
                    .contains("TZOFFSETTO:+0800")
                    .doesNotContain("BEGIN:DAYLIGHT")
                    .contains("DTSTART;TZID=Asia/Shanghai:20220502T053000")
                    .contains("DTEND;TZID=Asia/Shanghai:20220504T060000");
        }

        @Test
        void withAChangeOfTheClockBetweenTheDutiesTellBothTimes() throws IOException {
            district.timeZone("Europe/Berlin")
                    .demand("gate 2022-03-26 07-15")
                    .demand("gate 2022-10-31 07-15")
                    .serves("wu", "gate 2022-03-26 07-15", "gate 2022-10-31 07-15");

            var text = unfolded(text("wu", Locale.ENGLISH));
            var events = Biweekly.parse(text).first().getEvents();

            assertThat(text)
                    .contains("BEGIN:DAYLIGHT\r\nDTSTART:20220327T020000\r\n")
                    .contains("BEGIN:STANDARD\r\nDTSTART:20221030T030000\r\n")
                    .contains("DTSTART;TZID=Europe/Berlin:20220326T070000");
            assertThat(events)
                    .extracting(
                            event -> event.getDateStart().getValue().toInstant().toString())
                    .containsExactly("2022-03-26T06:00:00Z", "2022-10-31T06:00:00Z");
        }

        @Test
        void withoutAnyChangeAreRightToo() throws IOException {
            for (String zone : List.of("UTC", "UTC+08:00", "+08:00", "Etc/GMT-8")) {
                district.timeZone(zone);

                var event = calendar("li", Locale.ENGLISH).getEvents().getFirst();

                assertThat(event.getDateStart().getValue().toInstant())
                        .as(zone)
                        .isEqualTo(zone.equals("UTC") ? "2022-05-02T05:30:00Z" : "2022-05-01T21:30:00Z");
            }
        }
    }

    @Test
    void anUnknownCadreIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> text("nobody", Locale.ENGLISH))
                .withMessageContaining("(nobody)");
    }
}
