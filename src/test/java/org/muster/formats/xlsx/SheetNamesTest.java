package org.muster.formats.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SheetNamesTest {

    private final SheetNames names = new SheetNames();

    @Test
    void leaveGoodNamesAsTheyAre() {
        assertThat(names.next("学院路街道东王庄社区采样点")).isEqualTo("学院路街道东王庄社区采样点");
        assertThat(names.next("Gate 3 & Co.")).isEqualTo("Gate 3 & Co.");
    }

    @Test
    void replaceWhatSpreadsheetsRefuse() {
        assertThat(names.next("A/B[1]")).isEqualTo("A-B(1)");
        assertThat(names.next("a:b*c?d\\e")).isEqualTo("a-b-c-d-e");
        assertThat(names.next("Yang's gate")).isEqualTo("Yang’s gate");
        assertThat(names.next("a\u202Eb\u200B")).isEqualTo("ab");
        assertThat(names.next("\u200B")).isEqualTo("-");
    }

    @Test
    void areCutButNotInsideACharacter() {
        assertThat(names.next("a".repeat(200))).isEqualTo("a".repeat(31));
        assertThat(names.next("b".repeat(30) + "😷😷")).isEqualTo("b".repeat(30));
        assertThat(names.next("c".repeat(29) + "😷😷")).isEqualTo("c".repeat(29) + "😷");
    }

    @Test
    void differWhateverTheCaseOrWidth() {
        assertThat(names.next("Gate")).isEqualTo("Gate");
        assertThat(names.next("GATE")).isEqualTo("GATE (2)");
        assertThat(names.next("Ｇａｔｅ")).isEqualTo("Ｇａｔｅ (3)");
        assertThat(names.next("gate (2)")).isEqualTo("gate (2) (2)");
    }

    @Test
    void differWhereOnlyTheEndsDid() {
        var beginning = "某某街道某某社区第一网格某某小区某某广场东北角临时核酸检测采样点";

        assertThat(names.next(beginning + "甲")).hasSize(31).isEqualTo(beginning.substring(0, 31));
        assertThat(names.next(beginning + "乙")).hasSize(31).isEqualTo(beginning.substring(0, 27) + " (2)");
    }

    @Test
    void leaveExcelWhatItKeepsForItself() {
        assertThat(names.next("history")).isEqualTo("history (2)");
    }

    @Test
    void thousandsOfSitesWithOneNameHaveNamesOfTheirOwn() {
        var seen = new HashSet<String>();
        IntStream.range(0, 20_000)
                .mapToObj(_ -> names.next("核酸检测采样点".repeat(10)))
                .forEach(name -> assertThat(seen.add(name.toLowerCase(Locale.ROOT)))
                        .as(name)
                        .isTrue());
        assertThat(seen).allMatch(name -> name.length() <= 31);
    }
}
