package org.muster.rest.plans;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.muster.problem.ProblemFixture.id;
import static org.muster.rest.http.DistrictClient.body;
import static org.muster.rest.http.HandClient.change;
import static org.muster.rest.http.HandClient.override;
import static org.muster.rest.http.HandClient.request;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.muster.harness.Submissions;
import org.muster.problem.ProblemFixture;
import org.muster.rest.http.DistrictClient;
import org.muster.rest.http.HandClient;
import org.muster.rest.http.PlanClient;

@QuarkusTest
class ChangeResourceTest {

    private static final String GATE = id("gate MON 07-13");
    private static final String SCHOOL = id("school MON 07-13");

    /** Two demands, and one cadre more than needed. */
    private static HandClient plan() {
        return HandClient.solved(Submissions.interchangeable());
    }

    private static String idle(HandClient plan) {
        return plan.idle("yang", "li", "zhao");
    }

    private static String replacement(HandClient plan) {
        return request(change("UNASSIGN", GATE, plan.cadreOn(GATE)), change("ASSIGN", GATE, idle(plan)));
    }

    @Test
    void aDryRunSaysWhatWouldComeOfItAndChangesNothing() {
        var plan = plan();
        var before = plan.schedule();
        var tag = plan.tag();

        var foreseen = plan.tried(request(change("UNASSIGN", GATE, plan.cadreOn(GATE))))
                .statusCode(200)
                .header("ETag", tag)
                .body("score.before.medium", equalTo(0))
                .body("score.after.hard", equalTo(0))
                .body("rules.rule", hasItem("cover"))
                .body("rules.find { it.rule == 'cover' }.level", equalTo("MEDIUM"))
                .body("rules.find { it.rule == 'cover' }.quantityBefore", equalTo(0))
                .body("rules.find { it.rule == 'cover' }.pointsBefore", equalTo(0))
                .body("broken", hasSize(0))
                .extract()
                .jsonPath();

        int missing = foreseen.getInt("rules.find { it.rule == 'cover' }.quantityAfter");
        assertThat(missing).isPositive();
        assertThat(foreseen.getInt("score.after.medium")).isEqualTo(-missing);
        assertThat(foreseen.getInt("rules.find { it.rule == 'cover' }.pointsAfter"))
                .isEqualTo(-missing);
        assertThat(tag).isEqualTo("\"%d\"".formatted(foreseen.getInt("version")));
        assertThat(plan.schedule()).isEqualTo(before);
        assertThat(plan.tag()).isEqualTo(tag);
        plan.plan().body("changedByHand", equalTo(0));
    }

    @Test
    void whatIsSavedIsWhatTheDryRunSaid() {
        var plan = plan();
        var request = replacement(plan);
        var foreseen = plan.tried(request).statusCode(200).extract().jsonPath();

        var saved = plan.changed(request).statusCode(200).extract().jsonPath();

        assertThat(saved.getMap("score")).isEqualTo(foreseen.getMap("score"));
        assertThat(saved.getList("rules")).isEqualTo(foreseen.getList("rules"));
        assertThat(saved.getInt("version")).isEqualTo(foreseen.getInt("version") + 1);
        plan.tried(request(change("UNASSIGN", GATE, plan.cadreOn(GATE))))
                .statusCode(200)
                .body("version", equalTo(saved.getInt("version")))
                .body("score.before", equalTo(saved.getMap("score.after")));
    }

