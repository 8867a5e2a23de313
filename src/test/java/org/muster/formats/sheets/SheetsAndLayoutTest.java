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
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.district.DistrictList;
import org.muster.formats.sheets.lines.SheetFault;
import org.muster.formats.sheets.reading.SheetItems;

/** Workbooks with several sheets, merged cells, and rows and columns that cannot be seen. */
class SheetsAndLayoutTest {

    @TempDir
    private Path folder;

    private Book book;

    @BeforeEach
    void openFolder() {
        book = new Book(new SheetFiles(folder));
    }

    private static List<String> ids(SheetItems read) {
        return itemsOf(read).stream().map(item -> item.path("id").asText()).toList();
    }

    private static List<String> notices(SheetItems read) {
        for (var notice : read.notices()) {
            for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                assertThat(notice.sentence(language)).isNotBlank().doesNotContain("{");
            }
        }
        return read.notices().stream()
                .map(notice -> notice.code().id() + " " + new java.util.TreeMap<>(notice.params()))
                .toList();
    }

    private static String rounds(String... ids) {
        var rows = new StringBuilder(row(1, "编号", "日期"));
        for (int i = 0; i < ids.length; i++) {
            rows.append(row(i + 2, ids[i], "2022-05-03"));
        }
        return rows.toString();
    }

    @Test
    void allSheetsWithAHeaderAreReadAndTheOthersNamed() throws IOException {
        var file = book.sheet("一季度", rounds("R1", "R2"))
                .sheet("二季度", row(1, "日期", "名称", "编号") + row(2, "2022-06-03", "第三轮", "R3"))
                .sheet("备注", row(1, "请各单位于周五前报送"))
                .sheet("空", "")
                .file();
        var read = read(DistrictList.ROUNDS, file);
        assertThat(faultsOf(read)).isEmpty();
        assertThat(ids(read)).containsExactly("R1", "R2", "R3");
        assertThat(SheetFiles.placed(read.items().getLast().row().placeOf("/name")))
                .isEqualTo("二季度!B2 名称");
        assertThat(notices(read))
                .containsExactly(
                        "sheet-read {rows=2, sheet=一季度}",
                        "sheet-read {rows=1, sheet=二季度}",
                        "sheet-not-read {sheet=备注}");
        assertThat(read.unreadSheetWith("请各单位于周五前报送")).contains("备注");
        assertThat(read.unreadSheetWith("R1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hidden", "veryHidden"})
    void hiddenSheetsAreNotReadButNamed(String state) throws IOException {
        var file = book.hidden("旧", state, rounds("R0") + row(3, number(1, "17"), "2022-05-03"))
                .sheet("新", rounds("R1"))
                .file();
        var read = read(DistrictList.ROUNDS, file);
        assertThat(ids(read)).containsExactly("R1");
        assertThat(notices(read)).containsExactly("hidden-sheet {sheet=旧}");
        assertThat(read.unreadSheetWith("R0")).contains("旧");
        assertThat(read.unreadSheetWith("00017")).contains("旧");
    }

    @Test
    void sheetsOfOtherListsAreNotReadButNamed() throws IOException {
        book.sheet("单位", row(1, "编号", "名称", "在职人数") + row(2, "bank", "银行", "20"))
                .sheet("技能", row(1, "编号", "名称") + row(2, "nurse", "护士"))
                .sheet("干部", row(1, "编号", "姓名", "单位") + row(2, "c1", "甲", "bank"));
        var read = read(DistrictList.CADRES, book.file());
        assertThat(ids(read)).containsExactly("c1");
        assertThat(notices(read))
                .containsExactly(
                        "sheet-of-other-list {list=units, sheet=单位}", "sheet-of-other-list {list=skills, sheet=技能}");
        assertThat(ids(read(DistrictList.UNITS, book.file()))).containsExactly("bank");
        assertThat(ids(read(DistrictList.SKILLS, book.file()))).containsExactly("nurse");
    }

    @Test
    void moreThanAHundredSheetsAreRead() throws IOException {
        for (int i = 0; i < 150; i++) {
            book.sheet("s" + i, rounds("R" + i));
        }
        assertThat(ids(read(DistrictList.ROUNDS, book.file()))).hasSize(150).contains("R149");
    }

    @Test
    void eachSheetHasItsOwnMissingColumns() throws IOException {
        var file = book.sheet("a", rounds("R1"))
                .sheet("b", row(1, "编号", "名称") + row(2, "R2", "x"))
                .file();
        var read = read(DistrictList.ROUNDS, file);
        assertThat(faultsOf(read)).containsExactly("b!1 missing-column {field=date (日期)}");
        assertThat(read.explain(read.items().getFirst(), "/date")).isFalse();
        assertThat(read.explain(read.items().getLast(), "/date")).isTrue();
    }

    @Test
    void hiddenRowsAndColumnsAreReadAndNamed() throws IOException {
        String rows = row(1, "编号", "名称", "日期")
                + row(" hidden=\"1\"", 2, "R1", "a", "2022-05-03")
                + row(3, "R2", "b", "2022-05-04")
                + row(" ht=\"0\" customHeight=\"1\"", 4, "R3", "c", "2022-05-05")
                + row(" hidden=\"true\"", 5, "R4", "d", "2022-05-06")
                + row(" hidden=\"1\"", 9);
        var file = book.tab(
                        "name=\"轮次\"",
                        "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"3\" max=\"3\" width=\"0\"/>"
                                + "<col min=\"4\" max=\"16384\" hidden=\"1\"/></cols><sheetData>" + rows
                                + "</sheetData>")
                .file();
        var read = read(DistrictList.ROUNDS, file);
        assertThat(ids(read)).containsExactly("R1", "R2", "R3", "R4");
        assertThat(notices(read))
                .containsExactly("hidden-rows {rows=2, 4-5, sheet=轮次}", "hidden-columns {columns=B, C, sheet=轮次}");
    }

    private static String merged(String... ranges) {
        var cells = new StringBuilder("<mergeCells>");
        for (var range : ranges) {
            cells.append("<mergeCell ref=\"").append(range).append("\"/>");
        }
        return cells.append("</mergeCells>").toString();
    }

    @Test
    void mergedValuesCountInAllOfTheirRows() throws IOException {
        var file = book.sheet(
                        "干部",
                        row(1, "编号", "单位", "技能", "执勤规则")
                                + row(2, "b1", "bank", "nurse", "x")
                                + row(3, "b2", "", "", "")
                                + row(4, "b3", "", "", "y")
                                + row(5, "b4", "bank", "", ""),
                        merged("A1:A1", "B2:B4", "C2:C4", "D4:D9"))
                .file();
        var read = read(DistrictList.CADRES, file);
        assertThat(read.faults()).isEmpty();
        assertThat(itemsOf(read))
                .containsExactly(
                        json(
                                "{\"id\":\"b1\",\"unit\":\"bank\",\"skills\":[{\"skill\":\"nurse\"}],\"dutyRules\":\"x\"}"),
                        json("{\"id\":\"b2\",\"unit\":\"bank\",\"skills\":[{\"skill\":\"nurse\"}]}"),
                        json(
                                "{\"id\":\"b3\",\"unit\":\"bank\",\"skills\":[{\"skill\":\"nurse\"}],\"dutyRules\":\"y\"}"),
                        json("{\"id\":\"b4\",\"unit\":\"bank\",\"dutyRules\":\"y\"}"));
        assertThat(notices(read)).containsExactly("merged-cells {ranges=B2:B4, C2:C4, D4:D9, sheet=干部}");
    }

    @Test
    void mergedIdentifiersOfSeveralItemsAreRefused() throws IOException {
        var file = book.sheet(
                        "干部",
                        row(1, "编号", "单位", "电话")
                                + row(2, "b1", "bank", "1")
                                + row(3, "", "", "2")
                                + row(4, "", "", "3"),
                        merged("A2:A4", "B2:B4"))
                .file();
        var read = read(DistrictList.CADRES, file);
        assertThat(read.faults()).hasSize(1);
        assertThat(faultsOf(read)).contains("干部!A3 编号 merged-identifier {range=A2:A4}");
        assertThat(read.explain(read.items().get(2), "/id")).isTrue();
    }

    @Test
    void anItemOverTwoMergedRowsIsOne() throws IOException {
        var file = book.sheet(
                        "轮次",
                        row(1, "编号", "日期") + row(2, "R1", "2022-05-03") + row(3) + row(4, "R2", "2022-05-04"),
                        merged("A2:A3", "B2:B3"))
                .file();
        var read = read(DistrictList.ROUNDS, file);
        assertThat(faultsOf(read)).isEmpty();
        assertThat(ids(read)).containsExactly("R1", "R2");
    }

    @Test
    void oneValueOverSeveralColumnsIsRefusedOnce() throws IOException {
        var file = book.sheet(
                        "需求",
                        row(1, "编号", "最少人数", "理想人数", "最多人数", "", "")
                                + row(2, "d1", "3", "", "")
                                + row(3, "d2", "1", "2", "3"),
                        merged("B2:D2", "D3:F3"))
                .file();
        var read = read(DistrictList.DEMANDS, file);
        assertThat(read.faults().stream().map(SheetFault::code))
                .containsExactly(org.muster.problem.faults.FaultCode.MERGED_COLUMNS);
        assertThat(read.explain(read.items().getFirst(), "/max")).isTrue();
        assertThat(itemsOf(read).getLast()).isEqualTo(json("{\"id\":\"d2\",\"min\":1,\"ideal\":2,\"max\":3}"));
    }

    @Test
    void aTotalOverMergedCellsIsATotal() throws IOException {
        var file = book.sheet(
                        "单位",
                        row(1, "编号", "名称", "在职人数") + row(2, "a", "甲", "3") + row(3, "合计", "", "3"),
                        merged("A3:B3"))
                .file();
        assertThat(faultsOf(read(DistrictList.UNITS, file))).containsExactly("单位!A3 编号 total-row {value=合计}");
    }
}
