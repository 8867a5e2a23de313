package org.muster.formats.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.formats.sheets.SheetFiles.faultsOf;
import static org.muster.formats.sheets.SheetFiles.itemsOf;
import static org.muster.formats.sheets.SheetFiles.json;
import static org.muster.formats.sheets.SheetFiles.read;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.district.DistrictList;
import org.muster.formats.sheets.reading.SheetReader;
import org.muster.problem.faults.Limits;

class CsvFilesTest {

    @TempDir
    private Path folder;

    private SheetFiles files;

    @BeforeEach
    void openFolder() {
        files = new SheetFiles(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8,''",
        "UTF-8,\uFEFF",
        "UTF-16LE,\uFEFF",
        "UTF-16BE,\uFEFF",
        "UTF-16LE,''",
        "UTF-16BE,''",
        "GB18030,''",
        "GBK,''",
        "GB18030,\uFEFF"
    })
    void knowsTheEncodingsOfPeoplesSpreadsheets(String charset, String mark) throws IOException {
        var file = files.csv(Charset.forName(charset), mark, "编号,名称", "夜班,夜班（含准备）");
        assertThat(itemsOf(read(DistrictList.SKILLS, file)))
                .containsExactly(json("{\"id\":\"夜班\",\"name\":\"夜班（含准备）\"}"));
    }

