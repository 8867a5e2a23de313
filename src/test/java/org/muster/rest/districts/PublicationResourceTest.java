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
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.muster.rest.http.DistrictClient.body;
import static org.muster.rest.http.DistrictClient.cadre;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.muster.rest.http.DistrictClient;
import org.muster.rest.http.HandClient;

@QuarkusTest
class PublicationResourceTest {

    private static final String SAMPLING = "gate-r1-sampling";
    private final LocalDate soon = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(3);

    private static void patch(DistrictClient district, String item, String json) {
        body(json).header("If-Match", "*").patch(district.path(item)).then().statusCode(200);
    }

    private static void move(DistrictClient district, String date) {
        patch(district, "rounds/r1", "{\"date\": \"%s\"}".formatted(date));
        patch(district, "windows/r1-early", "{\"start\": \"%1$sT05:30\", \"end\": \"%1$sT13:30\"}".formatted(date));
    }

    private static ValidatableResponse publish(DistrictClient district, String plan) {
        return district.post("plans/" + plan + "/publication", "");
    }

    private static ValidatableResponse withdraw(DistrictClient district, String what) {
        return given().header("Muster-Actor", DistrictClient.ACTOR)
                .delete(district.path(what + "/publication"))
                .then();
    }

    private static List<String> cadresOf(String plan) {
        return when().get("/api/v1/plans/" + plan + "/schedule").jsonPath().getList("assignments.cadre");
    }

    private static Object known(String plan, String cadre, String field) {
        return when().get("/api/v1/plans/" + plan + "/problem")
                .then()
                .extract()
                .path("cadres.find { it.id == '%s' }.%s".formatted(cadre, field));
    }

    private static String cardOf(String plan, String cadre) {
        String path = when().get("/api/v1/plans/%s/cadres/%s/link".formatted(plan, cadre))
                .then()
                .statusCode(200)
                .extract()
                .path("path");
        return path.replace("/duties/", "/api/v1/duty-cards/");
    }

    private static String standing(String card) {
        return when().get(card).path("standing");
    }

    private static List<VEvent> events(String calendar) {
        return Biweekly.parse(new String(when().get(calendar).asByteArray(), StandardCharsets.UTF_8))
                .first()
                .getEvents();
    }

    private static String calendarOf(String plan, String cadre) {
        return "/api/v1/plans/%s/cadres/%s/calendar".formatted(plan, cadre);
    }

    @Test
    void aRoundOnAnotherDateIsAnotherRoundWhateverItsIdentifier() {
        var district = DistrictClient.small();
        String third = "";
        for (var date : List.of("2022-05-03", "2022-05-06", "2022-05-09")) {
            move(district, date);
            third = district.solved("\"r1\"");
            publish(district, third).statusCode(201).body("standing.date", contains(date));
        }

        assertThat(known(third, "yang", "roundsServed")).isEqualTo(2);
        assertThat(known(third, "yang", "minutesServed")).isEqualTo(960);
        district.get("publications").body("standing", everyItem(hasSize(1)));
    }

    @Nested
    class Withdrawal {

