package org.muster.rest.districts;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.muster.rest.http.DistrictClient.body;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.muster.rest.http.DistrictClient;

@QuarkusTest
class RoundResourceTest {

    /** An assignment of a schedule. */
    private record Duty(String demand, String cadre) {}

    private static List<Duty> assignments(String plan) {
        var path = when().get("/api/v1/plans/" + plan + "/schedule").jsonPath();
        List<String> demands = path.getList("assignments.demand");
        List<String> cadres = path.getList("assignments.cadre");
        return IntStream.range(0, demands.size())
                .mapToObj(i -> new Duty(demands.get(i), cadres.get(i)))
                .toList();
    }

    private static String served(String plan, String cadre, String field) {
        return when().get("/api/v1/plans/" + plan + "/problem")
                .then()
                .extract()
                .path("cadres.find { it.id == '%s' }.%s".formatted(cadre, field))
                .toString();
    }

    @Nested
    class Copies {

        @Test
        void haveTheSameWindowsAndDemandsOnOtherDays() {
            var district = DistrictClient.small();

            district.post("rounds/r1/copies", "{\"count\": 3}")
                    .statusCode(201)
                    .body("rounds.id", contains("r2", "r3", "r4"))
                    .body("rounds.name", contains("第2轮", "第3轮", "第4轮"))
                    .body("rounds.date", contains("2022-05-04", "2022-05-05", "2022-05-06"))
                    .body("windows", equalTo(3))
                    .body("demands", equalTo(9));

            district.get("windows/r3-early")
                    .body("start", equalTo("2022-05-05T05:30"))
                    .body("round", equalTo("r3"));
            district.get("demands?window=r4-early")
                    .body("items.id", containsInAnyOrder("gate-r4-guide", "gate-r4-sampling", "school-r4-guide"));
        }

        @Test
        void thatCouldNotHaveBeenSentAreNotMade() {
            var district = DistrictClient.small();
            var longId = "x".repeat(99);
            district.post("rounds", "{\"id\": \"%s\", \"date\": \"2022-05-03\"}".formatted(longId))
                    .statusCode(201);

            district.post("rounds/" + longId + "/copies", "{}").statusCode(422);
            district.post("rounds/r1/copies", "{\"firstDate\": \"2200-12-31\", \"count\": 2}")
                    .statusCode(422);

            district.get("rounds").body("total", equalTo(2));
            district.post("rounds/r1/copies", "{}").statusCode(201);
        }

        @Test
        void ofARoundThatIsNotThereAreNone() {
            DistrictClient.small().post("rounds/r9/copies", "{}").statusCode(404);
        }
    }

    @Test
    void demandsAreProposedFromResidentsAndNotStored() {
        var district = DistrictClient.small();

        district.post("rounds/r1/demand-proposals", "{\"residents\": [{\"site\": \"school\", \"residents\": 3300}]}")
                .statusCode(200)
                .body("demands.id", contains("school-r1-early-sampling", "school-r1-guide"))
                .body("demands.min", contains(5, 2))
                .body("demands.ideal", contains(6, 2))
                .body("overloaded.school", equalTo(3300));
        district.post("rounds/r1/demand-proposals", "{}").body("demands.site", everyItem(equalTo("gate")));
        district.post(
                        "rounds/r1/demand-proposals",
                        "{\"residents\": [{\"site\": \"moon\", \"residents\": 1}], \"aTable\": [{\"post\": \"cook\"}]}")
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/residents/0/site", "/aTable/0/post"));
        district.get("demands").body("total", equalTo(3));
    }

    @Nested
    class Planning {

        @Test
        void planOfARoundCanBeComputedAgainWhateverBecomesOfTheData() {
            var district = DistrictClient.small();
            var plan = district.solved("\"r1\"");

            when().get("/api/v1/plans/" + plan)
                    .then()
                    .body("district", equalTo(district.id()))
                    .body("rounds", contains("r1"))
                    .body("score.medium", equalTo(0));
            when().get("/api/v1/plans?district=" + district.id()).then().body("plans.id", contains(plan));
            var problem = when().get("/api/v1/plans/" + plan + "/problem").asString();
            assertThat(problem).doesNotContain("13800138000");
            district.put("demands", "[]");

            var again = body("{\"problem\": %s, \"options\": {\"timeLimit\": \"PT2S\", \"seed\": 3}}"
                            .formatted(problem))
                    .post("/api/v1/plans?wait=PT60S")
                    .then()
                    .statusCode(202)
                    .extract()
                    .<String>path("id");
            assertThat(assignments(again)).isEqualTo(assignments(plan));
        }

