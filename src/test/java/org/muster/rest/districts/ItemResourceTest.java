package org.muster.rest.districts;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.muster.rest.http.DistrictClient.body;
import static org.muster.rest.http.DistrictClient.cadre;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.rest.http.DistrictClient;

@QuarkusTest
class ItemResourceTest {

    private static String tagOf(String address) {
        return when().get(address).then().statusCode(200).extract().header("ETag");
    }

    @Nested
    class OneItem {

        @Test
        void isAddedReadChangedAndDeleted() {
            var district = DistrictClient.small();
            var address = district.path("units/library");

            district.post("units", "{\"id\": \"library\", \"staff\": 12}")
                    .statusCode(201)
                    .header("Location", containsString("/units/library"))
                    .header("ETag", notNullValue())
                    .body("name", equalTo("library"));
            var first = tagOf(address);

            body("{\"staff\": 13, \"maxAway\": 4}")
                    .header("If-Match", first)
                    .contentType("application/merge-patch+json")
                    .patch(address)
                    .then()
                    .statusCode(200)
                    .body("staff", equalTo(13))
                    .body("maxAway", equalTo(4));

            body("{\"maxAway\": null}")
                    .header("If-Match", tagOf(address))
                    .patch(address)
                    .then()
                    .statusCode(200)
                    .body("maxAway", nullValue());

            given().header("If-Match", tagOf(address)).delete(address).then().statusCode(204);
            when().get(address).then().statusCode(404).body("code", equalTo("not-found"));
        }

        @Test
        void isNotChangedWithoutSayingWhichVersion() {
            var district = DistrictClient.small();

            body("{\"staff\": 13}")
                    .patch(district.path("units/bank"))
                    .then()
                    .statusCode(428)
                    .body("code", equalTo("precondition-required"));
        }

        @Test
        void isNotChangedByWhoIsLate() {
            var district = DistrictClient.small();
            var address = district.path("units/bank");
            var tag = tagOf(address);
            body("{\"staff\": 21}")
                    .header("If-Match", tag)
                    .patch(address)
                    .then()
                    .statusCode(200);

            body("{\"staff\": 22}")
                    .header("If-Match", tag)
                    .patch(address)
                    .then()
                    .statusCode(412)
                    .header("ETag", equalTo(tagOf(address)))
                    .body("code", equalTo("stale"))
                    .body("current.staff", equalTo(21))
                    .body("rejected.staff", equalTo(22));
        }

        @Test
        void isNotAddedTwice() {
            DistrictClient.small()
                    .post("units", "{\"id\": \"bank\", \"staff\": 1}")
                    .statusCode(409)
                    .body("code", equalTo("conflict"));
        }

        @Test
        void cannotBeDeletedWhileOthersPointToIt() {
            var district = DistrictClient.small();

            given().header("If-Match", "*")
                    .delete(district.path("units/bank"))
                    .then()
                    .statusCode(409)
                    .body("detail", containsString("2"))
                    .body("referrers.id", contains("li", "yang"))
                    .body("referrers.field", contains("unit", "unit"))
                    .body("referrers.list", contains("cadres", "cadres"));
        }

        @Test
        void tellsAllItsFaultsAtOnce() {
            DistrictClient.small()
                    .post("cadres", """
                            {"id": "sun", "unit": "navy", "homeCommunity": "north", "shoeSize": 43,
                             "location": {"lat": 139, "lon": 116}, "skills": [{"skill": "nurse"}, {"skill": "cook"}],
                             "confinements": [{"site": "tower", "from": "2022-05-01T00:00"}]}""")
                    .statusCode(422)
                    .body("errorCount", equalTo(5))
                    .body(
                            "errors.pointer",
                            containsInAnyOrder(
                                    "/shoeSize", "/location/lat", "/unit", "/skills/1/skill", "/confinements/0/site"))
                    .body("errors.find { it.pointer == '/confinements/0/site' }.params.id", equalTo("…"));
        }

        @Test
        void keepsItsIdentifier() {
            var district = DistrictClient.small();

            body("{\"id\": \"other\", \"staff\": 1}")
                    .header("If-Match", "*")
                    .put(district.path("units/bank"))
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/id"));
        }

        @Test
        void mayHaveAnIdentifierWithSlashes() {
            var district = DistrictClient.small();
            district.post("units", "{\"id\": \"a/b c+d\", \"staff\": 1}").statusCode(201);

            given().urlEncodingEnabled(false)
                    .get(district.path("units/a%2Fb%20c+d"))
                    .then()
                    .statusCode(200)
                    .body("id", equalTo("a/b c+d"));
        }

