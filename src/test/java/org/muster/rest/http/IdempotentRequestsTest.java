package org.muster.rest.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.muster.harness.Submissions;

@QuarkusTest
class IdempotentRequestsTest {

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

    /** Whoever packs a body again writes another time into its head, and a proxy may unpack it on the way. */
    @Test
    void howABodyIsPackedDoesNotMakeItAnotherRequest() throws IOException {
        var key = newKey();
        var body = Submissions.of("packed", Submissions.smallDistrict(), 1).getBytes(StandardCharsets.UTF_8);
        var first = postPacked(key, gzipped(body, 1));
        var again = postPacked(key, gzipped(body, 2));
        var plain = post("/plans", key, new String(body, StandardCharsets.UTF_8));

        first.then().statusCode(202).header("Idempotency-Replayed", nullValue());
        for (var retry : List.of(again, plain)) {
            retry.then().statusCode(202).header("Idempotency-Replayed", "true").body("id", equalTo(first.path("id")));
        }
    }

    private static Response postPacked(String key, byte[] body) {
        return given().contentType("application/json")
                .header("Idempotency-Key", key)
                .header("Content-Encoding", "gzip")
                .body(body)
                .post("/api/v1/plans");
    }

    /** Packed at a second of 1970: bytes 4 to 7 are the time, RFC 1952. */
    private static byte[] gzipped(byte[] body, int second) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        }
        var bytes = packed.toByteArray();
        bytes[4] = (byte) second;
        return bytes;
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

    private static void isReplayed(Response first, Response second) {
        first.then().header("Idempotency-Replayed", nullValue());
        second.then().statusCode(first.statusCode()).header("Idempotency-Replayed", "true");
        assertThat(second.jsonPath().<Object>get()).isEqualTo(first.jsonPath().get());
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    }

    private static Response post(String address, String key) {
        return given().header("Idempotency-Key", key).post("/api/v1" + address);
    }

    @Test
    void aPublicationIsMadeOnce() {
        var district = DistrictClient.small();
        var address = "/districts/%s/plans/%s/publication".formatted(district.id(), district.solved("\"r1\""));
        var key = newKey();

        isReplayed(post(address, key), post(address, key));
        district.get("publications").body("", hasSize(1));
    }

    @Test
    void aDemoDistrictIsMadeOnceAndItsKeyIsForItsParametersOnly() {
        var address = "/demo-problems/dongcheng/district?as=d-" + newKey();
        var key = newKey();

        isReplayed(post(address + "&seed=1", key), post(address + "&seed=1", key));
        post(address + "&seed=2", key).then().statusCode(422).body("code", equalTo("key-reused"));
    }

    @Test
    void whatIsReportedOfPeopleIsNotedOnce() {
        var district = DistrictClient.small();
        var away = "/districts/" + district.id() + "/absences";
        var back = "/districts/" + district.id() + "/returns";
        var first = newKey();
        var second = newKey();
        var report = "{\"cadre\": \"wang\"}";

        isReplayed(post(away, first, report), post(away, first, report));
        isReplayed(post(back, second, report), post(back, second, report));
        district.get("audit?list=cadres&item=wang").body("entries.findAll { it.action == 'CHANGED' }", hasSize(2));
    }

    @Test
    void aPersonIsForgottenOnceAndInTheAnswersToo() {
        var district = DistrictClient.small();
        var added = newKey();
        var cadres = "/districts/" + district.id() + "/cadres";
        var person = DistrictClient.cadre("hu-" + newKey(), "bank", "north", ", \"name\": \"胡\"");
        String id = post(cadres, added, person).then().statusCode(201).extract().path("id");
        var address = "/districts/" + district.id() + "/erasures";
        var key = newKey();
        var erasure = "{\"cadre\": \"%s\"}".formatted(id);

        isReplayed(post(address, key, erasure), post(address, key, erasure));
        post(cadres, added, person).then().statusCode(201).header("Idempotency-Replayed", nullValue());
    }

    @Test
    void aFileIsImportedOnceAndATrialIsAnotherRequest() {
        var district = DistrictClient.small();
        var address = "/api/v1/districts/%s/files/communities".formatted(district.id());
        var file = "id,subdistrict,lat,lon\nwest,old town,39.9,116.3\n";
        var trial = newKey();
        var real = newKey();

        isReplayed(
                importFile(address + "?dryRun=true", trial, file), importFile(address + "?dryRun=true", trial, file));
        importFile(address, trial, file).then().statusCode(422).body("code", equalTo("key-reused"));
        isReplayed(importFile(address, real, file), importFile(address, real, file));
        district.get("communities/west").statusCode(200);
    }

    private static Response importFile(String address, String key, String file) {
        return given().contentType("text/csv")
                .header("Idempotency-Key", key)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(address);
    }
}
