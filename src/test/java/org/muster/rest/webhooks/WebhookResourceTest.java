package org.muster.rest.webhooks;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.muster.harness.Submissions;
import org.muster.rest.http.DistrictClient;
import org.muster.rest.http.PlanClient;
import org.muster.rest.http.Receiver;

@QuarkusTest
@TestProfile(WebhookResourceTest.LocalReceivers.class)
class WebhookResourceTest {

    private static final String WEBHOOKS = "/api/v1/webhooks";
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Receivers on this machine are called, and are tried again soon. */
    public static final class LocalReceivers implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "muster.webhooks.allow-http", "true",
                    "muster.webhooks.allow-private-targets", "true",
                    "muster.webhooks.timeout", "PT2S",
                    "muster.webhooks.retries", "PT0.1S,PT0.1S",
                    "muster.webhooks.disable-after", "PT0S",
                    "muster.webhooks.limit", "4");
        }
    }

    @AfterEach
    void deleteAll() {
        List<String> ids = when().get(WEBHOOKS).path("webhooks.id");
        for (var id : ids) {
            given().header("If-Match", "*").delete(WEBHOOKS + "/" + id).then().statusCode(204);
        }
    }

    private static ValidatableResponse post(String json) {
        return DistrictClient.body(json).post(WEBHOOKS).then();
    }

    private static String add(Receiver receiver) {
        return post("""
                {"url": "%s", "secret": "%s"}""".formatted(receiver.url(), SECRET))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String solve() {
        return PlanClient.submitted(Submissions.of("told", Submissions.smallDistrict(), 1));
    }

    /** Sends a test event; the identifier of its delivery. */
    private static String test(String webhook) {
        return when().post(WEBHOOKS + "/" + webhook + "/test")
                .then()
                .statusCode(202)
                .body("status", equalTo("WAITING"))
                .extract()
                .path("id");
    }

    private static ValidatableResponse delivery(String webhook, String delivery) {
        return when().get(WEBHOOKS + "/" + webhook + "/deliveries/" + delivery)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse awaitStatus(String webhook, String delivery, String status) {
        await().atMost(PATIENCE)
                .until(() ->
                        delivery(webhook, delivery).extract().path("status").equals(status));
        return delivery(webhook, delivery);
    }

    private static ValidatableResponse webhook(String id) {
        return when().get(WEBHOOKS + "/" + id).then().statusCode(200);
    }

    private static String sign(Receiver.Received received) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET.substring("whsec_".length())), "HmacSHA256"));
        var signed = received.id() + "." + received.timestamp() + "." + received.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aReceiverIsToldOfTheEndOfAPlan() throws Exception {
        try (var receiver = Receiver.answering(204)) {
            var webhook = add(receiver);
            var plan = solve();
            await().atMost(PATIENCE).until(() -> !receiver.received().isEmpty());

            var received = receiver.received().getFirst();
            assertThat(received.signature()).isEqualTo(sign(received));
            var event = JsonPath.from(received.body());
            assertThat(event.getString("type")).isEqualTo("plan.solved");
            assertThat(event.getString("timestamp")).endsWith("Z");
            assertThat(event.getString("data.id")).isEqualTo(plan);
            assertThat(event.getString("data.name")).isEqualTo("told");
            assertThat(event.getString("data.status")).isEqualTo("SOLVED");
            assertThat(event.getLong("data.score.hard")).isZero();
            when().get(event.getString("data.links.schedule")).then().statusCode(200);
            when().get(WEBHOOKS + "/" + webhook + "/deliveries")
                    .then()
                    .body("deliveries", hasSize(1))
                    .body("deliveries[0].plan", equalTo(plan))
                    .body("deliveries[0].event", equalTo(received.id()));
        }
    }

    @Test
    void aReceiverIsToldOnlyWhatItWantsToKnow() {
        try (var receiver = Receiver.answering(200)) {
            var webhook = post("""
                            {"url": "%s", "events": ["plan.stopped"]}""".formatted(receiver.url()))
                    .statusCode(201)
                    .extract()
                    .path("id");
            var solved = solve();
            await().atMost(PATIENCE)
                    .until(() ->
                            when().get("/api/v1/plans/" + solved).path("status").equals("SOLVED"));
            String stopped = PlanClient.submitted(Submissions.endless("stopped", 60));
            when().post("/api/v1/plans/" + stopped + "/stop").then().statusCode(202);
            await().atMost(PATIENCE).until(() -> !receiver.received().isEmpty());

            when().get(WEBHOOKS + "/" + webhook + "/deliveries")
                    .then()
                    .body("deliveries.plan", equalTo(List.of(stopped)))
                    .body("deliveries.type", equalTo(List.of("plan.stopped")));
        }
    }

    @Test
    void aReceiverThatFailsIsTriedAgainWithTheSameIdentifier() throws Exception {
        try (var receiver = Receiver.answering(500, 200)) {
            var webhook = add(receiver);

            awaitStatus(webhook, test(webhook), "DELIVERED")
                    .body("tries.statusCode", equalTo(List.of(500, 200)))
                    .body("nextTry", nullValue());

            assertThat(receiver.received()).hasSize(2);
            assertThat(receiver.received().getFirst().id())
                    .isEqualTo(receiver.received().getLast().id());
            assertThat(receiver.received().getLast().signature())
                    .isEqualTo(sign(receiver.received().getLast()));
            webhook(webhook).body("failingSince", nullValue()).body("enabled", equalTo(true));
        }
    }

    @Test
    void aReceiverThatIsGoneIsDisabled() {
        try (var receiver = Receiver.answering(410)) {
            var webhook = add(receiver);

            awaitStatus(webhook, test(webhook), "GIVEN_UP").body("tries", hasSize(1));

            webhook(webhook).body("enabled", equalTo(false)).body("disabled", equalTo("GONE"));
            when().post(WEBHOOKS + "/" + webhook + "/test")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("conflict"));
        }
    }

    @Test
    void aReceiverThatFailsForTooLongIsDisabledUntilACallerEnablesIt() {
        try (var receiver = Receiver.answering(500, 500, 500, 200)) {
            var webhook = add(receiver);
            var delivery = test(webhook);

            awaitStatus(webhook, delivery, "GIVEN_UP").body("tries", hasSize(3));
            webhook(webhook)
                    .body("enabled", equalTo(false))
                    .body("disabled", equalTo("FAILING"))
                    .body("failingSince", notNullValue());

            given().header("If-Match", webhook(webhook).extract().header("ETag"))
                    .contentType("application/json")
                    .body("{\"url\": \"" + receiver.url() + "\"}")
                    .put(WEBHOOKS + "/" + webhook)
                    .then()
                    .statusCode(200)
                    .body("enabled", equalTo(true))
                    .body("disabled", nullValue());
            await().atMost(PATIENCE)
                    .until(() -> when().post(WEBHOOKS + "/" + webhook + "/deliveries/" + delivery + "/retry")
                                    .statusCode()
                            == 202);
            awaitStatus(webhook, delivery, "DELIVERED").body("tries", hasSize(4));
        }
    }

    @Test
    void aReceiverIsNotFollowedToAnotherPlace() {
        try (var receiver = Receiver.answering(302)) {
            var webhook = add(receiver);

            awaitStatus(webhook, test(webhook), "GIVEN_UP").body("tries.statusCode", equalTo(List.of(302, 302, 302)));
            assertThat(receiver.received()).hasSize(3);
        }
    }

    @Test
    void aReceiverThatNeverAnswersHoldsUpNobodyElse() {
        try (var silent = Receiver.answering(Receiver.SILENCE);
                var receiver = Receiver.answering(200)) {
            var deaf = add(silent);
            for (int i = 0; i < 5; i++) {
                test(deaf);
            }
            var webhook = add(receiver);

            awaitStatus(webhook, test(webhook), "DELIVERED");
            when().get(WEBHOOKS + "/" + deaf + "/deliveries").then().body("deliveries.status", hasItem("WAITING"));
            await().atMost(PATIENCE)
                    .until(() -> when().get(WEBHOOKS + "/" + deaf + "/deliveries")
                            .then()
                            .extract()
                            .<List<Object>>path("deliveries.tries.flatten().obstacle")
                            .contains("TIMEOUT"));
        }
    }

    @Test
    void aReceiverThatIsNotThereIsSaidToBeSo() {
        String webhook;
        try (var receiver = Receiver.answering(200)) {
            webhook = add(receiver);
        }

        awaitStatus(webhook, test(webhook), "GIVEN_UP")
                .body("tries.obstacle", everyItem(equalTo("NO_CONNECTION")))
                .body("tries.statusCode", everyItem(nullValue()));
    }

    @Test
    void aWebhookShowsItsSecretOnce() {
        try (var receiver = Receiver.answering(200)) {
            var key = UUID.randomUUID().toString();
            var body = "{\"url\": \"%s\", \"description\": \"the board\"}".formatted(receiver.url());
            var created = DistrictClient.body(body)
                    .header("Idempotency-Key", key)
                    .post(WEBHOOKS)
                    .then()
                    .statusCode(201)
                    .body("secret", startsWith("whsec_"))
                    .body("events", hasSize(3))
                    .body("enabled", equalTo(true))
                    .extract();
            DistrictClient.body(body)
                    .header("Idempotency-Key", key)
                    .post(WEBHOOKS)
                    .then()
                    .statusCode(201)
                    .header("Idempotency-Replayed", "true")
                    .body("id", equalTo(created.path("id")));

            when().get(created.header("Location"))
                    .then()
                    .statusCode(200)
                    .header("ETag", created.header("ETag"))
                    .body("description", equalTo("the board"))
                    .body(not(containsString("secret")))
                    .body(not(containsString("whsec_")));
            when().get(WEBHOOKS)
                    .then()
                    .body("webhooks", hasSize(1))
                    .body(not(containsString("secret")))
                    .body(not(containsString("whsec_")));
        }
    }

    @Test
    void aWebhookIsChangedAndDeletedByWhoHasReadIt() {
        try (var receiver = Receiver.answering(200)) {
            var path = WEBHOOKS + "/" + add(receiver);
            var etag = when().get(path).header("ETag");
            var body = "{\"url\": \"%s\", \"enabled\": false}".formatted(receiver.url());

            DistrictClient.body(body).put(path).then().statusCode(428);
            DistrictClient.body(body)
                    .header("If-Match", etag)
                    .put(path)
                    .then()
                    .statusCode(200)
                    .body("enabled", equalTo(false))
                    .body("disabled", nullValue());
            DistrictClient.body(body)
                    .header("If-Match", etag)
                    .put(path)
                    .then()
                    .statusCode(412)
                    .header("ETag", not(equalTo(etag)))
                    .body("code", equalTo("stale"));
            when().delete(path).then().statusCode(428);
            given().header("If-Match", etag).delete(path).then().statusCode(412);
            given().header("If-Match", when().get(path).header("ETag"))
                    .delete(path)
                    .then()
                    .statusCode(204);
            when().get(path).then().statusCode(404).body("code", equalTo("not-found"));
        }
    }

    @Test
    void aWebhookIsOneOfAFew() {
        try (var receiver = Receiver.answering(200)) {
            for (int i = 0; i < 4; i++) {
                add(receiver);
            }
            post("{\"url\": \"%s\"}".formatted(receiver.url())).statusCode(409).body("code", equalTo("conflict"));
        }
    }

    @Test
    void aWebhookIsListedPageByPage() {
        try (var receiver = Receiver.answering(200)) {
            var first = add(receiver);
            var second = add(receiver);
            var next = when().get(WEBHOOKS + "?limit=1")
                    .then()
                    .body("webhooks.id", equalTo(List.of(first)))
                    .extract()
                    .<String>path("next");
            when().get(next)
                    .then()
                    .body("webhooks.id", equalTo(List.of(second)))
                    .body("next", nullValue());

            var older = test(first);
            var newer = test(first);
            var nextDelivery = when().get(WEBHOOKS + "/" + first + "/deliveries?limit=1")
                    .then()
                    .body("deliveries.id", equalTo(List.of(newer)))
                    .extract()
                    .<String>path("next");
            when().get(nextDelivery).then().body("deliveries.id", equalTo(List.of(older)));
        }
    }

    @Test
    void aWebhookThatIsNotThereIsAProblem() {
        var path = WEBHOOKS + "/" + UUID.randomUUID();
        when().get(path).then().statusCode(404);
        when().get(WEBHOOKS + "/nope").then().statusCode(404);
        when().get(path + "/deliveries").then().statusCode(404);
        when().get(path + "/deliveries/" + UUID.randomUUID()).then().statusCode(404);
        when().post(path + "/test").then().statusCode(404);
        when().post(path + "/deliveries/" + UUID.randomUUID() + "/retry").then().statusCode(404);
    }

    @Test
    void metricsCountTriesAndShowNoAddress() {
        try (var receiver = Receiver.answering(200)) {
            var webhook = add(receiver);
            awaitStatus(webhook, test(webhook), "DELIVERED");

            given().accept("text/plain")
                    .get("/q/metrics")
                    .then()
                    .statusCode(200)
                    .body(containsString("muster_webhook_tries_total{"))
                    .body(containsString("muster_webhook_waiting"))
                    .body(not(containsString("/hook")))
                    .body(not(containsString("hush")));
        }
    }
}
