package org.muster.rest.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.muster.rest.http.PlanClient.submit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.muster.harness.Submissions;
import org.muster.problem.Problem;
import org.muster.problem.ProblemFixture;

@QuarkusTest
class PartedPlanTest {

    private static final String PROVEN = "\"timeLimit\": \"PT20S\"";
    private static final String ENDLESS = "\"timeLimit\": \"PT2M\", \"stepLimit\": %d".formatted(Long.MAX_VALUE / 4);

    /** A district with its own people, and one of the city's reserve, of whom one may be away. */
    private static Problem district(String site, String... cadres) {
        var district = new ProblemFixture()
                .unit("reserve", 1)
                .demand(site + " MON 07-13", 1, 2, 2)
                .demand(site + " MON 13-19", 1, 1, 2);
        for (var cadre : cadres) {
            district.cadre(cadre);
        }
        return district.problem();
    }

    private static Problem east() {
        return district("gate", "yang", "li", "chen", "lent reserve", "other reserve");
    }

    private static Problem west() {
        return district("school", "zhao", "qian", "sun", "zhou", "lent reserve", "other reserve");
    }

    private static String parts(String options, Problem... problems) {
        var names = List.of("east", "west");
        var parts = Stream.iterate(0, i -> i + 1)
                .limit(problems.length)
                .map(i -> "{\"id\": \"%s\", \"problem\": %s}".formatted(names.get(i), Submissions.json(problems[i])))
                .collect(Collectors.joining(","));
        return "{\"name\": \"city\", \"options\": {%s}, \"parts\": [%s]}".formatted(options, parts);
    }

    private static JsonPath plan(String path) {
        return when().get(path).then().statusCode(200).extract().jsonPath();
    }

    private static String running() {
        var path = "/api/v1/plans/"
                + submit(parts(ENDLESS, east(), west()), "PT0S").extract().<String>path("id");
        await().atMost(Duration.ofSeconds(60)).until(() -> plan(path).getList("parts.status"), hasItem("SOLVING"));
        return path;
    }

    @Test
    void partsAreSolvedAndPutTogether() {
        var solved = submit(parts(PROVEN, east(), west()), "PT60S")
                .statusCode(202)
                .body("status", equalTo("SOLVED"))
                .body("score.hard", equalTo(0))
                .body("score.medium", equalTo(0))
                .body("parts.name", contains("east", "west"))
                .body("parts.status", everyItem(equalTo("SOLVED")))
                .extract()
                .jsonPath();
        assertThat(solved.getDouble("gap")).isBetween(0.0, 1.0);

        var path = "/api/v1/plans/" + solved.getString("id");
        Set<String> served = Set.copyOf(plan(path + "/schedule").getList("assignments.demand"));
        assertThat(served).hasSize(4);
        when().get(path + "/evaluation").then().body("score.hard", equalTo(0));
        var part = solved.getString("parts[0].plan");
        when().get(part).then().body("partOf.name", equalTo("east")).body("partOf.plan", equalTo(path));
    }

