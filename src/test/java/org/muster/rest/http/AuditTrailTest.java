package org.muster.rest.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.muster.rest.http.DistrictClient.body;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.muster.persistence.districts.DistrictStore;

/** Whoever is told a phone is in the trail, and no phone is told beside it. */
@QuarkusTest
class AuditTrailTest {

    private static final String PHONE = "13800138000";
    private static final String MASKED = "138****8000";

    @Inject
    DistrictStore districts;

    @Inject
    DataSource dataSource;

    /** What was noted of a cadre, newest first. */
    private static List<String> actionsOn(DistrictClient district, String cadre) {
        return district.get("audit?list=cadres&item=" + cadre).extract().path("entries.action");
    }

    private static RequestSpecification as(String actor) {
        return given().header("Muster-Actor", actor);
    }

    private static void assertMasked(ValidatableResponse answer) {
        answer.body(not(containsString(PHONE))).body(containsString(MASKED));
    }

    @Nested
    class WhoeverReadsAPhone {

        @Test
        void isNoted() {
            var district = DistrictClient.small();

            as("clerk").get(district.path("cadres/li")).then().body("phone", equalTo(PHONE));

            district.get("audit?list=cadres&item=li")
                    .body("entries", hasSize(2))
                    .body("entries[0].action", equalTo("EXPORTED"))
                    .body("entries[0].actor", equalTo("clerk"))
                    .body("entries[0].fields", contains("phone"))
                    .body("entries[1].action", equalTo("CREATED"));
        }

        @Test
        void isNotedEachTime() {
            var district = DistrictClient.small();

            district.get("cadres/li").statusCode(200);
            district.get("cadres/li").statusCode(200);

            assertThat(actionsOn(district, "li")).containsExactly("EXPORTED", "EXPORTED", "CREATED");
        }

        @Test
        void isNotedOnlyWhereThereIsOneInTheAnswer() {
            var district = DistrictClient.small();
            var tag = district.get("cadres/li").extract().header("ETag");

            given().header("If-None-Match", tag)
                    .get(district.path("cadres/li"))
                    .then()
                    .statusCode(304);
            when().head(district.path("cadres/li")).then().statusCode(200);
            district.get("cadres/wang").body("phone", nullValue());
            district.get("cadres?q=li").statusCode(200);

            assertThat(actionsOn(district, "li")).containsExactly("EXPORTED", "CREATED");
            assertThat(actionsOn(district, "wang")).containsExactly("CREATED");
        }

        @Test
        void ofAWholeListIsNoted() {
            var district = DistrictClient.small();

            as("clerk").get(district.path("files/cadres")).then().body(containsString(PHONE));

            district.get("audit?list=cadres&limit=1")
                    .body("entries[0].action", equalTo("EXPORTED"))
                    .body("entries[0].actor", equalTo("clerk"))
                    .body("entries[0].item", nullValue());
        }

        @Test
        void inAHandoutIsNoted() {
            var district = DistrictClient.small();
            var plan = district.solved("\"r1\"");

            as("clerk")
                    .accept(MediaTypes.XLSX)
                    .get("/api/v1/plans/" + plan + "/schedule")
                    .then()
                    .statusCode(200);
            as("clerk").get("/api/v1/plans/" + plan + "/cadres/li/link").then().statusCode(200);

            district.get("audit?limit=2")
                    .body("entries[0].fields", contains("link"))
                    .body("entries[0].item", equalTo("li"))
                    .body("entries[1].list", equalTo("plans"))
                    .body("entries.action", contains("EXPORTED", "EXPORTED"))
                    .body("entries.actor", contains("clerk", "clerk"));
        }
    }

    @Nested
    class NobodyElse {

        @Test
        void isToldAPhoneByAPatch() {
            var district = DistrictClient.small();
            assertMasked(body("{}")
                    .header("If-Match", "*")
                    .patch(district.path("cadres/li"))
                    .then()
                    .statusCode(200));
            assertMasked(body("{\"name\": \"李\"}")
                    .header("If-Match", "*")
                    .patch(district.path("cadres/li"))
                    .then()
                    .statusCode(200));
            district.get("cadres/li").body("phone", equalTo(PHONE));
        }

