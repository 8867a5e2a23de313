package org.muster.rest.plans;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.muster.problem.ProblemFixture.id;
import static org.muster.rest.http.DistrictClient.body;
import static org.muster.rest.http.HandClient.change;
import static org.muster.rest.http.HandClient.override;
import static org.muster.rest.http.HandClient.request;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.muster.harness.Submissions;
import org.muster.problem.ProblemFixture;
import org.muster.rest.http.DistrictClient;
import org.muster.rest.http.HandClient;

@QuarkusTest
class ContinuationResourceTest {

    private static final String GATE = id("gate MON 07-13");
    private static final String SCHOOL = id("school MON 07-13");
    private static final String SHORT = "{\"options\": {\"timeLimit\": \"PT1S\"}}";

    private static HandClient ended(String id) {
        var plan = new HandClient(id);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> plan.plan().extract().path("status").equals("SOLVED"));
        return plan;
    }

    @Test
    void exactlyWhatIsPinnedInTheScheduleIsKept() {
        var plan = HandClient.solved(new ProblemFixture()
                .demand("gate MON 07-13", 1, 1, 1)
                .demand("school MON 07-13", 1, 1, 1)
                .cadre("yang")
                .cadre("li")
                .cadre("zhao", zhao -> zhao.minutesServed(60_000))
                .pinned("yang", "gate MON 07-13")
                .problem());
        assertThat(plan.cadreOn(SCHOOL)).isEqualTo("li");
        plan.changed(request(
                        change("UNPIN", GATE, "yang"),
                        change("UNASSIGN", SCHOOL, "li"),
                        change("ASSIGN", SCHOOL, "zhao"),
                        change("PIN", SCHOOL, "zhao")))
                .statusCode(200);

        String id = plan.continued("{\"name\": \"once more\", \"options\": {\"timeLimit\": \"PT1S\"}}")
                .statusCode(202)
                .header("Location", containsString("/api/v1/plans/"))
                .body("name", equalTo("once more"))
                .body("options.from", equalTo(plan.id()))
                .body("options.timeLimit", equalTo("PT1S"))
                .body("changedByHand", equalTo(0))
                .extract()
                .path("id");

        var continued = ended(id);
        assertThat(continued.cadreOn(SCHOOL)).isEqualTo("zhao");
        continued
                .get("problem")
                .body("assignments.findAll { it.pinned }.cadre", contains("zhao"))
                .body("assignments.findAll { it.pinned }.demand", contains(SCHOOL));
        continued.get("schedule").body("assignments.findAll { it.pinned }.cadre", contains("zhao"));
        assertThat(when().get(plan.path("problem")).asString())
                .as("the plan itself stays what it was")
                .isNotEqualTo(when().get(continued.path("problem")).asString());
    }

    @Test
    void withoutNameAndOptionsThoseOfThePlanHold() {
        var plan = HandClient.solved(Submissions.interchangeable());

        plan.continued("{}")
                .statusCode(202)
                .body("name", equalTo("by hand"))
                .body("options.timeLimit", equalTo("PT2S"))
                .body("options.seed", equalTo(7));
    }

    @Test
    void pinsThatBreakRulesAmongThemselvesAreRefused() {
        var plan = HandClient.solved(Submissions.interchangeable());
        var cadre = plan.cadreOn(GATE);
        plan.changed(override(
                        change("UNASSIGN", SCHOOL, plan.cadreOn(SCHOOL)),
                        change("ASSIGN", SCHOOL, cadre),
                        change("PIN", SCHOOL, cadre),
                        change("PIN", GATE, cadre)))
                .statusCode(200);

        plan.continued(SHORT)
                .statusCode(422)
                .body("errors.code", everyItem(equalTo("pinned-breaks-rule")))
                .body("errors.params.cadre", everyItem(equalTo(cadre)));
    }

    @Test
    void itStartsFromThisPlanAndNoOther() {
        var plan = HandClient.solved(Submissions.interchangeable());

        plan.continued("{\"options\": {\"from\": \"6ba7b810-9dad-11d1-80b4-00c04fd430c8\"}}")
                .statusCode(422)
                .body("errors.pointer", contains("/options/from"));
        plan.continued("{\"optoins\": {}}").statusCode(422).body("errors.code", contains("unknown-field"));
        body("{}").post("/api/v1/plans/nowhere/continuations").then().statusCode(404);
    }

    @Test
    void aRetryGetsTheSamePlan() {
        var plan = HandClient.solved(Submissions.interchangeable());

        var ids = Stream.generate(() -> given().spec(body(SHORT))
                        .header("Idempotency-Key", plan.id() + " again")
                        .post(plan.path("continuations"))
                        .then()
                        .statusCode(202)
                        .extract()
                        .<String>path("id"))
                .limit(2)
                .toList();

        assertThat(ids.getFirst()).isEqualTo(ids.getLast());
    }

    @Test
    void aPlanOfADistrictStaysOneAndCanBePublished() {
        var district = DistrictClient.small();
        district.post("plans/" + district.solved("\"r1\"") + "/publication", "").statusCode(201);
        var plan = new HandClient(district.solved("\"r1\""));
        var cadre = plan.cadreOn("school-r1-guide");
        plan.get("problem").body("assignments.findAll { it.published }", hasSize(3));
        plan.changed(request(change("PIN", "school-r1-guide", cadre))).statusCode(200);

        String id = plan.continued(SHORT)
                .statusCode(202)
                .body("district", equalTo(district.id()))
                .body("rounds", contains("r1"))
                .extract()
                .path("id");

        district.get("audit?limit=1")
                .body("entries[0].action", equalTo("PLANNED"))
                .body("entries[0].item", equalTo(id));
        var continued = ended(id);
        continued
                .get("problem")
                .body("assignments.findAll { it.published }", hasSize(3))
                .body("assignments.findAll { it.pinned }.cadre", contains(cadre));
        district.post("plans/" + id + "/publication", "").statusCode(201);
    }

    @Test
    void aPlanThatCameByItselfHasNoDistrict() {
        HandClient.solved(Submissions.interchangeable())
                .continued(SHORT)
                .statusCode(202)
                .body("district", nullValue());
    }
}