        @Test
        void hidesThePhoneInListsOnly() {
            var district = DistrictClient.small();

            district.get("cadres?q=李").body("items[0].phone", equalTo("138****8000"));
            district.get("cadres/li").body("phone", equalTo("13800138000"));
        }

        @Test
        void isNotGivenAMaskForAPhone() {
            var district = DistrictClient.small();

            body("{\"phone\": \"138****8000\"}")
                    .header("If-Match", "*")
                    .patch(district.path("cadres/li"))
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/phone"));
        }

        @Test
        void isNotChangedByAPatchOfManyMegabytes() {
            var district = DistrictClient.small();

            body("[" + "[],".repeat(1 << 19) + "[]]")
                    .header("If-Match", "*")
                    .patch(district.path("units/bank"))
                    .then()
                    .statusCode(413);
        }

        @Test
        void isChangedByOneOfTwoWhoWriteAtOnce() throws Exception {
            var district = DistrictClient.small();
            var address = district.path("units/bank");
            var tag = tagOf(address);
            List<Callable<Integer>> writers = IntStream.range(0, 8)
                    .mapToObj(writer -> (Callable<Integer>) () -> body("{\"staff\": %d}".formatted(100 + writer))
                            .header("If-Match", tag)
                            .patch(address)
                            .statusCode())
                    .toList();
            var answers = new ArrayList<Integer>();
            try (var pool = Executors.newFixedThreadPool(8)) {
                for (var answer : pool.invokeAll(writers)) {
                    answers.add(answer.get());
                }
            }

            assertThat(answers)
                    .containsOnlyOnce(200)
                    .filteredOn(status -> status == 412)
                    .hasSize(7);
        }
    }

