package org.muster.formats.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.formats.sheets.Book.number;
import static org.muster.formats.sheets.Book.row;
import static org.muster.formats.sheets.SheetFiles.faultsOf;
import static org.muster.formats.sheets.SheetFiles.itemsOf;
import static org.muster.formats.sheets.SheetFiles.json;
import static org.muster.formats.sheets.SheetFiles.read;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.district.DistrictList;
import org.muster.formats.sheets.lines.SheetNotice;

/** Workbooks of the kinds that Office and other programs write. */
class WorkbookKindsTest {

    @TempDir
    private Path folder;

    private Book book;

    @BeforeEach
    void openFolder() {
        book = new Book(new SheetFiles(folder));
    }

    @ParameterizedTest
    @CsvSource({"2022-05-03", "2022-05-03T00:00:00", "2022-05-03T00:00:00.000", "2022-05-03T00:00:00Z"})
    void datesOfIso8601AreRead(String date) throws IOException {
        for (var each : new Book[] {book, new Book(new SheetFiles(folder)).strict()}) {
            var file = each.sheet("轮次", row(1, "编号", "日期") + row(2, "R7", "<c s=\"3\" t=\"d\"><v>" + date + "</v></c>"))
                    .file();
            assertThat(itemsOf(read(DistrictList.ROUNDS, file)))
                    .containsExactly(json("{\"id\":\"R7\",\"date\":\"2022-05-03\"}"));
        }
    }

    @Test
    void timesOfIso8601AreReadToTheMinute() throws IOException {
        var file = book.strict()
                .sheet(
                        "班次",
                        row(1, "编号", "开始", "结束")
                                + row(
                                        2,
                                        "a",
                                        "<c t=\"d\"><v>2022-05-03T05:20:00</v></c>",
                                        "<c t=\"d\"><v>2022-05-03T13:59:00.000</v></c>"))
                .file();
        assertThat(itemsOf(read(DistrictList.WINDOWS, file)))
                .containsExactly(json("{\"id\":\"a\",\"start\":\"2022-05-03T05:20\",\"end\":\"2022-05-03T13:59\"}"));
    }

    @Test
    void daysFrom1904CountInEveryFormat() throws IOException {
        var file = book.since1904()
                .sheet(
                        "轮次",
                        row(1, "编号", "日期")
                                + row(2, "styled", number(3, "43222"))
                                + row(3, "general", number(0, "43222"))
                                + row(4, "digits", number(0, "20220503")))
                .file();
        assertThat(itemsOf(read(DistrictList.ROUNDS, file)))
                .extracting(item -> item.get("date").asText())
                .containsOnly("2022-05-03")
                .hasSize(3);
    }

    @Test
    void phoneticGuidesAreNoTexts() throws IOException {
        String guided = "<c t=\"inlineStr\"><is><r><t>护</t></r><r><t>士</t></r><rPh sb=\"0\" eb=\"2\"><t>hushi</t></rPh>"
                + "<phoneticPr fontId=\"0\"/></is></c>";
        var file = book.sheet("技能", row(1, "编号", "名称") + row(2, "hs", guided)).file();
        assertThat(itemsOf(read(DistrictList.SKILLS, file))).containsExactly(json("{\"id\":\"hs\",\"name\":\"护士\"}"));
    }

    /** Style, number, and the identifier that the sheet shows. */
    @ParameterizedTest
    @CsvSource({
        "0, 17, 17",
        "0, 17.0, 17",
        "0, 1E+5, 100000",
        "0, 110101199003070, 110101199003070",
        "1, 17, 00017",
        "1, 17.0, 00017",
        "1, 1234567, 1234567",
        "5, 17, C-017",
        "5, 12345, C-12345",
        "6, 17, 17",
        "7, 17, 17",
        "8, 13800138000, 138-0013-8000",
        "3, 44684, 2022-05-03",
        "0, 1.5, 1.5"
    })
    void identifiersAreWhatTheSheetShows(int style, String value, String id) throws IOException {
        var file = book.sheet(
                        "干部",
                        row(1, "编号", "单位", "技能")
                                + row(2, number(style, value), number(style, value), number(style, value)))
                .file();
        var read = read(DistrictList.CADRES, file);
        assertThat(read.faults()).isEmpty();
        assertThat(itemsOf(read))
                .containsExactly(
                        json("{\"id\":\"%s\",\"unit\":\"%s\",\"skills\":[{\"skill\":\"%s\"}]}".formatted(id, id, id)));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 44621, identifier-as-date {value=2022-03-01}",
        "9, 44621, identifier-as-date {value=2022-03-01}",
        "4, 0.5, identifier-as-date {value=12:00}",
        "0, 1.10101199003077E+17, identifier-as-number {value=110101199003077000}",
        "0, 440106199001011234, identifier-as-number {value=440106199001011234}"
    })
    void identifiersThatASpreadsheetHasBrokenAreRefused(int style, String value, String fault) throws IOException {
        var file = book.sheet("干部", row(1, "编号", "姓名") + row(2, number(style, value), "x"))
                .file();
        assertThat(faultsOf(read(DistrictList.CADRES, file)).getFirst()).isEqualTo("干部!A2 编号 " + fault);
    }

    @Test
    void datesThatAreReadAsIdentifiersAreNamed() throws IOException {
        var file = book.sheet("轮次", row(1, "编号", "日期") + row(2, number(3, "44684"), number(3, "44684")))
                .file();
        assertThat(read(DistrictList.ROUNDS, file).notices())
                .containsExactly(new SheetNotice(
                        SheetNotice.Code.DATES_AS_IDENTIFIERS, java.util.Map.of("sheet", "轮次", "columns", "A")));
    }

    @Test
    void numbersPercentAndTruthKeepTheirValue() throws IOException {
        var units = book.sheet("单位", row(1, "编号", "在职人数", "最高外派比例") + row(2, "a", number(1, "120"), number(6, "0.3")))
                .file();
        assertThat(itemsOf(read(DistrictList.UNITS, units)))
                .containsExactly(json("{\"id\":\"a\",\"staff\":120,\"maxAwayShare\":0.3}"));
        var skills = new Book(new SheetFiles(folder))
                .sheet("技能", row(1, "编号", "稀缺") + row(2, "a", "<c t=\"b\"><v>1</v></c>"))
                .file();
        assertThat(itemsOf(read(DistrictList.SKILLS, skills))).containsExactly(json("{\"id\":\"a\",\"scarce\":true}"));
    }
}