        @Test
        void ofAPostponedRoundGivesItsPeopleBack() {
            var district = DistrictClient.smallOn(soon);
            var plan = district.solved("\"r1\"");
            var card = cardOf(plan, "yang");
            publish(district, plan).statusCode(201);
            var told = events(calendarOf(plan, "yang")).getFirst();
            var later = soon.plusDays(1);
            district.move(later);
            patch(
                    district,
                    "windows/r1-early",
                    "{\"start\": \"%sT20:00\", \"end\": \"%sT04:00\"}".formatted(soon, later));
            assertThat(cadresOf(district.solved("\"r1\"")))
                    .as("the old date is still published")
                    .doesNotContain("yang");

            withdraw(district, "rounds/r1")
                    .statusCode(409)
                    .body("code", equalTo("conflict"))
                    .body("detail", containsString(soon.toString()));
            given().header("Muster-Actor", DistrictClient.ACTOR)
                    .delete(district.path("rounds/r1/publication?date=" + soon))
                    .then()
                    .statusCode(200)
                    .body("rounds.date", contains(soon.toString()))
                    .body("duties", equalTo(3));
            when().delete(district.path("rounds/r1/publication?date=" + soon))
                    .then()
                    .statusCode(200)
                    .body("rounds", hasSize(0))
                    .body("duties", equalTo(0));

            district.get("duties?from=%s&to=%s".formatted(soon.minusDays(2), soon.plusDays(6)))
                    .body("", hasSize(0));
            district.get("publications").body("[0].standing", hasSize(0)).body("[0].withdrawn", notNullValue());
            district.get("audit?limit=50")
                    .body("entries.findAll { it.action == 'WITHDRAWN' }.item", contains("r1"))
                    .body("entries.findAll { it.action == 'WITHDRAWN' }.actor", contains(DistrictClient.ACTOR));
            when().get(card)
                    .then()
                    .body("standing", equalTo("WITHDRAWN"))
                    .body("duties.standing", contains("WITHDRAWN"));
            for (var calendar : List.of(calendarOf(plan, "yang"), card + "/calendar")) {
                var cancelled = events(calendar);
                assertThat(cancelled).hasSize(1);
                assertThat(cancelled.getFirst().getUid().getValue())
                        .isEqualTo(told.getUid().getValue());
                assertThat(cancelled.getFirst().getStatus().isCancelled()).isTrue();
                assertThat(cancelled.getFirst().getSequence().getValue())
                        .isGreaterThan(told.getSequence().getValue());
                assertThat(cancelled.getFirst().getDateStart().getValue())
                        .isEqualTo(told.getDateStart().getValue());
            }
            var again = district.solved("\"r1\"");
            assertThat(cadresOf(again)).contains("yang");
            assertThat(known(again, "yang", "minutesServed")).isEqualTo(0);
        }

        @Test
        void ofAPlanIsOfAllItsRoundsAndCanBeUndoneByPublishing() {
            var district = DistrictClient.smallOn(soon);
            district.post("rounds/r1/copies", "{}").statusCode(201);
            var plan = district.solved("\"r1\", \"r2\"");
            withdraw(district, "plans/" + plan).statusCode(200).body("duties", equalTo(0));
            publish(district, plan).statusCode(201);

            withdraw(district, "plans/" + plan)
                    .statusCode(200)
                    .body("rounds.round", contains("r1", "r2"))
                    .body("duties", equalTo(6));
            withdraw(district, "plans/" + plan).statusCode(200).body("duties", equalTo(0));
            assertThat(standing(cardOf(plan, "yang"))).isEqualTo("WITHDRAWN");

            publish(district, plan).statusCode(201);
            assertThat(standing(cardOf(plan, "yang"))).isEqualTo("PUBLISHED");
            assertThat(events(calendarOf(plan, "yang"))).hasSize(2).allMatch(event -> event.getStatus() == null);
        }

        @Test
        void ofOneRoundOfAPlanLeavesTheOthers() {
            var district = DistrictClient.smallOn(soon);
            district.post("rounds/r1/copies", "{}").statusCode(201);
            var plan = district.solved("\"r1\", \"r2\"");
            publish(district, plan).statusCode(201);

            withdraw(district, "rounds/r2").statusCode(200).body("duties", equalTo(3));

            when().get(cardOf(plan, "yang"))
                    .then()
                    .body("standing", equalTo("CHANGED"))
                    .body("duties.standing", contains("PUBLISHED", "WITHDRAWN"));
            district.get("publications").body("[0].standing.round", contains("r1"));
        }

        @Test
        void ofWhatNeverWasIsNoneOrNotFound() {
            var district = DistrictClient.small();

            withdraw(district, "rounds/r1").statusCode(200).body("duties", equalTo(0));
            withdraw(district, "rounds/r9").statusCode(404);
            withdraw(district, "plans/" + UUID.randomUUID()).statusCode(404);
            withdraw(district, "plans/nonsense").statusCode(404);
            when().delete(district.path("rounds/r1/publication?date=soon"))
                    .then()
                    .statusCode(400);
            district.get("audit?limit=50").body("entries.action", not(hasItem("WITHDRAWN")));
        }
    }

    @Nested
    class Cards {