    @Nested
    class Nonsense {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "{",
                    "[1]",
                    "null",
                    "7",
                    "{\"staff\": 1, \"staff\": 2}",
                    "{\"staff\": 1} 2",
                    "\u0000",
                    "{\"name\": \"\\ud800\"}"
                })
        void isRefusedAsAPatch(String patch) {
            var district = DistrictClient.small();

            int status = body(patch)
                    .header("If-Match", "*")
                    .patch(district.path("units/bank"))
                    .statusCode();

            assertThat(status).isIn(400, 422);
            district.get("units/bank").body("staff", equalTo(20));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/districts/%00",
                    "/districts/%00/cadres",
                    "/districts/%00/audit",
                    "/districts/%00/publications",
                    "/districts/a/cadres/%00",
                    "/districts/a/cadres?q=%00",
                    "/districts/a/duties?cadre=%00",
                    "/districts?cursor=WyJcdTAwMDAiXQ",
                    "/plans?district=%00"
                })
        void inAnAddressNamesNothing(String address) {
            int status =
                    given().urlEncodingEnabled(false).get("/api/v1" + address).statusCode();

            assertThat(status).isIn(400, 404);
        }
    }

    @Nested
    class Districts {

        @Test
        void areDeletedWithAllThatIsInThem() {
            var district = DistrictClient.small();
            var plan = district.solved("\"r1\"");
            district.post("plans/" + plan + "/publication", "").statusCode(201);

            given().header("If-Match", "*")
                    .delete("/api/v1/districts/" + district.id())
                    .then()
                    .statusCode(204);

            district.get("cadres").statusCode(404);
            when().get("/api/v1/plans/" + plan).then().statusCode(404);
        }

        @Test
        void doNotInheritFromOnesOfTheSameName() {
            var district = DistrictClient.small();
            var old = tagOf(district.path("units/bank"));
            given().header("If-Match", "*").delete("/api/v1/districts/" + district.id());
            body("{\"id\": \"%s\"}".formatted(district.id())).post("/api/v1/districts");
            district.put("units", "[{\"id\": \"bank\", \"staff\": 1}]");

            assertThat(tagOf(district.path("units/bank"))).isNotEqualTo(old);
            district.get("audit")
                    .body("entries[0].list", equalTo("units"))
                    .body("entries[1].action", equalTo("CREATED"))
                    .body("entries[2].action", equalTo("DELETED"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"..", ".", "a/..", "a/../..", "../b"})
        void areNotReachedThroughDots(String id) {
            DistrictClient.small()
                    .post("units", "{\"id\": \"%s\", \"staff\": 1}".formatted(id))
                    .statusCode(422)
                    .body("errors.code", contains("bad-identifier"));
        }
    }

    @Nested
    class Separation {

        @Test
        void nothingOfAnotherDistrictCanBeReferenced() {
            var one = DistrictClient.small();
            var other = DistrictClient.empty();
            other.put("units", "[{\"id\": \"navy\", \"staff\": 5}]");

            one.post("cadres", cadre("sun", "navy", "north", ""))
                    .statusCode(422)
                    .body("errors.pointer", contains("/unit"));
        }

        @Test
        void nothingOfAnotherDistrictCanBeReadOrChanged() {
            DistrictClient.small();
            var other = DistrictClient.empty();

            other.get("cadres/li").statusCode(404);
            other.get("cadres").body("total", equalTo(0));
            given().header("If-Match", "*")
                    .delete(other.path("cadres/li"))
                    .then()
                    .statusCode(404);
        }

        @Test
        void aDistrictThatIsNotThereHasNothing() {
            when().get("/api/v1/districts/nowhere/cadres")
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("not-found"));
            when().get("/api/v1/districts/nowhere/shoes").then().statusCode(404);
            body("[]")
                    .header("If-Match", "*")
                    .put("/api/v1/districts/nowhere/cadres")
                    .then()
                    .statusCode(404);
        }
    }

    @Nested
    class WholeList {

        @Test
        void isReplacedAllOrNothing() {
            var district = DistrictClient.small();

            body("[%s, %s]".formatted(cadre("li", "bank", "north", ""), cadre("wu", "navy", "north", "")))
                    .header("If-Match", "*")
                    .put(district.path("cadres"))
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/1/unit"));

            district.get("cadres").body("total", equalTo(4));
        }

        @Test
        void tellsBeforehandWhatItWouldDo() {
            var district = DistrictClient.small();

            body("[%s, %s]".formatted(cadre("wang", "bank", "south", ""), cadre("wu", "bank", "north", "")))
                    .put(district.path("cadres?dryRun=true"))
                    .then()
                    .statusCode(200)
                    .body("isTrial", equalTo(true))
                    .body("added", equalTo(1))
                    .body("changed", equalTo(1))
                    .body("removed", equalTo(3))
                    .body("unchanged", equalTo(0))
                    .body("differences.find { it.id == 'wang' }.fields", contains("unit"));

            district.get("cadres").body("total", equalTo(4));
        }

        @Test
        void isNotReplacedByWhoIsLate() {
            var district = DistrictClient.small();
            var tag = tagOf(district.path("units"));
            district.post("units", "{\"id\": \"library\", \"staff\": 12}").statusCode(201);

            body("[]")
                    .header("If-Match", tag)
                    .put(district.path("units"))
                    .then()
                    .statusCode(412);
        }

        @Test
        void keepsWhatOthersPointTo() {
            var district = DistrictClient.small();

            body("[{\"id\": \"bank\", \"staff\": 20}]")
                    .header("If-Match", "*")
                    .put(district.path("units"))
                    .then()
                    .statusCode(409)
                    .body("referrers.target", contains("school board", "school board"));
        }

        @Test
        void isPagedSortedAndFiltered() {
            var district = DistrictClient.small();

            district.get("cadres?sort=-unit,id&limit=3")
                    .body("items.id", contains("wang", "zhao", "li"))
                    .body("total", equalTo(4))
                    .body("etags.wang", notNullValue());
            String next = district.get("cadres?sort=-unit,id&limit=3").extract().path("next");
            given().urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .body("items.id", contains("yang"))
                    .body("next", nullValue());
            district.get("cadres?unit=bank").body("items.id", contains("li", "yang"));
            district.get("cadres?skills=nurse").body("items.id", contains("yang"));
            district.get("sites?sort=residents").body("items.id", contains("school", "gate"));
            district.get("demands?window=r1-early&post=guide&sort=-priority")
                    .body("items.id", contains("gate-r1-guide", "school-r1-guide"));
        }

        @Test
        void isSortedByNameAsPeopleDo() {
            var district = DistrictClient.small();
            var names = List.of("赵六", "李娜", "bob", "张伟", "Alice", "陈一", "王芳", "阿牛", "李丽");
            var skills = new StringBuilder("[{\"id\": \"nurse\", \"name\": \"护士\", \"scarce\": true}");
            names.forEach(name ->
                    skills.append(", {\"id\": \"s%d\", \"name\": \"%s\"}".formatted(names.indexOf(name), name)));
            body(skills + "]")
                    .header("If-Match", "*")
                    .put(district.path("skills"))
                    .then()
                    .statusCode(200);

            var pinyin = List.of("阿牛", "陈一", "护士", "李丽", "李娜", "王芳", "张伟", "赵六");
            List<String> chinese = sorted(district.path("skills?sort=name&limit=100"), "zh-CN");
            assertThat(chinese).containsAll(names).filteredOn(pinyin::contains).isEqualTo(pinyin);
            List<String> english = sorted(district.path("skills?sort=name&limit=100"), "en");
            assertThat(english).startsWith("Alice", "bob");
            assertThat(sorted(district.path("skills?sort=name&limit=100&language=zh"), "en"))
                    .isEqualTo(chinese);
            assertThat(sorted(district.path("skills?sort=-name&limit=100"), "zh"))
                    .isEqualTo(chinese.reversed());
            for (var language : List.of("zh-CN", "en")) {
                assertThat(paged(district.path("skills?sort=name&limit=2"), language))
                        .isEqualTo(sorted(district.path("skills?sort=name&limit=100"), language));
            }
            district.get("skills?sort=name&language=fr").statusCode(400);
        }

        private static List<String> sorted(String path, String language) {
            return given().header("Accept-Language", language)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .header("Vary", containsString("Accept-Language"))
                    .extract()
                    .path("items.name");
        }

        /** Names of one page after the other; only the first is asked for in a language. */
        private static List<String> paged(String path, String language) {
            var all = new ArrayList<String>();
            String next = path;
            while (next != null) {
                var page = given().urlEncodingEnabled(false)
                        .header("Accept-Language", all.isEmpty() ? language : "de")
                        .get(next)
                        .then()
                        .statusCode(200)
                        .extract();
                all.addAll(page.path("items.name"));
                next = page.path("next");
            }
            return all;
        }

        @Test
        void refusesFieldsItDoesNotKnow() {
            var district = DistrictClient.small();

            district.get("cadres?phone=1").statusCode(400).body("detail", containsString("homeCommunity"));
            district.get("cadres?sort=phone").statusCode(400);
            district.get("cadres?cursor=abc").statusCode(400);
            district.get("cadres?limit=0").statusCode(400);
        }
    }

    @Nested
    class Trail {

        @Test
        void saysWhoChangedWhichFields() {
            var district = DistrictClient.small();
            body("{\"phone\": \"13900139000\", \"unit\": \"school board\"}")
                    .header("If-Match", "*")
                    .patch(district.path("cadres/li"))
                    .then()
                    .statusCode(200);

            district.get("audit?list=cadres&item=li")
                    .body("entries", hasSize(2))
                    .body("entries[0].action", equalTo("CHANGED"))
                    .body("entries[0].actor", equalTo(DistrictClient.ACTOR))
                    .body("entries[0].fields", contains("phone", "unit"))
                    .body("entries[1].action", equalTo("CREATED"));
            district.get("audit").body("entries.list", hasItem("cadres"));
        }

        @Test
        void tellsPhonesAndWhoReadThem() {
            var district = DistrictClient.small();
            body("{\"phone\": \"13900139000\"}")
                    .header("If-Match", "*")
                    .patch(district.path("cadres/li"))
                    .then()
                    .statusCode(200);

            given().header("Muster-Actor", "printer")
                    .get(district.path("phones"))
                    .then()
                    .statusCode(200)
                    .body("phones.find { it.cadre == 'li' }.phone", equalTo("13900139000"));

            district.get("audit?limit=1")
                    .body("entries[0].action", equalTo("EXPORTED"))
                    .body("entries[0].list", equalTo("cadres"))
                    .body("entries[0].actor", equalTo("printer"));
            given().get("/api/v1/districts/nowhere/phones")
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("code", equalTo("not-found"));
        }

        @Test
        void decodesTheNameOfTheActor() {
            var district = DistrictClient.small();
            given().header("Muster-Actor", "%E5%BC%A0%E4%BC%9F")
                    .header("If-Match", "*")
                    .delete(district.path("cadres/zhao"))
                    .then()
                    .statusCode(204);

            district.get("audit?limit=1")
                    .body("entries[0].actor", equalTo("张伟"))
                    .body("entries[0].action", equalTo("DELETED"));
        }
    }
}
