package org.muster.rest.handout;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.muster.problem.ProblemFixture.id;
import static org.muster.rest.http.HandClient.change;
import static org.muster.rest.http.HandClient.request;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muster.harness.Submissions;
import org.muster.problem.ProblemFixture;
import org.muster.rest.http.Cursor;
import org.muster.rest.http.DistrictClient;
import org.muster.rest.http.HandClient;

@QuarkusTest
class DutyCardResourceTest {

    private static final String SCHOOL = "school-r1-guide";
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final LocalDate soon = today.plusDays(3);

    private static String cardOf(HandClient plan, String cadre) {
        String path = plan.get("cadres/" + cadre + "/link")
                .statusCode(200)
                .body("path", matchesPattern("/duties/[A-Za-z0-9_-]{43}"))
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
        var district = DistrictClient.smallOn(soon);
        var plan = new HandClient(district.solved("\"r1\""));
        publish(district, plan.id());

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
    void aLinkOfAProblemShowsWhatIsChangedInItsPlan() {
        var plan = HandClient.solved(Submissions.interchangeable());
        var idle = plan.idle("yang", "li", "zhao");
        var link = cardOf(plan, idle);
        card(link).statusCode(200).body("duties", hasSize(0));

        plan.changed(request(
                        change("UNASSIGN", id("gate MON 07-13"), plan.cadreOn(id("gate MON 07-13"))),
                        change("ASSIGN", id("gate MON 07-13"), idle)))
                .statusCode(200);

        card(link).body("duties.site", contains("gate")).body("changed", notNullValue());
        var second = cardOf(plan, idle);
        assertThat(second).isNotEqualTo(link);
        card(second).body("duties.site", contains("gate"));
        card(link).statusCode(200);
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
                .isNotEqualTo(plan.get("cadres/" + first.getString("links[0].cadre") + "/link")
                        .extract()
                        .path("path"));
        assertThat(first.<String>getList("links.cadre"))
                .doesNotContain(rest.getString("links[0].cadre"), plan.idle("yang", "li", "wang", "zhao"));
        district.get("audit?limit=3")
                .body("entries.action", contains("EXPORTED", "EXPORTED", "EXPORTED"))
                .body("entries[0].fields", contains("link"))
                .body("entries[2].actor", equalTo(DistrictClient.ACTOR));
        when().get(plan.path("links?cursor=" + Cursor.of(List.of("nobody"))))
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
    void aLinkOfAProblemEndsWithItsPlan() {
        var plan = HandClient.solved(Submissions.shortStaffed());
        var link = cardOf(plan, "yang");

        when().delete("/api/v1/plans/" + plan.id()).then().statusCode(204);

        card(link).statusCode(404);
        card(link + "/calendar").statusCode(404);
    }

    @Test
    void aLinkOfADistrictEndsWithThePersonAndNotWithAPlan() {
        var district = DistrictClient.smallOn(soon);
        var plan = new HandClient(district.solved("\"r1\""));
        var yang = cardOf(plan, "yang");
        var other = cardOf(plan, plan.cadreOn(SCHOOL));
        card(yang).statusCode(200);

        district.post("erasures", "{\"cadre\": \"yang\"}").statusCode(200);
        assertShowsNothing(yang);
        plan.get("cadres/yang/link").statusCode(404);

        when().delete("/api/v1/plans/" + plan.id()).then().statusCode(204);
        card(other).statusCode(200);
    }

    @Test
    void aLinkEndsWhenItsCadreLeavesTheListAndDoesNotComeBack() {
        var district = DistrictClient.smallOn(soon);
        var plan = new HandClient(district.solved("\"r1\""));
        var li = cardOf(plan, "li");

        given().header("If-Match", "*")
                .delete(district.path("cadres/li"))
                .then()
                .statusCode(204);
        assertShowsNothing(li);
        plan.get("cadres/li/link").statusCode(404).body("detail", containsString("li"));
        plan.get("links").statusCode(200).body("links.cadre", not(hasItem("li")));

        district.post("cadres", DistrictClient.cadre("li", "bank", "north", "")).statusCode(201);
        assertShowsNothing(li);
        card(cardOf(plan, "li")).statusCode(200);
    }

    private static void assertShowsNothing(String link) {
        String wrong = card("/api/v1/duty-cards/yang").statusCode(404).extract().path("detail");
        card(link).statusCode(404).body("detail", equalTo(wrong));
        card(link + "/calendar").statusCode(404).body("detail", equalTo(wrong));
    }

    @Test
    void aPersonHasAsManyLinksAsAreMadeAndTheyAreRevokedTogether() {
        var district = DistrictClient.smallOn(soon);
        var plan = new HandClient(district.solved("\"r1\""));
        var one = cardOf(plan, "yang");
        var two = cardOf(plan, "yang");
        var other = cardOf(plan, "li");
        assertThat(two).isNotEqualTo(one);
        card(one).statusCode(200);
        card(two).statusCode(200);

        revoke(district, "yang").statusCode(200).body("links", equalTo(2));

        assertShowsNothing(one);
        assertShowsNothing(two);
        card(other).statusCode(200);
        card(cardOf(plan, "yang")).statusCode(200);
        district.get("audit?list=cadres&item=yang")
                .body("entries.findAll { it.action == 'REVOKED' }.actor", contains(DistrictClient.ACTOR))
                .body("entries.find { it.action == 'REVOKED' }.fields", contains("link"));
        revoke(district, "nobody").statusCode(404);
        when().delete("/api/v1/districts/none/cadres/yang/links").then().statusCode(404);
    }

    private static ValidatableResponse revoke(DistrictClient district, String cadre) {
        return given().header("Muster-Actor", DistrictClient.ACTOR)
                .delete(district.path("cadres/" + cadre + "/links"))
                .then();
    }

    @Test
    void aCardShowsWhatStandsAndNeverADraft() {
        var district = DistrictClient.smallOn(soon);
        var plan = new HandClient(district.solved("\"r1\""));
        var cadre = plan.cadreOn(SCHOOL);
        var link = cardOf(plan, cadre);
        card(link)
                .body("standing", equalTo("PUBLISHED"))
                .body("duties", hasSize(0))
                .body("ended", nullValue());
        assertThat(events(link)).isEmpty();

        publish(district, plan.id());
        card(link)
                .body("standing", equalTo("PUBLISHED"))
                .body("ended", notNullValue())
                .body("changed", nullValue())
                .body("duties.standing", contains("PUBLISHED"))
                .body("duties[0].site", equalTo("school"))
                .body("duties[0].community", equalTo("south"))
                .body("duties[0].subdistrict", equalTo("new town"))
                .body("duties[0].post", equalTo("guide"))
                .body("duties[0].location.lat", equalTo(39.90f))
                .body("duties[0].travelMinutes", greaterThan(0))
                .body("duties[0].start", equalTo(soon + "T05:30:00"));

        plan.changed(request(change("UNASSIGN", SCHOOL, cadre))).statusCode(200);
        card(link).body("duties.standing", contains("PUBLISHED"));

        publish(district, plan.id());
        card(link).body("standing", equalTo("WITHDRAWN")).body("duties.standing", contains("WITHDRAWN"));
    }

    @Test
    void aLinkGoesOnWhenAnotherPlanTakesThePlaceOfItsPlan() {
        var district = DistrictClient.smallOn(soon);
        var plan = new HandClient(district.solved("\"r1\""));
        publish(district, plan.id());
        var cadre = plan.cadreOn(SCHOOL);
        var link = cardOf(plan, cadre);
        var told = events(link).getFirst();
        district.post("absences", "{\"cadre\": \"%s\"}".formatted(cadre)).statusCode(200);

        var next = new HandClient(district.solved("\"r1\""));
        publish(district, next.id());

        assertThat(next.cadreOn(SCHOOL)).isNotEqualTo(cadre);
        card(link).body("standing", equalTo("WITHDRAWN")).body("duties.standing", contains("WITHDRAWN"));
        card(cardOf(plan, next.cadreOn(SCHOOL))).body("duties.site", hasItem("school"));
        var cancelled = events(link);
        assertThat(cancelled).hasSize(1);
        assertThat(cancelled.getFirst().getUid()).isEqualTo(told.getUid());
        assertThat(cancelled.getFirst().getStatus().isCancelled()).isTrue();
        assertThat(cancelled.getFirst().getSequence().getValue())
                .isGreaterThan(told.getSequence().getValue());
    }

    @Test
    void aCalendarHasTheEventsOfThePlan() {
        var district = DistrictClient.smallOn(soon);
        var plan = new HandClient(district.solved("\"r1\""));
        publish(district, plan.id());

        var ofPlan = events(plan.path("cadres/yang")).getFirst();
        var ofLink = events(cardOf(plan, "yang")).getFirst();

        assertThat(ofLink.getUid()).isEqualTo(ofPlan.getUid());
        assertThat(ofLink.getSequence()).isEqualTo(ofPlan.getSequence());
        assertThat(ofLink.getSummary()).isEqualTo(ofPlan.getSummary());
        assertThat(ofLink.getDescription()).isEqualTo(ofPlan.getDescription());
        assertThat(ofLink.getLocation()).isEqualTo(ofPlan.getLocation());
        assertThat(ofLink.getGeo()).isEqualTo(ofPlan.getGeo());
        assertThat(ofLink.getDateStart()).isEqualTo(ofPlan.getDateStart());
    }

    @Test
    void aCardNamesWhatTheListsHaveNoLongerByItsIdentifier() {
        var district = DistrictClient.smallOn(soon);
        var plan = new HandClient(district.solved("\"r1\""));
        publish(district, plan.id());
        var link = cardOf(plan, plan.cadreOn(SCHOOL));
        for (var item : List.of("demands/" + SCHOOL, "sites/school")) {
            given().header("If-Match", "*").delete(district.path(item)).then().statusCode(204);
        }

        card(link)
                .statusCode(200)
                .body("duties[0].site", equalTo("school"))
                .body("duties[0].post", equalTo(SCHOOL))
                .body("duties[0].location", nullValue())
                .body("duties[0].community", equalTo(""))
                .body("duties[0].travelMinutes", equalTo(0));
        assertThat(events(link)).hasSize(1);
    }

    @Test
    void aCardShowsTheLastWeekAndWithdrawnDutiesOnlyUntilTheyWouldStart() {
        for (var day : Map.of(today.minusDays(9), 0, today.minusDays(6), 1).entrySet()) {
            var district = DistrictClient.smallOn(day.getKey());
            var plan = new HandClient(district.solved("\"r1\""));
            publish(district, plan.id());
            var link = cardOf(plan, "yang");
            card(link).body("duties", hasSize(day.getValue()));

            when().delete(district.path("plans/" + plan.id() + "/publication"))
                    .then()
                    .statusCode(200);
            card(link).body("duties", hasSize(0)).body("standing", equalTo("PUBLISHED"));
        }
    }

    private static void publish(DistrictClient district, String plan) {
        district.post("plans/" + plan + "/publication", "").statusCode(201);
    }

    private static List<VEvent> events(String of) {
        var answer = when().get(of + "/calendar").then().statusCode(200).extract();
        return Biweekly.parse(new String(answer.asByteArray(), StandardCharsets.UTF_8))
                .first()
                .getEvents();
    }
}