        @Test
        void showWhatStandsWhereOnlyAnotherRoundIsPublishedAnew() {
            var district = DistrictClient.smallOn(soon);
            district.post("rounds/r1/copies", "{}").statusCode(201);
            var plan = district.solved("\"r1\", \"r2\"");
            publish(district, plan).statusCode(201);
            var card = cardOf(plan, "yang");
            String second = district.get("rounds/r2").extract().path("date");
            district.post("absences", "{\"cadre\": \"yang\", \"from\": \"%sT00:00\"}".formatted(second))
                    .statusCode(200);
            var anew = district.solved("\"r2\"");
            publish(district, anew).statusCode(201);

            when().get(card)
                    .then()
                    .body("standing", equalTo("CHANGED"))
                    .body("duties.standing", contains("PUBLISHED", "WITHDRAWN"));
            for (var cadre : List.of("li", "wang", "zhao")) {
                int served = dutiesOf(plan, "r1", cadre) + dutiesOf(anew, "r2", cadre);
                when().get(cardOf(anew, cadre))
                        .then()
                        .body("duties.findAll { it.standing == 'PUBLISHED' }", hasSize(served));
            }
        }

        private static int dutiesOf(String plan, String round, String cadre) {
            return when().get("/api/v1/plans/" + plan + "/schedule")
                    .jsonPath()
                    .<Object>getList("assignments.findAll { it.demand.contains('%s') && it.cadre == '%s' }"
                            .formatted(round, cadre))
                    .size();
        }

        @Test
        void areNotReplacedByARoundOnAnotherDate() {
            var district = DistrictClient.smallOn(soon);
            var plan = district.solved("\"r1\"");
            publish(district, plan).statusCode(201);
            district.move(soon.plusDays(6));

            publish(district, district.solved("\"r1\"")).statusCode(201);

            assertThat(standing(cardOf(plan, "yang"))).isEqualTo("PUBLISHED");
        }

        @Test
        void andCalendarsCancelADutyThatIsTakenAway() {
            var district = DistrictClient.small();
            var plan = new HandClient(district.solved("\"r1\""));
            publish(district, plan.id()).statusCode(201);
            var told = events(calendarOf(plan.id(), "yang")).getFirst();

            plan.changed(HandClient.request(HandClient.change("UNASSIGN", SAMPLING, "yang")))
                    .statusCode(200);
            publish(district, plan.id()).statusCode(201);

            var cancelled = events(calendarOf(plan.id(), "yang"));
            assertThat(cancelled).hasSize(1);
            assertThat(cancelled.getFirst().getUid().getValue())
                    .isEqualTo(told.getUid().getValue());
            assertThat(cancelled.getFirst().getStatus().isCancelled()).isTrue();
            assertThat(cancelled.getFirst().getSequence().getValue())
                    .isGreaterThan(told.getSequence().getValue());
        }
    }

    @Nested
    class RestAcrossAChangeOfTheClock {

        private DistrictClient district(String first, String second, int minRest) {
            var district = DistrictClient.empty();
            body("{\"timeZone\": \"Europe/Berlin\"}")
                    .header("If-Match", "*")
                    .patch("/api/v1/districts/" + district.id())
                    .then()
                    .statusCode(200);
            district.put(
                    "communities",
                    "[{\"id\": \"c\", \"subdistrict\": \"s\", \"location\": {\"lat\": 52.5, \"lon\": 13.4}}]");
            district.put("posts", "[{\"id\": \"guide\"}]");
            district.put("duty-rules", "[{\"id\": \"office\", \"minRest\": %d}]".formatted(minRest));
            district.put("units", "[{\"id\": \"bank\", \"staff\": 9}]");
            district.put("sites", """
                    [{"id": "s1", "community": "c", "location": {"lat": 52.5, "lon": 13.4}},
                     {"id": "s2", "community": "c", "location": {"lat": 52.5, "lon": 13.4}}]""");
            district.put("rounds", """
                    [{"id": "a", "date": "%s"}, {"id": "b", "date": "%s"}]""".formatted(first, second));
            district.put("windows", """
                    [{"id": "wa", "round": "a", "start": "%sT14:00", "end": "%sT22:00"},
                     {"id": "wb", "round": "b", "start": "%sT06:00", "end": "%sT12:00"}]""".formatted(first, first, second, second));
            district.put("demands", """
                    [{"id": "da", "site": "s1", "window": "wa", "post": "guide", "min": 1, "ideal": 1, "max": 1, "priority": 5},
                     {"id": "db", "site": "s2", "window": "wb", "post": "guide", "min": 1, "ideal": 1, "max": 1, "priority": 5}]""");
            district.put("cadres", "[%s]".formatted(cadre("yang", "bank", "c", "")));
            return district;
        }