    @Test
    void theSavedScheduleIsTheOneOfThePlanAndTheRefereeSaysSo() {
        var plan = plan();
        var idle = idle(plan);

        var tag = plan.changed(replacement(plan)).statusCode(200).extract().header("ETag");

        assertThat(plan.cadreOn(GATE)).isEqualTo(idle);
        plan.plan()
                .header("ETag", tag)
                .body("changedByHand", equalTo(1))
                .body("status", equalTo("SOLVED"))
                .body("outcome", notNullValue());
        var problem = when().get(plan.path("problem")).asString();
        var schedule = when().get(plan.path("schedule")).asString();
        var counted = given().contentType(ContentType.JSON)
                .body("{\"problem\": %s, \"schedule\": %s}"
                        .formatted(problem, schedule)
                        .getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/evaluations")
                .jsonPath();
        assertThat(plan.get("evaluation").extract().jsonPath().getMap("")).isEqualTo(counted.getMap(""));
    }

    @Test
    void onlyTheBoundMakesAPlanOptimal() {
        var plan = plan();
        plan.plan().body("outcome", equalTo("OPTIMAL"));
        var cadre = plan.cadreOn(GATE);

        plan.changed(request(change("UNASSIGN", GATE, cadre))).statusCode(200);
        plan.plan()
                .body("outcome", equalTo("FEASIBLE"))
                .body("missingHeads", not(equalTo(0)))
                .body("score.hard", equalTo(0));

        plan.changed(request(change("ASSIGN", GATE, cadre))).statusCode(200);
        plan.plan().body("outcome", equalTo("OPTIMAL")).body("changedByHand", equalTo(2));
    }

    @Test
    void pinsAreKeptInTheScheduleAndChangeNothingElse() {
        var plan = plan();
        var cadre = plan.cadreOn(GATE);

        plan.changed(request(change("PIN", GATE, cadre))).statusCode(200).body("rules", hasSize(0));
        plan.get("schedule").body("assignments.findAll { it.pinned }.demand", contains(GATE));

        plan.changed(request(change("UNPIN", GATE, cadre))).statusCode(200);
        plan.get("schedule").body("assignments.findAll { it.pinned }", hasSize(0));
    }

    @Test
    void aChangeNeedsTheVersionThatWasSeen() {
        var plan = plan();
        var seen = plan.tag();
        var request = replacement(plan);
        body(request).post(plan.path("changes")).then().statusCode(428).body("code", equalTo("precondition-required"));
        body(request)
                .header("Muster-Actor", "%E6%9D%8E")
                .header("If-Match", seen)
                .post(plan.path("changes"))
                .then()
                .statusCode(200);

        plan.changed(request(change("PIN", SCHOOL, plan.cadreOn(SCHOOL))), seen)
                .statusCode(412)
                .header("ETag", plan.tag())
                .body("code", equalTo("stale"))
                .body("current.etag", equalTo(plan.tag()))
                .body("current.changedByHand", equalTo(1))
                .body("current.score.hard", equalTo(0))
                .body("current.changes", hasSize(1))
                .body("current.changes[0].changes.op", contains("UNASSIGN", "ASSIGN"))
                .body("current.changes[0].changes.demand", contains(GATE, GATE));
        plan.changed(request(change("PIN", SCHOOL, plan.cadreOn(SCHOOL))), "\"0\"")
                .statusCode(412)
                .body("current.changes", nullValue());
        plan.changed(request(change("PIN", SCHOOL, plan.cadreOn(SCHOOL))), "*").statusCode(200);
    }

    @Test
    void ofTwoAtOnceOneIsTold() {
        var plan = plan();
        var seen = plan.tag();
        var pin = request(change("PIN", GATE, plan.cadreOn(GATE)));

        var statuses = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> plan.changed(pin, seen).extract().statusCode()))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(statuses).containsExactlyInAnyOrder(200, 412, 412, 412);
        plan.plan().body("changedByHand", equalTo(1));
    }

    @Test
    void brokenRulesAreNamedAndNeedADeliberateOverride() {
        var plan = plan();
        var cadre = plan.cadreOn(GATE);
        var both = change("ASSIGN", SCHOOL, cadre);
        var before = plan.schedule();

        plan.tried(request(both))
                .statusCode(200)
                .body("broken.rule", containsInAnyOrder("one-seat", "headcount", "overlap-and-rest"));
        given().spec(body(request(both)))
                .header("If-Match", plan.tag())
                .header("Accept-Language", "zh-CN")
                .post(plan.path("changes"))
                .then()
                .statusCode(409)
                .body("code", equalTo("conflict"))
                .body("detail", containsString("违反规则"))
                .body("broken.rule", containsInAnyOrder("one-seat", "headcount", "overlap-and-rest"))
                .body("broken.find { it.rule == 'one-seat' }.cadre", equalTo(cadre))
                .body("broken.find { it.rule == 'headcount' }.demand", equalTo(SCHOOL))
                .body("broken.find { it.rule == 'headcount' }.amount", equalTo(1));
        assertThat(plan.schedule()).isEqualTo(before);

        plan.changed(override(both)).statusCode(200).body("broken", hasSize(3));
        plan.plan().body("outcome", nullValue()).body("gap", nullValue()).body("violations.rule", hasItem("one-seat"));

        // What is broken already stops nobody from changing something else, or from mending it.
        plan.changed(request(change("PIN", GATE, cadre))).statusCode(200);
        plan.changed(request(change("UNASSIGN", SCHOOL, cadre))).statusCode(200);
        plan.plan().body("outcome", equalTo("OPTIMAL"));
    }

    @Test
    void aPinOfTheProblemIsARule() {
        var plan = HandClient.solved(new ProblemFixture()
                .demand("gate MON 07-13", 1, 1, 1)
                .cadre("yang")
                .cadre("li")
                .pinned("yang", "gate MON 07-13")
                .problem());

        plan.changed(request(change("UNASSIGN", GATE, "yang"), change("ASSIGN", GATE, "li")))
                .statusCode(409)
                .body("broken.rule", contains("pinned"))
                .body("broken[0].cadre", equalTo("yang"))
                .body("broken[0].demand", equalTo(GATE));
    }

    @Test
    void impossibleChangesAreAllNamed() {
        var plan = plan();
        var idle = idle(plan);

        plan.changed(request(
                        change("ASSIGN", GATE, plan.cadreOn(GATE)),
                        change("UNASSIGN", GATE, idle),
                        change("PIN", SCHOOL, idle),
                        change("ASSIGN", GATE, "nobody"),
                        change("UNPIN", "nowhere", idle)))
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains(
                                "/changes/0/cadre",
                                "/changes/1/cadre",
                                "/changes/2/cadre",
                                "/changes/3/cadre",
                                "/changes/4/demand"))
                .body(
                        "errors.code",
                        contains(
                                "already-assigned",
                                "not-assigned",
                                "not-assigned",
                                "unknown-reference",
                                "unknown-reference"));
        plan.tried(request(change("PIN", GATE, idle)))
                .statusCode(422)
                .body("errors.pointer", contains("/changes/0/cadre"));
        plan.plan().body("changedByHand", equalTo(0));
    }

    @Test
    void aRequestThatSaysNothingOrTooMuchIsRefused() {
        var plan = plan();

        plan.tried("{}").statusCode(422).body("errors.pointer", contains("/changes"));
        plan.tried("{\"changes\": []}").statusCode(422).body("errors.code", contains("out-of-range"));
        plan.tried(request(
                        Collections.nCopies(1_001, change("PIN", GATE, "yang")).toArray(String[]::new)))
                .statusCode(422)
                .body("errors.code", contains("too-many"));
        plan.tried("{\"changes\": [{\"op\": \"MOVE\", \"demand\": 3}], \"why\": 1}")
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/changes/0/op", "/changes/0/demand", "/changes/0/cadre", "/why"));
        when().post(plan.path("changes")).then().statusCode(415);
        body(request(change("PIN", GATE, "yang")))
                .post("/api/v1/plans/nowhere/changes")
                .then()
                .statusCode(404);
        body(request(change("PIN", GATE, "yang")))
                .post(plan.path("changes?dryRun=perhaps"))
                .then()
                .statusCode(400);
    }

    @Test
    void aPlanThatIsBeingSolvedCanOnlyBeTried() {
        String id = PlanClient.submitted(Submissions.endless("long", 120));
        var plan = new HandClient(id);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> when().get(plan.path("schedule")).statusCode() == 200);
        var request = request(change("UNASSIGN", GATE, plan.cadreOn(GATE)));

        plan.changed(request, "*").statusCode(409).body("detail", containsString(id));
        plan.tried(request).statusCode(200);

        when().delete("/api/v1/plans/" + id).then().statusCode(204);
    }

    @Test
    void aRetryIsNotDoneTwice() {
        var plan = plan();
        var seen = plan.tag();
        var request = replacement(plan);
        var key = plan.id() + " first";

        var answers = Stream.generate(() -> given().spec(body(request))
                        .header("If-Match", seen)
                        .header("Idempotency-Key", key)
                        .post(plan.path("changes")))
                .limit(2)
                .toList();

        answers.forEach(answer -> answer.then().statusCode(200));
        answers.getLast().then().header("Idempotency-Replayed", "true").header("ETag", plan.tag());
        assertThat(answers.getLast().asString()).isEqualTo(answers.getFirst().asString());
        plan.plan().body("changedByHand", equalTo(1));
    }

    @Test
    void theTrailOfADistrictKnowsWhoChangedWhichPlan() {
        var district = DistrictClient.small();
        var plan = new HandClient(district.solved("\"r1\""));
        var idle = plan.idle("li", "wang", "zhao");

        plan.changed(request(
                        change("UNASSIGN", "school-r1-guide", plan.cadreOn("school-r1-guide")),
                        change("ASSIGN", "school-r1-guide", idle),
                        change("PIN", "school-r1-guide", idle)))
                .statusCode(200);

        district.get("audit?limit=1")
                .body("entries[0].action", equalTo("CHANGED"))
                .body("entries[0].item", equalTo(plan.id()))
                .body("entries[0].actor", equalTo(DistrictClient.ACTOR))
                .body("entries[0].fields", equalTo(List.of("assignments", "pinned")));
        district.post("plans/" + plan.id() + "/publication", "").statusCode(201);
        district.get("duties?cadre=" + idle).body("demand", contains("school-r1-guide"));
    }

    @Test
    void whoIsForgottenIsNotTold() {
        var district = DistrictClient.small();
        var plan = new HandClient(district.solved("\"r1\""));
        var seen = plan.tag();
        var cadre = plan.cadreOn("school-r1-guide");
        plan.changed(request(change("PIN", "school-r1-guide", cadre))).statusCode(200);

        district.post("erasures", "{\"cadre\": \"%s\"}".formatted(cadre)).statusCode(200);

        var pseudonym = plan.cadreOn("school-r1-guide");
        assertThat(pseudonym).startsWith("erased-");
        plan.changed(request(change("UNPIN", "school-r1-guide", pseudonym)), seen)
                .statusCode(412)
                .body("current.changes", nullValue());
        plan.changed(request(change("UNPIN", "school-r1-guide", pseudonym))).statusCode(200);
    }
}
