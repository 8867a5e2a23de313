package org.muster.rest.handout;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.muster.problem.ProblemFixture.id;
import static org.muster.rest.http.HandClient.change;
import static org.muster.rest.http.HandClient.request;

import biweekly.Biweekly;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.muster.harness.Submissions;
import org.muster.problem.ProblemFixture;
import org.muster.rest.http.Cursor;
import org.muster.rest.http.DistrictClient;
import org.muster.rest.http.HandClient;

@QuarkusTest
class DutyCardResourceTest {

    private static final String SCHOOL = "school-r1-guide";

    private static String cardOf(HandClient plan, String cadre) {
        String path = plan.get("cadres/" + cadre + "/link")
                .statusCode(200)
                .body("path", matchesPattern("/duties/[A-Za-z0-9_-]{80,}"))
                .extract()
                .path("path");
        return path.replace("/duties/", "/api/v1/duty-cards/");
    }

    private static ValidatableResponse card(String path) {
        return when().get(path).then();
    }

    @Test
    void aCadreSeesHerDutiesInTime() {
        var plan = HandClient.solved(new ProblemFixture()
                .demand("gate TUE 07-13", 1, 1, 1)
                .demand("school MON 07-13", 1, 1, 1)
                .cadre("yang")
                .problem());

        card(cardOf(plan, "yang"))
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("name", equalTo("yang"))
                .body("unit", equalTo("bureau"))
                .body("timeZone", equalTo("Asia/Shanghai"))
                .body("ended", notNullValue())
                .body("changed", nullValue())
                .body("standing", nullValue())
                .body("duties.date", contains("2022-05-02", "2022-05-03"))
                .body("duties.site", contains("school", "gate"))
                .body("duties[0].start", equalTo("2022-05-02T07:00:00"))
                .body("duties[0].end", equalTo("2022-05-02T13:00:00"))
                .body("duties[0].post", equalTo("guide"))
                .body("duties[0].community", equalTo("centre"))
                .body("duties[0].location.lat", equalTo(39.93f))
                .body("duties[0].travelMinutes", equalTo(0));
    }

    @Test
    void aCardTellsNothingOfAnybodyElse() {
        var plan = new HandClient(DistrictClient.small().solved("\"r1\""));

        var answer = when().get(cardOf(plan, "yang")).asString();

        assertThat(answer).contains("yang", "bank", "gate").doesNotContain("李娜", "wang", "zhao", "\"li\"", plan.id());
    }

    @Test
    void aCardIsACalendarToo() {
        var plan = HandClient.solved(Submissions.shortStaffed());

        var answer = given().header("Accept-Language", "zh-CN").get(cardOf(plan, "yang") + "/calendar");

        answer.then()
                .statusCode(200)
                .contentType("text/calendar")
                .header("Cache-Control", "no-store")
                .header("Content-Language", "zh-CN");
        assertThat(Biweekly.parse(new String(answer.asByteArray(), StandardCharsets.UTF_8))
                        .first()
                        .getEvents())
                .hasSize(1);
    }

    @Test
    void aLinkStaysTheSameAndShowsWhatIsChanged() {
        var plan = HandClient.solved(Submissions.interchangeable());
        var idle = plan.idle("yang", "li", "zhao");
        var link = cardOf(plan, idle);
        card(link).statusCode(200).body("duties", hasSize(0));

        plan.changed(request(
                        change("UNASSIGN", id("gate MON 07-13"), plan.cadreOn(id("gate MON 07-13"))),
                        change("ASSIGN", id("gate MON 07-13"), idle)))
                .statusCode(200);

        card(link).body("duties.site", contains("gate")).body("changed", notNullValue());
        assertThat(cardOf(plan, idle)).isEqualTo(link);
    }

    @Test
    void everybodyWhoServesHasALinkAndTakingThemIsNoted() {
        var district = DistrictClient.small();
        var plan = new HandClient(district.solved("\"r1\""));

        var first = given().header("Muster-Actor", DistrictClient.ACTOR)
                .get(plan.path("links?limit=2"))
                .then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .body("links", hasSize(2))
                .extract()
                .jsonPath();
        var rest = when().get(first.getString("next"))
                .then()
                .body("links", hasSize(1))
                .body("next", nullValue())
                .extract()
                .jsonPath();

        assertThat(first.getString("links[0].path"))
                .isEqualTo(plan.get("cadres/" + first.getString("links[0].cadre") + "/link")
                        .extract()
                        .path("path"));
        assertThat(first.<String>getList("links.cadre"))
                .doesNotContain(rest.getString("links[0].cadre"), plan.idle("yang", "li", "wang", "zhao"));
        district.get("audit?limit=3")
                .body("entries.action", contains("EXPORTED", "EXPORTED", "EXPORTED"))
                .body("entries[0].fields", contains("link"))
                .body("entries[2].actor", equalTo(DistrictClient.ACTOR));
        when().get(plan.path("links?cursor=" + Cursor.of(java.util.List.of("nobody"))))
                .then()
                .statusCode(400);
    }

    @Test
    void aLinkThatWeNeverMadeShowsNothing() {
        var plan = HandClient.solved(Submissions.shortStaffed());
        var link = cardOf(plan, "yang");
        char last = link.charAt(link.length() - 10);
        var forged =
                link.substring(0, link.length() - 10) + (last == 'A' ? 'B' : 'A') + link.substring(link.length() - 9);

        card(forged).statusCode(404).body("detail", containsString("link"));
        card(forged + "/calendar").statusCode(404);
        card("/api/v1/duty-cards/yang").statusCode(404);
        plan.get("cadres/nobody/link").statusCode(404);
    }

    @Test
    void aLinkEndsWithItsPlanAndWithThePerson() {
        var district = DistrictClient.small();
        var plan = new HandClient(district.solved("\"r1\""));
        var yang = cardOf(plan, "yang");
        var other = cardOf(plan, plan.cadreOn(SCHOOL));
        card(yang).statusCode(200);

        district.post("erasures", "{\"cadre\": \"yang\"}").statusCode(200);
        card(yang).statusCode(404);
        card(other).statusCode(200);

        when().delete("/api/v1/plans/" + plan.id()).then().statusCode(204);
        card(other).statusCode(404);
        card(other + "/calendar").statusCode(404);
    }

    @Test
    void aCardSaysWhetherItIsWhatWasPublished() {
        var district = DistrictClient.small();
        var plan = new HandClient(district.solved("\"r1\""));
        var cadre = plan.cadreOn(SCHOOL);
        var link = cardOf(plan, cadre);
        card(link).body("standing", equalTo("DRAFT"));

        district.post("plans/" + plan.id() + "/publication", "").statusCode(201);
        card(link).body("standing", equalTo("PUBLISHED"));

        plan.changed(request(change("UNASSIGN", SCHOOL, cadre))).statusCode(200);
        card(link).body("standing", equalTo("CHANGED")).body("duties", hasSize(0));

        var next = district.solved("\"r1\"");
        district.post("plans/" + next + "/publication", "").statusCode(201);
        card(link).body("standing", equalTo("REPLACED"));
        card(cardOf(new HandClient(next), "yang")).body("standing", equalTo("PUBLISHED"));
    }
}
