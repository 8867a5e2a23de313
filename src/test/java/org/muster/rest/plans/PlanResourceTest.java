package org.muster.rest.plans;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.muster.rest.http.PlanClient.solved;
import static org.muster.rest.http.PlanClient.submit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.muster.demo.HangzhouProblem;
import org.muster.harness.Submissions;

@QuarkusTest
class PlanResourceTest {

    private static final int LONG = 120;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Submits a plan that will not end by itself, and waits until it has begun. */
    private static String running() {
        String id = submit(Submissions.endless("long", LONG), "PT0S").extract().path("id");
        await().atMost(Duration.ofSeconds(60)).until(() -> status(id).equals("SOLVING"));
        return id;
    }

    private static String status(String id) {
        return when().get("/api/v1/plans/" + id).path("status");
    }

    @Nested
    class LifeCycle {

        @Test
        void aProblemBecomesAPlanWithASchedule() {
            String id = submit(Submissions.of("round one", Submissions.smallDistrict(), 1), "PT60S")
                    .statusCode(202)
                    .header("Location", containsString("/api/v1/plans/"))
                    .header("Cache-Control", "no-store")
                    .header("ETag", notNullValue())
                    .body("status", equalTo("SOLVED"))
                    .body("outcome", equalTo("OPTIMAL"))
                    .body("name", equalTo("round one"))
                    .body("score.hard", equalTo(0))
                    .body("score.medium", equalTo(0))
                    .body("bound.medium", equalTo(0))
                    .body("gap", notNullValue())
                    .body("progress.gap", notNullValue())
                    .body("missingHeads", equalTo(0))
                    .body("options.seed", equalTo(7))
                    .body("options.timeLimit", equalTo("PT1S"))
                    .body("started", endsWith("Z"))
                    .body("machine", notNullValue())
                    .extract()
                    .path("id");

            when().get("/api/v1/plans/" + id + "/schedule")
                    .then()
                    .statusCode(200)
                    .body("plan", equalTo(id))
                    .body("assignments", hasSize(4))
                    .body("unfilled", hasSize(0));
        }

        @Test
        void headsThatNobodyCanFillAreListed() {
            String id = solved(Submissions.of("short", Submissions.shortStaffed(), 1));

            when().get("/api/v1/plans/" + id + "/schedule")
                    .then()
                    .body("assignments", hasSize(1))
                    .body("unfilled", hasSize(1))
                    .body("unfilled[0].missing", equalTo(1));
        }

        @Test
        void minimumsThatCannotBeKeptAreNamedAndAllHeadsFilled() {
            submit(Submissions.of("too few duties", Submissions.tooFewDuties(), 10), "PT60S")
                    .body("status", equalTo("SOLVED"))
                    .body("outcome", equalTo("INFEASIBLE"))
                    .body("score.hard", equalTo(-1))
                    .body("score.medium", equalTo(0))
                    .body("violations", hasSize(1))
                    .body("violations[0].dutyRule", equalTo("minDuties"))
                    .body("infeasibility", hasSize(1))
                    .body("infeasibility[0].cadres", equalTo(List.of("yang", "li")))
                    .body("infeasibility[0].dutyRules", equalTo(List.of("minDuties")))
                    .body("infeasibility[0].needed", equalTo(4))
                    .body("infeasibility[0].available", equalTo(3))
                    .body("infeasibility[0].text.en", containsString("yang, li"))
                    .body("infeasibility[0].text.zh", containsString("yang、li"));
        }

        @Test
        void theProblemComesBackByteByByte() {
            var odd = Submissions.json(Submissions.smallDistrict())
                    .replace(",", " ,\n\t")
                    .replace(":", " : ");
            odd = odd.replace("07 : 00", "07:00").replace("13 : 00", "13:00").replace("19 : 00", "19:00");
            String id = solved(Submissions.of("bytes", odd, 1));

            assertThat(when().get("/api/v1/plans/" + id + "/problem").asByteArray())
                    .isEqualTo(odd.getBytes(StandardCharsets.UTF_8));
        }

