package org.muster.rest.districts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.rest.http.DistrictClient;

@QuarkusTest
class FileResourceTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private static ValidatableResponse send(DistrictClient district, String list, byte[] file) {
        return given().header("Muster-Actor", DistrictClient.ACTOR)
                .contentType("application/octet-stream")
                .body(file)
                .post(district.path("files/" + list))
                .then();
    }

    @Test
    void aListThatPeopleKeepInASpreadsheetIsImported() {
        var district = DistrictClient.small();
        var file = """
                单位人员名册,,,,,
                编号,姓名,单位,居住社区,纬度,经度,技能,出生日期
                ,,,,,,,
                w1,王芳,bank,north,３９.９３,116.42,nurse,1990年5月3日
                li,李娜,school board,south,39.90,116.42,,1985/12/1
                """;

        send(district, "cadres?dryRun=true", file.getBytes(GB18030))
                .statusCode(200)
                .body("isTrial", equalTo(true))
                .body("added", equalTo(1))
                .body("changed", equalTo(1))
                .body("removed", equalTo(0))
                .body("unchanged", equalTo(3));
        district.get("cadres").body("total", equalTo(4));

        send(district, "cadres", file.getBytes(GB18030)).statusCode(200).body("added", equalTo(1));
        district.get("cadres/w1")
                .body("name", equalTo("王芳"))
                .body("birthDate", equalTo("1990-05-03"))
                .body("location.lat", equalTo(39.93f))
                .body("skills[0].skill", equalTo("nurse"));
        district.get("audit?list=cadres&item=w1").body("entries", hasSize(1));
    }

    /** Each of ten rows has four faults of its own, and each is told with its cell. */
    @Test
    void fortyFaultsAreAllNamedWithTheirCells() {
        var district = DistrictClient.small();
        var file = new StringBuilder("id,site,window,post,min,ideal,max,priority\n");
        IntStream.range(0, 10)
                .forEach(row ->
                        file.append("d%d,moon%d,r1-early,cook%d,1,x%d,3,%d\n".formatted(row, row, row, row, 11 + row)));

        List<String> details = send(district, "demands", file.toString().getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("errorCount", equalTo(40))
                .body("errors", hasSize(40))
                .extract()
                .path("errors.detail");
        for (int row = 2; row <= 11; row++) {
            for (var column : List.of("B", "D", "F", "H")) {
                assertThat(details).anyMatch(new StartsWith("row %d, column %s: ".formatted(row, column))::test);
            }
        }
        district.get("demands").body("total", equalTo(3));
    }

    private record StartsWith(String beginning) {
        boolean test(String text) {
            return text.startsWith(beginning);
        }
    }

    @Test
    void faultsAreToldInChineseToo() {
        given().header("Accept-Language", "zh-CN")
                .contentType("text/csv")
                .body("编号,在职人数\nbank,很多\n".getBytes(StandardCharsets.UTF_8))
                .post(DistrictClient.small().path("files/units"))
                .then()
                .statusCode(422)
                .body("errors[0].detail", startsWith("第 2 行 B 列："))
                .body("errors[0].params.row", equalTo("2"))
                .body("errors[0].params.column", equalTo("B"));
    }

    @ParameterizedTest
    @CsvSource({"csv, zh-CN", "csv, en", "xlsx, zh-CN", "xlsx, en"})
    void whatIsExportedCanBeImported(String format, String language) {
        var district = DistrictClient.small();
        for (var list : List.of(
                "communities",
                "skills",
                "posts",
                "duty-rules",
                "units",
                "sites",
                "rounds",
                "windows",
                "demands",
                "cadres")) {
            var file = given().header("Accept-Language", language)
                    .get(district.path("files/" + list + "?format=" + format))
                    .then()
                    .statusCode(200)
                    .header("Content-Disposition", containsString(list + "." + format))
                    .extract()
                    .asByteArray();

            send(district, list + "?mode=replace&dryRun=true", file)
                    .statusCode(200)
                    .body("added", equalTo(0))
                    .body("changed", equalTo(0))
                    .body("removed", equalTo(0));
        }
        district.get("audit?limit=1").body("entries[0].action", equalTo("EXPORTED"));
    }

    @Test
    void aTemplateHasTheHeadersThatAnImportUnderstands() {
        var district = DistrictClient.small();
        var template = given().header("Accept-Language", "zh-CN")
                .get(district.path("files/units/template"))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        send(district, "units", template).statusCode(200).body("added", equalTo(0));
    }

    @Test
    void whatIsNoSpreadsheetIsRefused() {
        var district = DistrictClient.small();

        send(district, "units", new byte[] {'P', 'K', 3, 4, 0, 0}).statusCode(422);
        send(district, "units", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1})
                .statusCode(422);
        send(district, "units", new byte[0]).statusCode(422);
        send(district, "shoes", new byte[0]).statusCode(404);
        send(district, "units?mode=all", new byte[0]).statusCode(400);
    }

    @Test
    void aSheetSaysNothingOfFieldsItHasNoColumnFor() {
        var district = DistrictClient.small();
        district.post("absences", "{\"cadre\": \"li\"}").statusCode(200);

        send(
                        district,
                        "cadres",
                        "id,unit,homeCommunity,lat,lon,name\nli,school board,north,39.92,116.42,\n"
                                .getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("differences.find { it.id == 'li' }.fields", equalTo(List.of("name", "unit")));

        district.get("cadres/li")
                .body("unit", equalTo("school board"))
                .body("phone", equalTo("13800138000"))
                .body("absences", hasSize(1))
                .body("dutyRules", equalTo("office"));
    }

    @Test
    void anUpdateOfWhoIsKnownNeedsOnlyWhatChanges() {
        var district = DistrictClient.small();

        send(district, "cadres", "编号,电话\nli,13900139000\n".getBytes(GB18030))
                .statusCode(200)
                .body("changed", equalTo(1))
                .body("differences[0].fields", equalTo(List.of("phone")));
        district.get("cadres/li")
                .body("name", equalTo("李娜"))
                .body("unit", equalTo("bank"))
                .body("homeCommunity", equalTo("north"))
                .body("location.lat", equalTo(39.92f));
        send(district, "cadres", "编号,纬度\nli,39.95\n".getBytes(GB18030)).statusCode(200);
        district.get("cadres/li").body("location.lat", equalTo(39.95f)).body("location.lon", equalTo(116.42f));
    }

    @Test
    void whoIsNewNeedsAllColumns() {
        var district = DistrictClient.small();

        send(district, "cadres", "编号,电话\nli,13900139000\nlee,13900139001\n".getBytes(GB18030))
                .statusCode(422)
                .body("errorCount", equalTo(1))
                .body("errors[0].code", equalTo("new-item-needs-columns"))
                .body("errors[0].params.row", equalTo("3"))
                .body("errors[0].params.id", equalTo("lee"))
                .body("errors[0].params.fields", containsString("unit (单位), homeCommunity"));
        send(district, "cadres", "编号,电话\nlee,13900139001\n".getBytes(GB18030))
                .statusCode(422)
                .body(
                        "errors.code",
                        equalTo(List.of("missing-column", "missing-column", "missing-column", "missing-column")));
        send(district, "cadres?mode=replace", "编号,电话\nli,13900139000\n".getBytes(GB18030))
                .statusCode(422)
                .body(
                        "errors.code",
                        equalTo(List.of("missing-column", "missing-column", "missing-column", "missing-column")));
    }

    @Test
    void sheetsAreAllReadAndNobodyIsRemovedForStandingInAnother() throws IOException {
        var district = DistrictClient.small();
        var book = new ByteArrayOutputStream();
        try (var workbook = new Workbook(book, "test", null)) {
            units(workbook.newWorksheet("第一页"), "bank", "库");
            units(workbook.newWorksheet("第二页"), "library", "馆");
            var note = workbook.newWorksheet("备注");
            note.value(0, 0, "请核对");
            note.value(1, 1, "school board");
        }

        given().header("Accept-Language", "zh-CN")
                .contentType("application/octet-stream")
                .body(book.toByteArray())
                .post(district.path("files/units?dryRun=true"))
                .then()
                .statusCode(200)
                .body("added", equalTo(1))
                .body("notices.code", equalTo(List.of("sheet-read", "sheet-read", "sheet-not-read")))
                .body("notices[2].params.sheet", equalTo("备注"))
                .body("notices[2].detail", startsWith("工作表“备注”未读取"));
        send(district, "units?mode=replace&dryRun=true", book.toByteArray())
                .statusCode(422)
                .body("errors[0].code", equalTo("sheet-not-read"))
                .body("errors[0].params.id", equalTo("school board"))
                .body("errors[0].params.sheet", equalTo("备注"));
    }

    private static void units(Worksheet sheet, String id, String name) {
        sheet.value(0, 0, "编号");
        sheet.value(0, 1, "名称");
        sheet.value(0, 2, "在职人数");
        sheet.value(1, 0, id);
        sheet.value(1, 1, name);
        sheet.value(1, 2, 20);
    }

    @Test
    void whatNoCellHoldsIsExportedAsCsvOnly() {
        var district = DistrictClient.small();
        var tags = IntStream.range(0, 1_000)
                .mapToObj("\"tag-%035d\""::formatted)
                .collect(java.util.stream.Collectors.joining(","));
        district.post("posts", "{\"id\": \"long\", \"tags\": [" + tags + "]}").statusCode(201);

        given().get(district.path("files/posts?format=xlsx"))
                .then()
                .statusCode(409)
                .body("code", equalTo("conflict"))
                .body("detail", containsString("format=csv"))
                .body("detail", containsString("'long'"));
        var csv = given().get(district.path("files/posts"))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        send(district, "posts?mode=replace&dryRun=true", csv)
                .statusCode(200)
                .body("changed", equalTo(0))
                .body("removed", equalTo(0));
    }

    @Test
    void aSheetWithoutRowsDoesNotEmptyAList() {
        var district = DistrictClient.small();

        send(district, "cadres?mode=replace", "id,unit,homeCommunity,lat,lon\n".getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("errors[0].code", equalTo("no-rows"));
    }

    @Test
    void aFileMayComeGzipped() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("id,staff\nlibrary,3\n".getBytes(StandardCharsets.UTF_8));
        }

        given().contentType("text/csv")
                .header("Content-Encoding", "gzip")
                .body(packed.toByteArray())
                .post(DistrictClient.small().path("files/units"))
                .then()
                .statusCode(200)
                .body("added", equalTo(1));
    }
}
