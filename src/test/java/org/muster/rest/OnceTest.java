package org.muster.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OnceTest {

    private static Response post(String address, String key, String body) {
        return given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1" + address);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    @Test
    void fiftyEqualSubmissionsAtOnceMakeOnePlan() throws Exception {
        var name = "once " + newKey();
        var body = Submissions.of(name, Submissions.smallDistrict(), 1);
        var key = newKey();
        List<Callable<Response>> callers = Collections.nCopies(50, () -> post("/plans", key, body));
        var statuses = new ArrayList<Integer>();
        Set<String> plans = new HashSet<>();
        try (var pool = Executors.newFixedThreadPool(50)) {
            for (var answer : pool.invokeAll(callers)) {
                var response = answer.get();
                statuses.add(response.statusCode());
                if (response.statusCode() == 202) {
                    plans.add(response.path("id"));
                }
            }
        }

        assertThat(statuses)
                .contains(202)
                .allMatch(status -> Set.of(202, 409, 503).contains(status));
        assertThat(plans).hasSize(1);
        given().queryParam("name", name).get("/api/v1/plans").then().body("plans", hasSize(1));
    }

    @Test
    void aRetryGetsTheFirstAnswer() {
        var key = newKey();
        var body = Submissions.of("retried", Submissions.smallDistrict(), 1);
        var first = post("/plans", key, body);
        var second = post("/plans", key, body);

        first.then().statusCode(202).header("Idempotency-Replayed", nullValue());
        second.then()
                .statusCode(202)
                .header("Idempotency-Replayed", "true")
                .header("Location", first.header("Location"))
                .body("id", equalTo(first.path("id")));
    }

    @Test
    void aRetryThatWaitsGetsThePlanAsItIsByThen() {
        var key = newKey();
        var body = Submissions.of("awaited", Submissions.smallDistrict(), 1);
        String id = post("/plans", key, body).path("id");

        post("/plans?wait=PT60S", key, body)
                .then()
                .statusCode(202)
                .body("id", equalTo(id))
                .body("status", equalTo("SOLVED"));
    }

    @Test
    void aKeyBelongsToOneRequest() {
        var key = newKey();
        post("/plans", key, Submissions.of("one", Submissions.smallDistrict(), 1))
                .then()
                .statusCode(202);

        post("/plans", key, Submissions.of("other", Submissions.smallDistrict(), 1))
                .then()
                .statusCode(422)
                .body("code", equalTo("key-reused"));
    }

    @Test
    void aRefusedRequestCanBeMendedUnderTheSameKey() {
        var district = DistrictClient.small();
        var address = "/districts/" + district.id() + "/units";
        var key = newKey();
        post(address, key, "{\"id\": \"library\"}").then().statusCode(422);

        post(address, key, "{\"id\": \"library\", \"staff\": 3}").then().statusCode(201);
        post(address, key, "{\"id\": \"library\", \"staff\": 3}")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("staff", equalTo(3));
    }

    @Test
    void aBodyThatCannotBeUnpackedIsTheCallersFault() {
        given().contentType("application/json")
                .header("Idempotency-Key", newKey())
                .header("Content-Encoding", "gzip")
                .body("not gzip".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/plans")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed"));
    }

    @Test
    void aKeyIsNeitherEmptyNorEndless() {
        post("/plans", " ", "{}").then().statusCode(400);
        post("/plans", "k".repeat(256), "{}").then().statusCode(400);
        when().get("/q/health/live").then().statusCode(200);
    }
}