        @Test
        void isToldAPhoneByARefusal() {
            var district = DistrictClient.small();
            var stale = body("{\"name\": \"李\"}").header("If-Match", "\"1\"");
            var answer = stale.patch(district.path("cadres/li")).then().statusCode(412);
            assertMasked(answer);
            answer.body("current.phone", equalTo(MASKED))
                    .body("rejected.phone", equalTo(MASKED))
                    .body("rejected.name", equalTo("李"));
            assertMasked(given().header("If-Match", "\"1\"")
                    .delete(district.path("cadres/li"))
                    .then()
                    .statusCode(412));
            var replaced = body(DistrictClient.cadre("li", "bank", "north", "")).header("If-Match", "\"1\"");
            assertMasked(replaced.put(district.path("cadres/li")).then().statusCode(412));
        }

        @Test
        void isToldAPhoneByAnAbsenceOrByAskingAgain() {
            var district = DistrictClient.small();
            var key = "absence-" + district.id();
            for (int time = 0; time < 2; time++) {
                assertMasked(body("{\"cadre\": \"li\"}")
                        .header("Idempotency-Key", key)
                        .post(district.path("absences"))
                        .then()
                        .statusCode(200));
            }
            assertMasked(district.post("returns", "{\"cadre\": \"li\"}").statusCode(200));
        }

        @Test
        void isToldAPhoneByALinkOrASchedule() {
            var district = DistrictClient.small();
            var plan = district.solved("\"r1\"");
            String path =
                    when().get("/api/v1/plans/" + plan + "/cadres/li/link").path("path");
            var card = "/api/v1/duty-cards/" + path.substring(path.lastIndexOf('/') + 1);
            for (var each : List.of(
                    card,
                    card + "/calendar",
                    "/api/v1/plans/" + plan,
                    "/api/v1/plans/" + plan + "/problem",
                    "/api/v1/plans/" + plan + "/schedule",
                    "/api/v1/plans/" + plan + "/evaluation",
                    "/api/v1/plans/" + plan + "/links",
                    "/api/v1/plans/" + plan + "/explanations/cadres/li",
                    "/api/v1/plans/" + plan + "/deployment")) {
                assertThat(when().get(each).asString()).as(each).doesNotContain(PHONE);
            }
        }
    }

    /** They wait for a lock in the midst of their work, so that both are under way at one time. */
    @Test
    void requestsAtOnceHaveEachTheirOwnCaller() throws Exception {
        var district = DistrictClient.small();
        var clerks = List.of("anna", "bo");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Integer>>();
            QuarkusTransaction.requiringNew().run(() -> {
                districts.lockForChange(district.id());
                for (var clerk : clerks) {
                    answers.add(threads.submit(() -> as(clerk)
                            .contentType(ContentType.JSON)
                            .body(DistrictClient.cadre(clerk, "bank", "north", ""))
                            .post(district.path("cadres"))
                            .statusCode()));
                }
                while (waiting() < clerks.size() && answers.stream().noneMatch(Future::isDone)) {
                    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                }
            });
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }
        for (var clerk : clerks) {
            district.get("audit?list=cadres&item=" + clerk).body("entries.actor", contains(clerk));
        }
    }

    /** How many wait for a lock of the database; unlike activity, locks are looked up anew within a transaction. */
    private int waiting() {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select count(*) from pg_locks where not granted")) {
            found.next();
            return found.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theTrailGoesOnWhereADistrictIsMadeAnew() {
        var district = DistrictClient.small();
        body("{\"phone\": \"13900139000\"}")
                .header("Muster-Actor", "intruder")
                .header("If-Match", "*")
                .patch(district.path("cadres/li"));
        as("intruder")
                .header("If-Match", "*")
                .delete("/api/v1/districts/" + district.id())
                .then()
                .statusCode(204);
        body("{\"id\": \"%s\", \"name\": \"东城区\"}".formatted(district.id()))
                .header("Muster-Actor", "intruder")
                .post("/api/v1/districts")
                .then()
                .statusCode(201);

        district.get("audit")
                .body("entries[0].action", equalTo("CREATED"))
                .body("entries[1].action", equalTo("DELETED"))
                .body("entries[1].actor", equalTo("intruder"))
                .body("entries[2].action", equalTo("CHANGED"))
                .body("entries[2].item", equalTo("li"))
                .body("entries[2].fields", contains("phone"));
        district.get("audit?list=cadres&item=li").body("entries", hasSize(2));
    }
}