        @Test
        void nextRoundIsPlannedFromThePublishedOne() {
            var district = DistrictClient.small();
            var first = district.solved("\"r1\"");
            district.post("plans/" + first + "/publication", "")
                    .statusCode(201)
                    .body("rounds", contains("r1"))
                    .body("duties", equalTo(3));
            district.post("rounds/r1/copies", "{}").statusCode(201);
            var idle = List.of("li", "wang", "zhao").stream()
                    .filter(cadre -> assignments(first).stream()
                            .noneMatch(assignment -> assignment.cadre().equals(cadre)))
                    .toList();
            assertThat(idle).hasSize(1);

            var second = district.solved("\"r2\"");

            assertThat(served(second, "yang", "minutesServed")).isEqualTo("480");
            assertThat(served(second, "yang", "roundsServed")).isEqualTo("1");
            assertThat(served(second, "yang", "lastSite")).isEqualTo("gate");
            assertThat(served(second, idle.getFirst(), "minutesServed")).isEqualTo("0");
            assertThat(assignments(second))
                    .as("who has served least serves now")
                    .anyMatch(assignment -> assignment.cadre().equals(idle.getFirst()));
        }

        @Test
        void roundThatIsPlannedAgainKeepsWhatWasPublished() {
            var district = DistrictClient.small();
            var first = district.solved("\"r1\"");
            district.post("plans/" + first + "/publication", "").statusCode(201);
            district.post("absences", "{\"cadre\": \"yang\", \"kind\": \"SICK\", \"from\": \"2022-05-02T12:00\"}")
                    .statusCode(200);

            var again = district.solved("\"r1\"");

            when().get("/api/v1/plans/" + again + "/problem")
                    .then()
                    .body("assignments", hasSize(3))
                    .body("assignments.published", everyItem(equalTo(true)))
                    .body("cadres.find { it.id == 'yang' }.availability[0].start", equalTo("2022-05-03T05:30"));
            when().get("/api/v1/plans/" + again + "/schedule")
                    .then()
                    .body("assignments.cadre", not(hasItem("yang")))
                    .body("unfilled.demand", contains("gate-r1-sampling"));
            given().get("/api/v1/plans/" + again + "/evaluation")
                    .then()
                    .body("rules.find { it.rule == 'disruption' }.quantity", equalTo(1));
        }

        @Test
        void restAfterAPublishedRoundIsKept() {
            var district = DistrictClient.small();
            var first = district.solved("\"r1\"");
            district.post("plans/" + first + "/publication", "").statusCode(201);
            district.post("rounds", "{\"id\": \"late\", \"date\": \"2022-05-03\"}")
                    .statusCode(201);
            district.post(
                            "windows",
                            "{\"id\": \"late-w\", \"round\": \"late\", \"start\": \"2022-05-03T16:00\", \"end\": \"2022-05-03T20:00\"}")
                    .statusCode(201);
            district.post(
                            "demands",
                            "{\"id\": \"late-d\", \"site\": \"gate\", \"window\": \"late-w\", \"post\": \"guide\", \"min\": 2, \"ideal\": 2, \"max\": 2, \"priority\": 5}")
                    .statusCode(201);

            var late = district.solved("\"late\"");

            assertThat(assignments(late))
                    .as("three of four have served from 05:30 to 13:30")
                    .hasSize(1);
        }

        @Test
        void nobodyIsPublishedToBeAtTwoPlaces() {
            var district = DistrictClient.small();
            district.post("rounds/r1/copies", "{\"everyDays\": 0}").statusCode(201);
            var first = district.solved("\"r1\"");
            var second = district.solved("\"r2\"");
            district.post("plans/" + first + "/publication", "").statusCode(201);

            district.post("plans/" + second + "/publication", "")
                    .statusCode(409)
                    .body("code", equalTo("conflict"));
        }

        @Test
        void anIdentifierThatIsUsedAgainRewritesNoHistory() {
            var district = DistrictClient.small();
            var first = district.solved("\"r1\"");
            district.post("plans/" + first + "/publication", "").statusCode(201);
            district.put("demands", "[]");
            district.put("windows", "[]");
            district.put("rounds", "[{\"id\": \"r1\", \"date\": \"2022-05-06\"}]");
            district.put(
                    "windows",
                    "[{\"id\": \"w\", \"round\": \"r1\", \"start\": \"2022-05-06T08:00\", \"end\": \"2022-05-06T12:00\"}]");
            district.put(
                    "demands",
                    "[{\"id\": \"d\", \"site\": \"gate\", \"window\": \"w\", \"post\": \"guide\", \"min\": 1, \"ideal\": 1, \"max\": 1, \"priority\": 5}]");

            var again = district.solved("\"r1\"");
            district.post("plans/" + again + "/publication", "").statusCode(201);

            assertThat(served(again, "yang", "minutesServed")).isEqualTo("480");
            district.get("duties?from=2022-05-03&to=2022-05-06").body("", hasSize(4));
        }

