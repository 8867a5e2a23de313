package org.muster.formats.sheets.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.formats.sheets.SheetFiles.faultsOf;
import static org.muster.formats.sheets.SheetFiles.itemsOf;
import static org.muster.formats.sheets.SheetFiles.json;
import static org.muster.formats.sheets.SheetFiles.placed;
import static org.muster.formats.sheets.SheetFiles.read;
import static org.muster.formats.sheets.SheetFiles.row;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.district.DistrictList;
import org.muster.formats.sheets.SheetFiles;
import org.muster.formats.sheets.cells.CellContent;
import org.muster.formats.sheets.cells.ListColumns;
import org.muster.formats.sheets.cells.Wording;
import org.muster.formats.sheets.lines.SheetColumns;

class HeaderTest {

    @TempDir
    private Path folder;

    private SheetFiles files;

    @BeforeEach
    void openFolder() {
        files = new SheetFiles(folder);
    }

    @ParameterizedTest
    @EnumSource(DistrictList.class)
    void everyColumnIsExplainedInBothLanguages(DistrictList list) {
        for (var column : ListColumns.of(list).all()) {
            for (var wording : Wording.ALL) {
                var entry = wording.column(list, column);
                assertThat(ListColumns.of(list).find(entry.header())).isEqualTo(column);
                assertThat(entry.meaning()).isNotBlank();
                assertThat(entry.example()).isNotBlank();
                assertThat(wording.form(column)).isNotBlank();
                assertThat(column.form().reading().read(new CellContent.Text(entry.example())))
                        .isNotNull();
            }
            assertThat(Wording.ENGLISH.column(list, column).header()).isEqualTo(column.field());
            assertThat(Wording.CHINESE.column(list, column).header()).containsPattern("\\p{IsHan}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "homeCommunity", "HOMECOMMUNITY", "home community", "Home_Community", "home-community", "居住社区",
                "居住社区*", "* 居住社区", "居住社区（必填）", "居住社区(编号)", "居住社区【必填】", " 居 住\u3000社\u00A0区：",
                "家庭社区", "ｈｏｍｅＣｏｍｍｕｎｉｔｙ"
            })
    void knowsAColumnByManyNames(String name) throws IOException {
        var file = files.csv("id;\"" + name + "\"", "c;x");
        assertThat(read(DistrictList.CADRES, file).items().getFirst().item().toString())
                .isEqualTo("{\"id\":\"c\",\"homeCommunity\":\"x\"}");
    }

    @Test
    void findsTheHeaderBelowTitlesAndSkipsBlankRows() throws IOException {
        var file = files.table(
                "轮次安排",
                row("2022年第一批轮次安排表"),
                row(),
                row("填表单位：", "区疫情防控指挥部"),
                row("", "编号", "", "日期"),
                row(),
                row("", "R1", "", "2022/5/3"),
                row("", "  ", "", "　"),
                row("", "R2", "", "2022/5/4"));
        var read = read(DistrictList.ROUNDS, file);
        assertThat(faultsOf(read)).isEmpty();
        assertThat(itemsOf(read))
                .containsExactly(
                        json("{\"id\":\"R1\",\"date\":\"2022-05-03\"}"),
                        json("{\"id\":\"R2\",\"date\":\"2022-05-04\"}"));
        assertThat(placed(read.items().getLast().row().placeOf("/date"))).isEqualTo("轮次安排!D8 日期");
        assertThat(placed(read.items().getLast().row().placeOf("/name"))).isEqualTo("轮次安排!8");
        assertThat(placed(read.items().getLast().row().placeOf(""))).isEqualTo("轮次安排!8");
    }

    @Test
    void readsMergedHeadersOverTwoRows() throws IOException {
        var file = files.workbook("社区", sheet -> {
            SheetFiles.fill(
                    sheet,
                    row("社区一览表"),
                    row("编号", "名称", "街道", "位置"),
                    row("", "", "", "纬度", "经度"),
                    row("a", "甲", "北新桥街道", 39.9, 116.4));
            sheet.range(0, 0, 0, 4).merge();
            sheet.range(1, 3, 1, 4).merge();
            for (int column = 0; column < 3; column++) {
                sheet.range(1, column, 2, column).merge();
            }
        });
        var read = read(DistrictList.COMMUNITIES, file);
        assertThat(faultsOf(read)).isEmpty();
        assertThat(itemsOf(read)).singleElement().isEqualTo(json("""
                {"id":"a","name":"甲","subdistrict":"北新桥街道","location":{"lat":39.9,"lon":116.4}}"""));
        assertThat(placed(read.items().getFirst().row().placeOf("/location/lon")))
                .isEqualTo("社区!E4 经度");
    }

    @Test
    void readsAHeaderBelowNamesOfGroups() throws IOException {
        var file = files.table(
                "社区", row("基本信息", "", "", "坐标", ""), row("编号", "名称", "街道", "纬度", "经度"), row("a", "甲", "b", 1, 2));
        var read = read(DistrictList.COMMUNITIES, file);
        assertThat(faultsOf(read)).isEmpty();
        assertThat(read.items()).hasSize(1);
        assertThat(read.items().getFirst().row().number()).isEqualTo(3);
    }

    @Test
    void oneKnownColumnWillDoWhereThereIsNoOther() throws IOException {
        assertThat(itemsOf(read(DistrictList.SKILLS, files.csv("编号", "nurse", "driver"))))
                .containsExactly(json("{\"id\":\"nurse\"}"), json("{\"id\":\"driver\"}"));
    }

    @Test
    void reportsWhatIsWrongWithTheHeader() throws IOException {
        var file = files.csv("编号,备注,日期,轮次编号,,时间", "R1,x,2022-05-03,R9,stray,y", "R2,,,,stray,");
        assertThat(faultsOf(read(DistrictList.ROUNDS, file)))
                .containsExactly(
                        "B1 备注 unknown-field {field=备注}",
                        "D1 轮次编号 duplicate {first=A, value=轮次编号}",
                        "F1 时间 unknown-field {field=时间}",
                        "E2 column-without-name {}");
        var withoutDate = read(DistrictList.ROUNDS, files.csv("编号,名称", "R1,a"));
        assertThat(faultsOf(withoutDate)).containsExactly("1 missing-column {field=date (日期)}");
        assertThat(withoutDate.explain(withoutDate.items().getFirst(), "/date")).isTrue();
        assertThat(withoutDate.explain(withoutDate.items().getFirst(), "/name")).isFalse();
    }

    @Test
    void reportsThatThereIsNoHeader() throws IOException {
        assertThat(faultsOf(read(DistrictList.ROUNDS, files.csv("a,b", "c,d"))))
                .containsExactly("0 no-header-row {expected=id (编号), date (日期)}");
        assertThat(faultsOf(read(DistrictList.ROUNDS, files.bytes(new byte[0]))))
                .hasSize(1);
        var late = new String[25];
        Arrays.fill(late, "x,y");
        late[21] = "编号,日期";
        assertThat(faultsOf(read(DistrictList.ROUNDS, files.csv(late)))).hasSize(1);
    }

    @Test
    void countsColumnsInLetters() {
        assertThat(new String[] {
                    SheetColumns.lettersOf(0),
                    SheetColumns.lettersOf(25),
                    SheetColumns.lettersOf(26),
                    SheetColumns.lettersOf(701),
                    SheetColumns.lettersOf(702)
                })
                .containsExactly("A", "Z", "AA", "ZZ", "AAA");
    }
}