        @Test
        void isAnHourShorterInSpring() {
            var district = district("2022-03-26", "2022-03-27", 480);
            var before = district.solved("\"b\"");
            publish(district, district.solved("\"a\"")).statusCode(201);

            assertThat(cadresOf(district.solved("\"b\""))).isEmpty();
            publish(district, before)
                    .statusCode(409)
                    .body("errors.code", contains("rest"))
                    .body("errors[0].params.otherDemand", equalTo("da"));
        }

        @Test
        void isAnHourLongerInAutumn() {
            var district = district("2022-10-29", "2022-10-30", 540);
            publish(district, district.solved("\"a\"")).statusCode(201);

            var second = district.solved("\"b\"");

            assertThat(cadresOf(second)).containsExactly("yang");
            publish(district, second).statusCode(201);
        }
    }

    @Nested
    class WhatIsUsedUp {

        @Test
        void countsInTheNextPlan() {
            var district = DistrictClient.small();
            district.put("duty-rules", "[{\"id\": \"office\", \"minRest\": 660, \"maxDuties\": 1}]");
            district.post("rounds/r1/copies", "{\"everyDays\": 2}").statusCode(201);
            publish(district, district.solved("\"r1\"")).statusCode(201);

            var second = district.solved("\"r2\"");

            assertThat(cadresOf(second)).hasSize(1).doesNotContain("yang");
            assertThat(known(second, "yang", "dutyRules")).isEqualTo("office~1");
            when().get("/api/v1/plans/" + second + "/problem")
                    .then()
                    .body("dutyRules.find { it.id == 'office' }.maxDuties", equalTo(1))
                    .body("dutyRules.find { it.id == 'office~1' }.maxDuties", equalTo(0));
        }

        @Test
        void ofACeilingCountsInTheNextPlanOfThatDateAndWhenItIsPublished() {
            var district = DistrictClient.small();
            district.put("units", """
                    [{"id": "bank", "staff": 20, "maxAway": 2}, {"id": "school board", "staff": 10, "maxAway": 1}]""");
            district.put("duty-rules", "[{\"id\": \"office\", \"minRest\": 60}]");
            district.post("rounds/r1/copies", "{\"everyDays\": 0}").statusCode(201);
            patch(district, "windows/r2-early", "{\"start\": \"2022-05-03T16:00\", \"end\": \"2022-05-03T20:00\"}");
            var before = new HandClient(district.solved("\"r2\""));
            String ofSchool = cadresOf(before.id()).stream()
                    .filter(cadre -> List.of("wang", "zhao").contains(cadre))
                    .findFirst()
                    .orElseThrow();
            var first = new HandClient(district.solved("\"r1\""));
            var served = cadresOf(first.id());
            String same = served.contains("wang") ? "wang" : "zhao";
            publish(district, first.id()).statusCode(201);

            assertThat(cadresOf(district.solved("\"r2\"")))
                    .as("who is away already may serve again, the others of the unit may not")
                    .doesNotContain(same.equals("wang") ? "zhao" : "wang");
            if (ofSchool.equals(same)) {
                publish(district, before.id()).statusCode(201);
            } else {
                publish(district, before.id())
                        .statusCode(409)
                        .body("errors.code", contains("unit-ceiling"))
                        .body("errors[0].params.unit", equalTo("school board"));
            }
        }
    }

    @Nested
    class Publishing {

