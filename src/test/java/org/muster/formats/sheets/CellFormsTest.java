package org.muster.formats.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.formats.sheets.SheetFiles.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.district.DistrictList;
import org.muster.formats.sheets.cells.ListColumns;

class CellFormsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            CADRES  | id           | C-001                 | "C-001"
            CADRES  | id           | ` 　C-001\u00A0\u200B`          | "C-001"
            CADRES  | id           | '00017                | "00017"
            CADRES  | 姓名         | ''a                   | "'a"
            CADRES  | phone        | '13800138001          | "13800138001"
            CADRES  | 单位         | 财政局　二科          | "财政局 二科"
            CADRES  | 姓名         | 张　三                | "张　三"
            CADRES  | 级别         | 市级                  | "CITY"
            CADRES  | 级别         | 区级                  | "DISTRICT"
            CADRES  | level        | resident              | "RESIDENT"
            CADRES  | level        | 街 道                 | "SUBDISTRICT"
            CADRES  | level        | 处级                  | "处级"
            SITES   | kind         | 封控小区              | "SEALED"
            SITES   | kind         | errand base           | "ERRAND_BASE"
            SITES   | 类型         | 备勤                  | "RESERVE"
            SITES   | admits       | 仅限居民              | "RESIDENTS"
            SKILLS  | scarce       | √                     | true
            SKILLS  | scarce       | ＴＲＵＥ              | true
            SKILLS  | scarce       | 1                     | true
            SKILLS  | scarce       | 否                    | false
            SKILLS  | scarce       | 也许                  | "也许"
            SITES   | residents    | 2600                  | 2600
            SITES   | residents    | ２６００              | 2600
            SITES   | residents    | 2,600                 | 2600
            SITES   | residents    | 1，234，567           | 1234567
            SITES   | residents    | 2600.0                | 2600
            SITES   | residents    | -5                    | -5
            SITES   | residents    | 2600.5                | 2600.5
            SITES   | residents    | 26,00                 | "26,00"
            SITES   | residents    | 约2600                | "约2600"
            SITES   | residents    | 1e3                   | "1e3"
            UNITS   | maxAwayShare | 30%                   | 0.30
            UNITS   | maxAwayShare | ３０．５％            | 0.305
            UNITS   | maxAwayShare | 0.3                   | 0.3
            UNITS   | maxAwayShare | 三成                  | "三成"
            ROUNDS  | date         | 2022-05-03            | "2022-05-03"
            ROUNDS  | date         | 2022/5/3              | "2022-05-03"
            ROUNDS  | date         | 2022.5.3              | "2022-05-03"
            ROUNDS  | date         | 2022年5月3日          | "2022-05-03"
            ROUNDS  | date         | ２０２２年５月３号    | "2022-05-03"
            ROUNDS  | date         | 20220503              | "2022-05-03"
            ROUNDS  | date         | 2022-05-03 00:00:00   | "2022-05-03"
            ROUNDS  | date         | 44684                 | "2022-05-03"
            ROUNDS  | date         | 2022-05-03 07:00      | "2022-05-03T07:00"
            ROUNDS  | date         | 5/3/2022              | "5/3/2022"
            ROUNDS  | date         | 2022-02-30            | "2022-02-30"
            ROUNDS  | date         | 2022                  | "2022"
            ROUNDS  | date         | 05-03                 | "05-03"
            WINDOWS | start        | 2022-05-03 05:30      | "2022-05-03T05:30"
            WINDOWS | start        | 2022-05-03T05:30:00   | "2022-05-03T05:30"
            WINDOWS | start        | 2022/5/3 5:30         | "2022-05-03T05:30"
            WINDOWS | start        | 2022年5月3日5时30分   | "2022-05-03T05:30"
            WINDOWS | start        | 2022年5月3日 5：30    | "2022-05-03T05:30"
            WINDOWS | start        | 2022-05-03 05:30:15   | "2022-05-03T05:30:15"
            WINDOWS | start        | 44684.229166667       | "2022-05-03T05:30"
            WINDOWS | start        | 05:30                 | "05:30"
            WINDOWS | start        | 2022-05-03            | "2022-05-03"
            WINDOWS | start        | 2022-05-03 24:00      | "2022-05-04T00:00"
            WINDOWS | end          | 2022年12月31日24时    | "2023-01-01T00:00"
            WINDOWS | end          | 2022-05-03 24:01      | "2022-05-03 24:01"
            WINDOWS | end          | 2022-05-03 25:00      | "2022-05-03 25:00"
            ROUNDS  | date         | 2022-05-03 24:00      | "2022-05-04T00:00"
            CADRES  | phone        | １３８００１３８０００ | "13800138000"
            POSTS   | tags         | heat; night           | ["heat","night"]
            POSTS   | tags         | heat；night、lifting  | ["heat","night","lifting"]
            POSTS   | tags         | heat,night            | ["heat","night"]
            POSTS   | tags         | 高温，夜间            | ["高温","夜间"]
            POSTS   | tags         | a,b; c                | ["a,b","c"]
            POSTS   | tags         | a,b;                  | ["a,b"]
            POSTS   | tags         | ;heat;;               | ["heat"]
            CADRES  | skills       | driver; nurse(2020-01-01~2023-12-31) | [{"skill":"driver"},{"skill":"nurse","from":"2020-01-01","until":"2023-12-31"}]
            CADRES  | 技能         | 护士（～2010年12月31日） | [{"skill":"护士","until":"2010-12-31"}]
            CADRES  | 技能         | 司机(C1)              | [{"skill":"司机(C1)"}]
            CADRES  | 技能         | 司机(C1)(2020/1/1至)  | [{"skill":"司机(C1)","from":"2020-01-01"}]
            CADRES  | 技能         | 护士(去年~)           | [{"skill":"护士","from":"去年"}]
            CADRES  | availability | DESIRED 2022-05-03 07:00~2022-05-03 15:00 [early; late] x5 | [{"start":"2022-05-03T07:00","end":"2022-05-03T15:00","kind":"DESIRED","windowKinds":["early","late"],"weight":5}]
            CADRES  | 可用时间     | 不能 2022-05-03；不愿：2022/5/4 7:00～15:00【early】×2 | [{"start":"2022-05-03T00:00","end":"2022-05-04T00:00","kind":"UNAVAILABLE"},{"start":"2022-05-04T07:00","end":"2022-05-04T15:00","kind":"UNDESIRED","windowKinds":["early"],"weight":2}]
            CADRES  | 可用时间     | 不能2022-05-03~2022-05-05 | [{"start":"2022-05-03T00:00","end":"2022-05-06T00:00","kind":"UNAVAILABLE"}]
            CADRES  | 可用时间     | 不能 2022-05-03 22:00~06:00 | [{"start":"2022-05-03T22:00","end":"2022-05-04T06:00","kind":"UNAVAILABLE"}]
            CADRES  | 可用时间     | 不能 2022-05-03 18:00~24:00 | [{"start":"2022-05-03T18:00","end":"2022-05-04T00:00","kind":"UNAVAILABLE"}]
            CADRES  | 可用时间     | 不能 2022-05-03 24:00~06:00 | [{"start":"2022-05-04T00:00","end":"2022-05-04T06:00","kind":"UNAVAILABLE"}]
            CADRES  | 可用时间     | 不能 2022-05-03 22:00~22:00 | [{"start":"2022-05-03T22:00","end":"2022-05-03T22:00","kind":"UNAVAILABLE"}]
            CADRES  | 可用时间     | 不能 2022-05-03 22:00~2022-05-03 06:00 | [{"start":"2022-05-03T22:00","end":"2022-05-03T06:00","kind":"UNAVAILABLE"}]
            CADRES  | 请假         | 病假 2022-05-03 20:00~08:00 | [{"kind":"SICK","from":"2022-05-03T20:00","until":"2022-05-04T08:00"}]
            CADRES  | 可用时间     | 不能 明天下午         | [{"kind":"UNAVAILABLE","start":"明天下午"}]
            CADRES  | 可用时间     | 周三没空              | [{"start":"周三没空"}]
            CADRES  | absences     | SICK 2022-05-03 08:00~ | [{"kind":"SICK","from":"2022-05-03T08:00"}]
            CADRES  | 请假         | 休假 2022-05-03~2022-05-05; 其它 2022-06-01 | [{"kind":"LEAVE","from":"2022-05-03T00:00","until":"2022-05-06T00:00"},{"kind":"OTHER","from":"2022-06-01T00:00","until":"2022-06-02T00:00"}]
            CADRES  | 封控时段     | 北门(2022-05-01 00:00~2022-05-14 12:00); G7（2022-05-20~） | [{"site":"北门","from":"2022-05-01T00:00","until":"2022-05-14T12:00"},{"site":"G7","from":"2022-05-20T00:00"}]
            CADRES  | confinements | G7                    | [{"site":"G7"}]
            DUTY_RULES | maxDuties | 5                     | 5
            DUTY_RULES | 最多班数  | 5 @ 20                | {"limit":5,"weight":20}
            DUTY_RULES | 最多班数  | ５＠２０              | {"limit":5,"weight":20}
            DUTY_RULES | 最多班数  | 五                    | "五"
            DUTY_RULES | maxPerKind | night=2; early＝3     | {"night":2,"early":3}
            DUTY_RULES | maxPerKind | night=2; @ 20         | {"limit":{"night":2},"weight":20}
            DUTY_RULES | maxPerKind | night=2 @ 20          | {"limit":{"night":2},"weight":20}
            DUTY_RULES | maxPerKind | night                 | {"night":""}
            DUTY_RULES | maxPerKind | night=1; night=2      | "night=1; night=2"
            DUTY_RULES | forbiddenSuccessions | night > early; late→early | [["night","early"],["late","early"]]
            DUTY_RULES | 禁止接班  | night > early; @ 20   | {"limit":[["night","early"]],"weight":20}
            DUTY_RULES | 禁止接班  | night                 | [["night"]]
            """)
    void readsWhatPeopleWrite(DistrictList list, String header, String cell, String expected) throws IOException {
        var column = Objects.requireNonNull(ListColumns.of(list).find(header));
        String other = column.field().equals("id") ? "name" : "id";
        var file = new SheetFiles(folder).csv(other + ",\"" + header + "\"", "x,\"" + cell + "\"");
        var item = SheetFiles.read(list, file).items().getFirst();
        assertThat(json(item.item().toString()).at(column.pointer())).isEqualTo(json(expected));
        assertThat(item.row().placeOf(column.pointer()).column()).isEqualTo("B");
    }

    @Test
    void readsWhatWorkbooksMakeOfTexts() throws IOException {
        var file = new SheetFiles(folder).workbook("干部", sheet -> {
            SheetFiles.fill(
                    sheet,
                    SheetFiles.row("编号", "姓名", "单位", "电话", "出生日期", "已参加轮次", "技能", "纬度", "最后服务日"),
                    SheetFiles.row(12.0, 7, 1.5, 1.3800138E10, 31_216, 2.0, 5, 39.9, ""));
            sheet.value(1, 8, LocalDate.of(2022, 5, 3));
            sheet.style(1, 8).format("yyyy\"年\"m\"月\"d\"日\"").set();
        });
        assertThat(SheetFiles.itemsOf(SheetFiles.read(DistrictList.CADRES, file)))
                .singleElement()
                .isEqualTo(json("""
                {"id":"12","name":"7","unit":"1.5","phone":"13800138000","birthDate":"1985-06-18",
                 "roundsServed":2,"skills":[{"skill":"5"}],"location":{"lat":39.9},"lastServiceDay":"2022-05-03"}"""));
    }

    @Test
    void readsTimesByTheFormatOfTheirCellOrByTheirColumn() throws IOException {
        var time = LocalDateTime.of(2022, 5, 3, 5, 30);
        var file = new SheetFiles(folder).workbook("班次", sheet -> {
            SheetFiles.fill(
                    sheet,
                    SheetFiles.row("编号", "开始", "结束", "类型"),
                    SheetFiles.row("a", "", 44_684.5, ""),
                    SheetFiles.row("b", "", "", ""));
            sheet.value(1, 1, time);
            sheet.style(1, 1).format("yyyy-mm-dd hh:mm").set();
            sheet.value(1, 3, LocalDate.of(2022, 5, 3));
            sheet.style(1, 3).format("m/d").set();
            sheet.value(2, 1, 0.25);
            sheet.style(2, 1).format("h:mm").set();
            sheet.value(2, 2, new BigDecimal("44684"));
            sheet.style(2, 2).format("yyyy/m/d h:mm").set();
        });
        assertThat(SheetFiles.itemsOf(SheetFiles.read(DistrictList.WINDOWS, file)))
                .containsExactly(json("""
                        {"id":"a","start":"2022-05-03T05:30","end":"2022-05-03T12:00"}"""), json("""
                        {"id":"b","start":"06:00","end":"2022-05-03T00:00"}"""));
    }

    @Test
    void readsTruthNumbersAndTextsOfWorkbooks() throws IOException {
        var file = new SheetFiles(folder).xml("""
                        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>紧缺</t></is></c>\
                        <c r="C1" t="str"><v>name</v></c></row>\
                        <row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="b"><v>1</v></c>\
                        <c r="C2" t="str"><f>A2&amp;"x"</f><v>cached_x000D_value</v></c></row>\
                        <row r="3"><c r="A3"><f>1+1</f><v>2</v></c><c r="B3" t="b"><f>1=2</f><v>0</v></c>\
                        <c r="C3" t="str"><f>""</f><v></v></c></row>""", "编号", "nurse");
        var read = SheetFiles.read(DistrictList.SKILLS, file);
        assertThat(SheetFiles.faultsOf(read)).isEmpty();
        assertThat(SheetFiles.itemsOf(read))
                .containsExactly(
                        json("{\"id\":\"nurse\",\"scarce\":true,\"name\":\"cached\\rvalue\"}"),
                        json("{\"id\":\"2\",\"scarce\":false}"));
    }

    @Test
    void readsWhatExcelItselfWrites() throws IOException {
        var file = new SheetFiles(folder)
                .xml(
                        """
                        <row r="1" spans="1:6"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>\
                        <c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c></row>\
                        <row r="3"><c r="A3" s="6"><v>7</v></c><c r="B3" s="1"><v>44684</v></c>\
                        <c r="C3" s="2"><v>44685</v></c><c r="D3" s="5"><v>3</v></c><c r="E3" s="4"/></row>\
                        <row r="4"><c r="A4" s="0"><v>8</v></c><c r="B4" s="3"><v>31216</v></c>\
                        <c r="C4" s="4"><v>44684.229166666664</v></c><c r="D4"><v>1.3800138E10</v></c></row>\
                        <row r="5"><c r="A5" s="4"><v>44684.229166666664</v></c></row>""",
                        "编号",
                        "</t><r><t>出生</t></r><r><t xml:space=\"preserve\">日期 </t></r><rPh><t>x</t></rPh><t>",
                        "最后服务日",
                        "已参加轮次",
                        "姓名");
        var read = SheetFiles.read(DistrictList.CADRES, file);
        assertThat(SheetFiles.itemsOf(read))
                .containsExactly(json("""
                        {"id":"7","birthDate":"2022-05-03","lastServiceDay":"2022-05-04","roundsServed":3}"""), json("""
                        {"id":"8","birthDate":"1985-06-18","lastServiceDay":"2022-05-03T05:30","roundsServed":13800138000}"""), json("{\"id\":\"2022-05-03T05:30\"}"));
    }

    @Test
    void takesTheNearestShortNumberForWhatAWorkbookRounded() throws IOException {
        var file = new SheetFiles(folder).xml("""
                        <row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c>\
                        <c r="B1" t="inlineStr"><is><t>maxAwayShare</t></is></c></row>\
                        <row r="2"><c r="A2" t="inlineStr"><is><t>u</t></is></c>\
                        <c r="B2"><v>0.29999999999999999</v></c></row>""");
        assertThat(SheetFiles.read(DistrictList.UNITS, file)
                        .items()
                        .getFirst()
                        .item()
                        .toString())
                .isEqualTo("{\"id\":\"u\",\"maxAwayShare\":0.3}");
    }
}
