package org.muster.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.muster.problem.Window;

class WindowTextsTest {

    private final WindowTexts chinese = new WindowTexts(Locale.CHINESE);
    private final WindowTexts english = new WindowTexts(Locale.ENGLISH);

    private static Window window(String start, String end) {
        return new Window("w", "r", LocalDateTime.parse(start), LocalDateTime.parse(end), null);
    }

    @Test
    void aDutyOfOneDay() {
        var window = window("2022-05-03T05:30", "2022-05-03T12:00");

        assertThat(english.of(window)).isEqualTo("Tue 3 May 05:30–12:00");
        assertThat(chinese.of(window)).isEqualTo("5月3日 周二 05:30–12:00");
    }

    @Test
    void aNight() {
        var window = window("2022-05-03T22:00", "2022-05-04T06:00");

        assertThat(english.of(window)).isEqualTo("Tue 3 May 22:00–06:00 (next day)");
        assertThat(chinese.of(window)).isEqualTo("5月3日 周二 22:00–次日06:00");
    }

    @Test
    void untilMidnightIsStillTheSameDay() {
        var window = window("2022-05-03T16:00", "2022-05-04T00:00");

        assertThat(english.of(window)).isEqualTo("Tue 3 May 16:00–24:00");
        assertThat(chinese.of(window)).isEqualTo("5月3日 周二 16:00–24:00");
    }

    @Test
    void severalDays() {
        var window = window("2022-05-03T08:00", "2022-05-06T08:00");

        assertThat(english.of(window)).isEqualTo("Tue 3 May 08:00 – Fri 6 May 08:00");
        assertThat(chinese.of(window)).isEqualTo("5月3日 周二 08:00 至 5月6日 周五 08:00");
    }
}