        @Test
        void looksAtTheDistrictAsItIsByThen() {
            var district = DistrictClient.small();
            var plan = new HandClient(district.solved("\"r1\""));
            var guide = plan.cadreOn("gate-r1-guide");
            var teacher = plan.cadreOn("school-r1-guide");
            district.post(
                            "absences",
                            "{\"cadre\": \"%s\", \"kind\": \"SICK\", \"from\": \"2022-05-03T08:00\"}".formatted(guide))
                    .statusCode(200);
            patch(district, "cadres/yang", "{\"skills\": [], \"lastServiceDay\": \"2022-05-02\"}");
            patch(
                    district,
                    "cadres/" + teacher,
                    "{\"confinements\": [{\"site\": \"gate\", \"from\": \"2022-05-01T00:00\"}]}");

            publish(district, plan.id())
                    .statusCode(409)
                    .body("code", equalTo("conflict"))
                    .body("errorCount", equalTo(4))
                    .body("errors.code", containsInAnyOrder("absent", "skill", "last-service-day", "confined"))
                    .body("errors.find { it.code == 'absent' }.params.cadre", equalTo(guide))
                    .body("errors.find { it.code == 'confined' }.params.demand", equalTo("school-r1-guide"))
                    .body("errors.pointer", everyItem(startsWith("/assignments/")));
            given().header("Accept-Language", "zh-CN")
                    .post(district.path("plans/" + plan.id() + "/publication"))
                    .then()
                    .statusCode(409)
                    .body("errors.find { it.code == 'skill' }.detail", containsString("技能"));
            district.get("publications").body("", hasSize(0));

            district.post("plans/" + plan.id() + "/publication?despiteChanges=true", "")
                    .statusCode(201)
                    .body("withdrawn", nullValue());
            district.get("audit?limit=1")
                    .body("entries[0].action", equalTo("PUBLISHED"))
                    .body("entries[0].fields", contains("despiteChanges"));
        }

        @Test
        void namesWhoeverAndWhateverIsGoneOrMoved() {
            var district = DistrictClient.small();
            var plan = new HandClient(district.solved("\"r1\""));
            var guide = plan.cadreOn("gate-r1-guide");
            when().delete(district.path("demands/school-r1-guide")).then().statusCode(428);
            given().header("If-Match", "*")
                    .delete(district.path("demands/school-r1-guide"))
                    .then()
                    .statusCode(204);
            given().header("If-Match", "*")
                    .delete(district.path("cadres/" + guide))
                    .then()
                    .statusCode(204);
            patch(district, "demands/" + SAMPLING, "{\"site\": \"school\"}");

            publish(district, plan.id())
                    .statusCode(409)
                    .body("errors.code", containsInAnyOrder("demand-gone", "left", "demand-moved"));

            patch(district, "windows/r1-early", "{\"start\": \"2022-05-03T06:00\"}");
            publish(district, plan.id()).statusCode(409).body("errors.code", hasItem("window-moved"));
            move(district, "2022-05-04");
            publish(district, plan.id())
                    .statusCode(409)
                    .body("errors.code", hasItem("round-moved"))
                    .body("errors.find { it.code == 'round-moved' }.params.date", equalTo("2022-05-04"));
        }

        @Test
        void refusesWhatOtherRoundsHaveUsedUpMeanwhile() {
            var district = DistrictClient.small();
            district.put("duty-rules", "[{\"id\": \"office\", \"minRest\": 660, \"maxPerKind\": {\"early\": 1}}]");
            district.post("rounds/r1/copies", "{\"everyDays\": 2}").statusCode(201);
            var first = district.solved("\"r1\"");
            var second = district.solved("\"r2\"");
            publish(district, first).statusCode(201);

            publish(district, second)
                    .statusCode(409)
                    .body("errors.code", everyItem(equalTo("duty-rule")))
                    .body("errors.params.dutyRule", everyItem(equalTo("maxPerKind")))
                    .body("errors.params.cadre", hasItem("yang"));
        }

        @Test
        void findsNothingWhereNothingHasChanged() {
            var district = DistrictClient.small();
            district.post("rounds/r1/copies", "{\"count\": 3}").statusCode(201);
            for (int round = 1; round <= 4; round++) {
                var plan = district.solved("\"r" + round + "\"");
                publish(district, plan).statusCode(201);
                publish(district, plan).statusCode(201);
            }
        }
    }
}