    /** What programs call .xls, and texts whose encoding a guess would get wrong. */
    @ParameterizedTest
    @CsvSource({
        "GBK, 陆路, 毛魏",
        "GBK, 小学, 木目",
        "GB18030, 陆路（东）, 毛魏",
        "UTF-8, José García, Dvořák",
        "UTF-8, Crème brûlée, x",
        "UTF-8, “quoted” – dash, x",
        "UTF-8, 陆路, 毛魏",
        "UTF-8, a → b, x"
    })
    void tellsGb18030FromUtf8WhereNothingButTheNamesTells(String charset, String first, String second)
            throws IOException {
        var file = files.csv(Charset.forName(charset), "", "id,name", "a," + first, "b," + second);
        assertThat(itemsOf(read(DistrictList.SKILLS, file)))
                .extracting(item -> item.get("name").asText())
                .containsExactly(first, second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"志願者", "護士", "編號", "陳大文"})
    void refusesTraditionalChineseInBig5(String name) throws IOException {
        var file = files.csv(Charset.forName("Big5"), "", "id,name", "a," + name);
        assertThat(faultsOf(read(DistrictList.SKILLS, file))).containsExactly("0 undecodable-text {}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"志願者", "王珺", "朱镕基", "護士"})
    void readsRareCharactersInGb18030(String name) throws IOException {
        var file = files.csv(Charset.forName("GB18030"), "", "编号,名称", "a," + name);
        assertThat(itemsOf(read(DistrictList.SKILLS, file)))
                .containsExactly(json("{\"id\":\"a\",\"name\":\"" + name + "\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, <html><head></head><table><tr><td>编号</td></tr></table></html>, not-a-spreadsheet",
        "GBK, <table border=1><tr><td>编号</td><td>日期</td></tr></table>, not-a-spreadsheet",
        "UTF-8, <!DOCTYPE html><table/>, not-a-spreadsheet",
        "UTF-8, MIME-Version: 1.0, not-a-spreadsheet",
        "UTF-8, <?xml version='1.0'?><a/>, not-a-spreadsheet",
        "UTF-16LE, <html><table/></html>, not-a-spreadsheet",
        "UTF-8, ID;PWXL;N;E, legacy-spreadsheet",
        "UTF-8, '<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>', legacy-spreadsheet",
        "UTF-8, <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>, legacy-spreadsheet"
    })
    void knowsWhatOfficeSystemsCallXls(String charset, String text, String code) throws IOException {
        var file = files.bytes(text.getBytes(Charset.forName(charset)));
        assertThat(read(DistrictList.ROUNDS, file).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.code().id()).isEqualTo(code));
    }

    @Test
    void readsMarksThatForceATextAsTheTextThatTheyForce() throws IOException {
        var file = files.csv(
                Charset.forName("GB18030"),
                "",
                "工号,姓名,电话",
                "=\"00017\",甲,\"=\"\"13800138000\"\"\"",
                "'00018,'乙,'13800138001",
                "00019\t,丙\t,13800138002\t",
                "=\"1E+05\",=\"a\"\"b\",'+1",
                "12.0\t,,");
        var read = read(DistrictList.CADRES, file);
        assertThat(itemsOf(read))
                .containsExactly(
                        json("{\"id\":\"00017\",\"name\":\"甲\",\"phone\":\"13800138000\"}"),
                        json("{\"id\":\"00018\",\"name\":\"乙\",\"phone\":\"13800138001\"}"),
                        json("{\"id\":\"00019\",\"name\":\"丙\",\"phone\":\"13800138002\"}"),
                        json("{\"id\":\"1E+05\",\"name\":\"a\\\"b\",\"phone\":\"+1\"}"),
                        json("{\"id\":\"12.0\"}"));
        assertThat(read.faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+05", "1.38E+10", "4.40106E+17", "17.0", "12.00"})
    void refusesWhatASpreadsheetMadeOfAnIdentifier(String id) throws IOException {
        assertThat(faultsOf(read(DistrictList.SKILLS, files.csv("id,name", id + ",x"))))
                .containsExactly("A2 id identifier-as-number {value=" + id + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"合计", "合 计：", "总计", "小计", "total", "Total:", "SUM", "Sub total"})
    void refusesRowsOfSums(String word) throws IOException {
        var inPlace = files.csv("编号,名称,在职人数", "a,甲,3", word + ",,3");
        assertThat(faultsOf(read(DistrictList.UNITS, inPlace)))
                .singleElement()
                .asString()
                .startsWith("A3 编号 total-row");
        var beside = read(DistrictList.UNITS, files.csv("编号,名称,在职人数", "a,甲,3", "," + word + ",3"));
        assertThat(faultsOf(beside)).singleElement().asString().startsWith("B3 名称 total-row");
        assertThat(beside.items()).hasSize(1);
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        assertThat(faultsOf(read(DistrictList.SKILLS, files.bytes(new byte[] {'i', 'd', '\n', (byte) 0xFF, 'x'}))))
                .containsExactly("0 undecodable-text {}");
        assertThat(faultsOf(read(DistrictList.SKILLS, files.bytes(new byte[] {'i', 'd', '\n', 0, 'x'}))))
                .containsExactly("0 not-a-spreadsheet {}");
        assertThat(faultsOf(read(DistrictList.SKILLS, files.bytes(new byte[] {(byte) 0xFE, (byte) 0xFF, 0}))))
                .containsExactly("0 undecodable-text {}");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void findsOutTheSeparator(String separator) throws IOException {
        var file = files.csv(
                "技能表",
                "技能" + separator + "编号",
                "\"a" + separator + " b\"" + separator + "x",
                "",
                "c" + separator + "y");
        var read = read(DistrictList.SKILLS, file);
        assertThat(faultsOf(read)).isEmpty();
        assertThat(itemsOf(read).getFirst().get("name").asText()).isEqualTo("a" + separator + " b");
        assertThat(read.items().getLast().row().number()).isEqualTo(5);
    }

    @Test
    void readsQuotesLineBreaksAndRaggedRows() throws IOException {
        var file = files.bytes("id,name,scarce\n\"a\",\"say \"\"hi\"\"\nthere\"\nb\n\nc,,,,\r\nd,x,是"
                .getBytes(StandardCharsets.UTF_8));
        var read = read(DistrictList.SKILLS, file);
        assertThat(faultsOf(read)).isEmpty();
        assertThat(itemsOf(read))
                .containsExactly(
                        json("{\"id\":\"a\",\"name\":\"say \\\"hi\\\"\\nthere\"}"),
                        json("{\"id\":\"b\"}"),
                        json("{\"id\":\"c\"}"),
                        json("{\"id\":\"d\",\"name\":\"x\",\"scarce\":true}"));
        assertThat(read.items().stream().map(item -> item.row().number())).containsExactly(2, 3, 5, 6);
    }

    @Test
    void reportsAQuotationMarkThatIsNotClosed() throws IOException {
        var read = read(DistrictList.SKILLS, files.csv("id,name", "a,b", "c,\"d", "e,f"));
        assertThat(faultsOf(read)).containsExactly("3 broken-quotes {}");
        assertThat(read.items()).hasSize(1);
        assertThat(faultsOf(read(DistrictList.SKILLS, files.csv("id,name", "a,\"b\"c"))))
                .containsExactly("2 broken-quotes {}");
    }

    @Test
    void reportsErrorsOfFormulasAndWhatHasNoColumn() throws IOException {
        var read = read(DistrictList.SKILLS, files.csv("id,name", "a,#N/A", "b,c,d", "#REF!,e"));
        assertThat(faultsOf(read))
                .containsExactly(
                        "B2 name cell-error {value=#N/A}",
                        "C3 column-without-name {}",
                        "A4 id cell-error {value=#REF!}");
        assertThat(read.explain(read.items().getLast(), "/id")).isTrue();
        assertThat(read.explain(read.items().getLast(), "/name")).isFalse();
    }

    @Test
    void stopsWhereThereIsTooMuch() throws IOException {
        var few = new Limits(1_000, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2);
        var three = files.csv("id", "a", "b", "", "c");
        var read = new SheetReader(few).read(DistrictList.SKILLS, three);
        assertThat(faultsOf(read)).containsExactly("5 too-many {limit=2}");
        assertThat(read.items()).hasSize(2);

        var large = files.csv("id", "a".repeat(1_000));
        assertThat(faultsOf(new SheetReader(few).read(DistrictList.SKILLS, large)))
                .containsExactly("0 too-large {limit=1000}");

        var wide = files.csv("id,name", "a,b" + ",".repeat(600) + "x", "c,d" + ",".repeat(600));
        assertThat(faultsOf(read(DistrictList.SKILLS, wide))).containsExactly("2 too-many {limit=500}");

        var longCell = files.csv("id,name", "a," + "x".repeat(100_001));
        assertThat(faultsOf(read(DistrictList.SKILLS, longCell)))
                .containsExactly("B2 name out-of-range {max=100000, min=0, value=100001}");
        var longText = files.csv("id,name", "a," + "x".repeat(50_000));
        assertThat(itemsOf(read(DistrictList.SKILLS, longText))
                        .getFirst()
                        .get("name")
                        .asText())
                .hasSize(9_999);
    }
}