    @Test
    void theWholeCanBeRecounted() {
        var path = "/api/v1/plans/"
                + submit(parts(PROVEN, east(), west()), "PT60S").extract().<String>path("id");
        var problem = when().get(path + "/problem").asString();
        var schedule = when().get(path + "/schedule").asString();
        long soft = plan(path).getLong("score.soft");

        given().contentType(ContentType.JSON)
                .body("{\"problem\": %s, \"schedule\": %s}"
                        .formatted(problem, schedule)
                        .getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/evaluations")
                .then()
                .statusCode(200)
                .body("score.hard", equalTo(0))
                .body("score.soft", equalTo(Math.toIntExact(soft)));
    }

    @Test
    void aPartIsNoPlanOfTheListAndNotDeletedAlone() {
        var solved = submit(parts(PROVEN, east(), west()), "PT60S").extract().jsonPath();
        var part = solved.getString("parts[1].plan");

        when().delete(part).then().statusCode(409).body("code", equalTo("conflict"));
        List<String> listed = plan("/api/v1/plans?limit=1000").getList("plans.id");
        assertThat(listed).contains(solved.getString("id")).doesNotContain(part.substring(part.lastIndexOf('/') + 1));

        when().delete("/api/v1/plans/" + solved.getString("id")).then().statusCode(204);
        when().get(part).then().statusCode(404);
    }

    @Test
    void aWholeIsChangedByHandAndItsPartsAreNot() {
        var whole = new HandClient(
                submit(parts(PROVEN, east(), west()), "PT60S").extract().path("id"));
        var path = whole.plan().extract().<String>path("parts[0].plan");
        var part = new HandClient(path.substring(path.lastIndexOf('/') + 1));
        var schedule = whole.get("schedule").extract().jsonPath();
        var pin = HandClient.request(HandClient.change(
                "PIN", schedule.getString("assignments[0].demand"), schedule.getString("assignments[0].cadre")));
        var ofPart = part.get("schedule").extract().jsonPath();

        part.changed(HandClient.request(HandClient.change(
                        "PIN", ofPart.getString("assignments[0].demand"), ofPart.getString("assignments[0].cadre"))))
                .statusCode(409)
                .body("detail", containsString(whole.id()));
        var before = whole.tag();
        var after = whole.changed(pin, before).statusCode(200).extract().header("ETag");
        assertThat(whole.tag()).isEqualTo(after).isNotEqualTo(before);
    }

    @Test
    void theContinuationOfAWholeIsSolvedInPartsToo() {
        var whole = new HandClient(
                submit(parts(PROVEN, east(), west()), "PT60S").extract().path("id"));

        String id = whole.continued("{}").statusCode(202).extract().path("id");

        var continued = new HandClient(id);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> continued.plan().extract().path("status").equals("SOLVED"));
        continued.plan().body("parts.name", contains("east", "west")).body("score.hard", equalTo(0));
    }

    @Test
    void aStoppedWholeKeepsTheBestOfItsParts() {
        var path = running();

        when().post(path + "/stop").then().statusCode(202);

        await().atMost(Duration.ofSeconds(60)).until(() -> plan(path).getString("status"), "STOPPED"::equals);
        when().get(path).then().body("parts.status", everyItem(equalTo("STOPPED")));
        when().get(path + "/schedule").then().statusCode(200);
    }

    @Test
    void theProgressOfAWholeShowsItsParts() {
        var path = running();
        var before = when().get(path).header("ETag");

        await().atMost(Duration.ofSeconds(60)).until(() -> plan(path).get("parts[0].score"), notNullValue());

        assertThat(when().get(path).header("ETag")).isNotEqualTo(before);
        when().get(path)
                .then()
                .body("status", equalTo("SOLVING"))
                .body("progress.phase", equalTo("IN_PARTS"))
                .body("parts.name", contains("east", "west"));
        when().delete(path).then().statusCode(204);
    }

    @Test
    void partsWithTheSamePeopleAreSolvedAsOne() {
        submit(parts(PROVEN, district("gate", "yang", "li", "chen"), district("school", "yang", "li", "chen")), "PT60S")
                .statusCode(202)
                .body("status", equalTo("SOLVED"))
                .body("parts", hasSize(0));
    }

    @Test
    void whatPartsSayDifferentlyIsNamed() {
        submit(
                        parts(
                                PROVEN,
                                east(),
                                new ProblemFixture()
                                        .unit("reserve", 2)
                                        .demand("school MON 07-13", 1, 2, 2)
                                        .cadre("zhao")
                                        .problem()),
                        "PT0S")
                .statusCode(422)
                .body("errors.pointer", hasItem("/parts/1/problem/units/0"));
    }

    @Test
    void aProblemAndPartsAreOneTooMany() {
        submit("{\"problem\": {}, \"parts\": []}", "PT0S")
                .statusCode(422)
                .body("errors.pointer", hasItem("/parts"))
                .body("errors.code", hasItem("exclusive"));
        submit("{}", "PT0S").statusCode(422).body("errors[0].pointer", equalTo("/problem"));
    }

    @Test
    void aPlanOfOnePieceHasNoParts() {
        submit(Submissions.of("one piece", Submissions.smallDistrict(), 1), "PT60S")
                .body("parts", hasSize(0))
                .body("partOf", nullValue());
    }
}