        @Test
        void aScheduleCanBePostedBackForEvaluation() {
            var problem = Submissions.json(Submissions.smallDistrict());
            String id = solved(Submissions.of("evaluated", problem, 1));
            var schedule = when().get("/api/v1/plans/" + id + "/schedule").asString();
            var stored = when().get("/api/v1/plans/" + id + "/evaluation").jsonPath();

            var counted = given().contentType(ContentType.JSON)
                    .body("{\"problem\": %s, \"schedule\": %s}".formatted(problem, schedule))
                    .when()
                    .post("/api/v1/evaluations");

            counted.then().statusCode(200).body("rules", hasSize(28)).body("demands", hasSize(3));
            assertThat(counted.jsonPath().getMap("")).isEqualTo(stored.getMap(""));
        }

        @Test
        void aScheduleIsATableToo() {
            String id = solved(Submissions.of("table", Submissions.smallDistrict(), 1));

            given().accept("text/csv")
                    .when()
                    .get("/api/v1/plans/" + id + "/schedule")
                    .then()
                    .statusCode(200)
                    .contentType("text/csv")
                    .header("Content-Disposition", containsString("attachment"))
                    .body(containsString("yang"));
        }

        @Test
        void aScheduleIsAWorkbookToo() throws IOException {
            String id = solved(Submissions.of("Round one", Submissions.shortStaffed(), 1));

            var answer = given().accept(XLSX)
                    .header("Accept-Language", "zh-CN")
                    .when()
                    .get("/api/v1/plans/" + id + "/schedule");

            answer.then()
                    .statusCode(200)
                    .contentType(XLSX)
                    .header("Cache-Control", "no-store")
                    .header("Content-Language", "zh-CN")
                    .header("Vary", containsString("Accept-Language"))
                    .header("Content-Disposition", "attachment; filename=\"schedule-%s.xlsx\"".formatted(id));
            try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(answer.asByteArray()))) {
                assertThat(workbook.getSheets()).extracting(Sheet::getName).contains("总览", "gate", "school", "bureau");
                assertThat(workbook.getFirstSheet().read().getFirst().getCellText(0))
                        .isEqualTo("Round one");
            }
        }

        @Test
        void aScheduleIsJsonForWhoDoesNotSay() {
            String id = solved(Submissions.of("plain", Submissions.shortStaffed(), 1));

            for (String accepted : List.of("*/*", "application/json, text/csv;q=0.5", "application/*")) {
                given().accept(accepted)
                        .when()
                        .get("/api/v1/plans/" + id + "/schedule")
                        .then()
                        .contentType(ContentType.JSON);
            }
            given().accept("application/pdf")
                    .when()
                    .get("/api/v1/plans/" + id + "/schedule")
                    .then()
                    .statusCode(406);
        }

        @Test
        void aGzippedProblemIsAccepted() throws IOException {
            var bytes = new ByteArrayOutputStream();
            try (var zipped = new GZIPOutputStream(bytes)) {
                zipped.write(
                        Submissions.of("zipped", Submissions.smallDistrict(), 1).getBytes(StandardCharsets.UTF_8));
            }
            given().contentType(ContentType.JSON)
                    .header("Content-Encoding", "gzip")
                    .body(bytes.toByteArray())
                    .when()
                    .post("/api/v1/plans?wait=PT60S")
                    .then()
                    .statusCode(202)
                    .body("status", equalTo("SOLVED"));
        }

        @Test
        void whoHasSeenTheLatestGetsItNotAgain() {
            String id = solved(Submissions.of("seen", Submissions.smallDistrict(), 1));
            var tag = when().get("/api/v1/plans/" + id).header("ETag");

            given().header("If-None-Match", tag)
                    .when()
                    .get("/api/v1/plans/" + id)
                    .then()
                    .statusCode(304);
            when().get("/api/v1/plans/" + id + "/schedule").then().header("ETag", tag);
            given().header("If-None-Match", tag)
                    .when()
                    .get("/api/v1/plans/" + id + "/schedule")
                    .then()
                    .statusCode(304);
        }
    }

    @Nested
    class Bounds {

        @Test
        void aProvenPlanEndsLongBeforeItsTimeAndTellsHow() {
            var plan = submit(Submissions.of("proven", Submissions.shortStaffed(), LONG), "PT60S")
                    .body("status", equalTo("SOLVED"))
                    .body("outcome", equalTo("OPTIMAL"))
                    .extract()
                    .jsonPath();

            assertThat(plan.getInt("missingHeads")).isZero();
            assertThat(plan.getMap("bound")).isEqualTo(plan.getMap("score"));
            when().get("/api/v1/plans/" + plan.getString("id") + "/bound")
                    .then()
                    .statusCode(200)
                    .body("medium", equalTo(-1))
                    .body("soft", equalTo(plan.getInt("score.soft")))
                    .body("gap", equalTo(0.0f))
                    .body("parts.part", hasItem("COVER"))
                    .body("parts.part", hasItem("EVERYTHING"))
                    .body("parts.text.zh", everyItem(notNullValue()))
                    .body("method.zh", containsString("最优解"))
                    .body("method.en", containsString("solved to the end"))
                    .body("elapsed", startsWith("PT"));
        }

        @Test
        void theCourseEndsWhereThePlanDoes() {
            var plan = submit(Submissions.endless("course", 5), "PT60S")
                    .body("status", equalTo("SOLVED"))
                    .extract()
                    .jsonPath();

            var course = when().get("/api/v1/plans/" + plan.getString("id") + "/course")
                    .then()
                    .statusCode(200)
                    .body("moments", hasSize(greaterThan(1)))
                    .extract()
                    .jsonPath();
            assertThat(course.getMap("moments[-1].score")).isEqualTo(plan.getMap("score"));
            assertThat(course.getMap("moments[-1].bound")).isEqualTo(plan.getMap("bound"));
            assertThat(course.getString("moments[-1].elapsed")).isEqualTo(plan.getString("progress.elapsed"));
        }

        @Test
        void aSearchEndsOnceTheGapIsSmallEnough() {
            submit(
                            Submissions.withOptions(
                                    "wide", Submissions.smallDistrict(), "\"timeLimit\": \"PT120S\", \"gapTarget\": 1"),
                            "PT60S")
                    .body("status", equalTo("SOLVED"))
                    .body("gap", notNullValue());
        }

        @Test
        void aPlanThatHasNotBegunHasNoBound() {
            String first = running();
            String waiting = submit(Submissions.endless("waiting", LONG), "PT0S")
                    .extract()
                    .path("id");

            when().get("/api/v1/plans/" + waiting + "/bound")
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("not-found"));

            when().delete("/api/v1/plans/" + waiting).then().statusCode(204);
            when().delete("/api/v1/plans/" + first).then().statusCode(204);
        }
    }

    @Nested
    class Continued {

        @Test
        void aPlanStartsFromAnEarlierOneAndTheDiffTellsWhatChanged() {
            String first = solved(Submissions.of("first", Submissions.smallDistrict(), 1));
            var options = "\"timeLimit\": \"PT1S\", \"seed\": 8, \"from\": \"%s\"".formatted(first);
            var second = submit(Submissions.withOptions("second", Submissions.smallDistrict(), options), "PT60S")
                    .statusCode(202)
                    .body("options.from", equalTo(first))
                    .body("status", equalTo("SOLVED"))
                    .extract()
                    .jsonPath();
            int soft = when().get("/api/v1/plans/" + first).path("score.soft");
            assertThat(second.getInt("score.soft")).isGreaterThanOrEqualTo(soft);

            when().get("/api/v1/plans/" + first + "/diff?to=" + second.getString("id"))
                    .then()
                    .statusCode(200)
                    .body("difference.soft", equalTo(second.getInt("score.soft") - soft))
                    .body("rules", hasSize(28));
            when().get("/api/v1/plans/" + first + "/diff?to=" + first)
                    .then()
                    .body("cadres", hasSize(0))
                    .body("rules.points", everyItem(equalTo(0)));
        }

        @Test
        void whatTheProblemNoLongerHasIsLeftAside() {
            String first = solved(Submissions.of("first", Submissions.smallDistrict(), 1));
            var options = "\"timeLimit\": \"PT1S\", \"from\": \"%s\"".formatted(first);

            String second = submit(Submissions.withOptions("less", Submissions.shortStaffed(), options), "PT60S")
                    .body("status", equalTo("SOLVED"))
                    .body("score.hard", equalTo(0))
                    .body("score.medium", equalTo(-1))
                    .extract()
                    .path("id");

            when().get("/api/v1/plans/" + first + "/diff?to=" + second)
                    .then()
                    .body("cadres.cadre", hasItem("zhao"))
                    .body("difference.medium", equalTo(-1));
        }

        @Test
        void anUnknownPlanIsAFault() {
            for (String from : List.of("nowhere", "00000000-0000-0000-0000-000000000000")) {
                submit(
                                Submissions.withOptions(
                                        "lost", Submissions.smallDistrict(), "\"from\": \"%s\"".formatted(from)),
                                "PT0S")
                        .statusCode(422)
                        .body("errors[0].pointer", equalTo("/options/from"))
                        .body("errors[0].code", equalTo("unknown-reference"));
            }
        }

        @Test
        void aDiffNeedsAnotherPlan() {
            String id = solved(Submissions.of("alone", Submissions.shortStaffed(), 1));

            when().get("/api/v1/plans/" + id + "/diff").then().statusCode(400);
            when().get("/api/v1/plans/" + id + "/diff?to=nowhere").then().statusCode(404);
        }
    }

    @Nested
    class EndingEarly {

        @Test
        void aStoppedPlanKeepsItsBest() {
            String id = running();
            when().get("/api/v1/plans/" + id).then().header("Retry-After", notNullValue());

            when().post("/api/v1/plans/" + id + "/stop").then().statusCode(202);

            await().atMost(Duration.ofSeconds(60)).until(() -> status(id).equals("STOPPED"));
            when().get("/api/v1/plans/" + id).then().header("Retry-After", nullValue());
            when().get("/api/v1/plans/" + id + "/schedule").then().body("assignments", hasSize(4));
        }

        @Test
        void aDeletedPlanLeavesNothingAndTheNextIsSolved() {
            String id = running();

            when().delete("/api/v1/plans/" + id).then().statusCode(204);

            for (String part : List.of("", "/problem", "/schedule", "/evaluation")) {
                when().get("/api/v1/plans/" + id + part).then().statusCode(404);
            }
            when().delete("/api/v1/plans/" + id).then().statusCode(404);
            solved(Submissions.of("next", Submissions.smallDistrict(), 1));
        }

        @Test
        void aPlanThatWaitsIsStoppedBeforeItBegins() {
            String first = running();
            String waiting = submit(Submissions.of("waiting", Submissions.smallDistrict(), LONG), "PT0S")
                    .body("status", equalTo("QUEUED"))
                    .extract()
                    .path("id");

            when().post("/api/v1/plans/" + waiting + "/stop").then().body("status", equalTo("STOPPED"));

            when().get("/api/v1/plans/" + waiting + "/schedule").then().statusCode(404);
            when().delete("/api/v1/plans/" + first).then().statusCode(204);
        }
    }

    @Nested
    class Lists {

        @Test
        void pagesHoldEachPlanOnceNewestFirst() {
            String first = running();
            var submitted = new HashSet<String>();
            for (int i = 0; i < 5; i++) {
                submitted.add(submit(Submissions.of("Paged " + i, Submissions.smallDistrict(), 1), "PT0S")
                        .extract()
                        .path("id"));
            }

            var seen = new ArrayList<String>();
            String next = "/api/v1/plans?name=pAGED&limit=2";
            while (next != null) {
                var page = given().urlEncodingEnabled(false).when().get(next);
                page.then().statusCode(200);
                seen.addAll(page.jsonPath().getList("plans.id"));
                next = page.path("next");
                assertThat(page.header("Link") == null).isEqualTo(next == null);
            }

            assertThat(seen).hasSize(5).containsExactlyInAnyOrderElementsOf(submitted);
            submitted.forEach(id -> when().delete("/api/v1/plans/" + id).then().statusCode(204));
            when().delete("/api/v1/plans/" + first).then().statusCode(204);
        }

        @Test
        void filtersByStatus() {
            solved(Submissions.of("listed", Submissions.smallDistrict(), 1));

            when().get("/api/v1/plans?status=SOLVED")
                    .then()
                    .statusCode(200)
                    .body("plans.size()", greaterThan(0))
                    .body("plans.status", everyItem(equalTo("SOLVED")));
        }

        @Test
        void aNameIsLookedForAsItIs() {
            given().queryParam("name", "%'; drop table plan; --")
                    .when()
                    .get("/api/v1/plans")
                    .then()
                    .statusCode(200)
                    .body("plans", hasSize(0));
        }
    }

    @Test
    void hangzhousRealSamplingPointsAreStaffedWithoutABrokenRule() {
        String id = solved(Submissions.of("Hangzhou", HangzhouProblem.problem(1), 8));

        when().get("/api/v1/plans/" + id).then().body("score.hard", equalTo(0)).body("outcome", equalTo("FEASIBLE"));
    }
}