        @Test
        void aSearchStartsFromAnEarlierPlanOfTheDistrictOnly() {
            var district = DistrictClient.small();
            var first = district.solved("\"r1\"");
            var stranger = DistrictClient.small().solved("\"r1\"");
            var from = "{\"options\": {\"timeLimit\": \"PT1S\", \"from\": \"%s\"}}";

            district.post("rounds/r1/plans", from.formatted(first)).statusCode(202);
            district.post("rounds/r1/plans", from.formatted(stranger))
                    .statusCode(422)
                    .body("errors.pointer", contains("/options/from"));
            district.post("rounds/r1/plans", from.formatted("nonsense")).statusCode(422);
        }

        @Test
        void dutiesAreAskedForInOurTimes() {
            var district = DistrictClient.small();

            district.get("duties?from=%2B300000-12-31&to=%2B300000-12-31").statusCode(400);
            district.get("duties").statusCode(400);
        }

        @Test
        void roundsWithoutWindowsCannotBePlanned() {
            var district = DistrictClient.small();
            district.post("rounds", "{\"id\": \"empty\", \"date\": \"2022-05-03\"}")
                    .statusCode(201);

            district.post("plans", "{\"rounds\": [\"r1\", \"empty\"]}").statusCode(422);
            district.post("rounds/empty/plans", "{}").statusCode(422).body("errors.code", contains("missing-windows"));
            district.post("rounds/none/plans", "{}").statusCode(404);
            district.post("plans", "{}").statusCode(422).body("errors.pointer", contains("/rounds"));
        }

        @Test
        void onlyASchedulesOfTheDistrictIsPublished() {
            var one = DistrictClient.small();
            var other = DistrictClient.small();
            var plan = one.solved("\"r1\"");

            other.post("plans/" + plan + "/publication", "").statusCode(404);
            other.get("publications").body("", hasSize(0));
        }
    }

    @Nested
    class People {

        @Test
        void areSickUntilTheyAreBack() {
            var district = DistrictClient.small();

            district.post("absences", "{\"cadre\": \"li\"}")
                    .statusCode(200)
                    .body("absences[0].kind", equalTo("SICK"))
                    .body("absences[0].until", nullValue());
            district.post("returns", "{\"cadre\": \"li\", \"from\": \"2100-01-01T08:00\"}")
                    .statusCode(200)
                    .body("absences[0].until", equalTo("2100-01-01T08:00"));
            district.post("absences", "{\"cadre\": \"nobody\"}").statusCode(404);
            district.post(
                            "absences",
                            "{\"cadre\": \"li\", \"from\": \"2022-05-03T08:00\", \"until\": \"2022-05-03T08:00\"}")
                    .statusCode(422);
        }

        @Test
        void areForgottenEverywhereButInTheCounts() {
            var district = DistrictClient.small();
            var plan = district.solved("\"r1\"");
            district.post("plans/" + plan + "/publication", "").statusCode(201);

            when().get("/api/v1/plans/" + plan + "/explanations/cadres/li")
                    .then()
                    .statusCode(200);
            String pseudonym = district.post("erasures", "{\"cadre\": \"yang\"}")
                    .statusCode(200)
                    .body("duties", equalTo(1))
                    .body("plans", equalTo(1))
                    .body("pseudonym", startsWith("erased-"))
                    .extract()
                    .path("pseudonym");

            when().get("/api/v1/plans/" + plan + "/explanations/cadres/li")
                    .then()
                    .statusCode(200);
            when().get("/api/v1/plans/" + plan + "/explanations/cadres/yang")
                    .then()
                    .statusCode(404);
            district.get("cadres/yang").statusCode(404);
            district.get("duties?cadre=yang").body("", hasSize(0));
            district.get("duties?from=2022-05-03&to=2022-05-03")
                    .body("", hasSize(3))
                    .body("cadre", hasItem(pseudonym));
            assertThat(when().get("/api/v1/plans/" + plan + "/problem").asString())
                    .doesNotContain("yang")
                    .contains(pseudonym);
            assertThat(when().get("/api/v1/plans/" + plan + "/schedule").asString())
                    .doesNotContain("yang");
            when().get("/api/v1/plans/" + plan + "/evaluation").then().body("loads.cadre", hasItem(pseudonym));
            district.post("erasures", "{\"cadre\": \"yang\"}").statusCode(404);
            district.get("audit?limit=1").body("entries[0].action", equalTo("FORGOTTEN"));
        }
    }

    @Test
    void problemsSayInChineseWhatIsWrong() {
        var district = DistrictClient.small();

        given().header("Accept-Language", "zh-CN")
                .contentType("application/json")
                .body("{}")
                .post(district.path("rounds/r9/plans"))
                .then()
                .statusCode(404)
                .body("detail", containsString("r9"))
                .body("title", equalTo("此地址没有内容"));
    }
}
