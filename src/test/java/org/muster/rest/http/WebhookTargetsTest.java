package org.muster.rest.http;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be called where nothing else is configured. */
@QuarkusTest
class WebhookTargetsTest {

    private static ValidatableResponse post(String json) {
        return DistrictClient.body(json)
                .post("/api/v1/webhooks")
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid"));
    }

    private static ValidatableResponse postUrl(String url) {
        return post("{\"url\": \"%s\"}".formatted(url)).body("errors.pointer", contains("/url"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://localhost/",
                "https://2130706433/",
                "https://10.1.2.3:8443/hook",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[fd00::1]/",
                "https://0.0.0.0/"
            })
    void theOwnNetworkIsNot(String url) {
        postUrl(url).body("errors.code", contains("forbidden-target"));
    }

    @Test
    void aHostWithoutAddressIsNot() {
        postUrl("https://nowhere.invalid/hook").body("errors.code", contains("unknown-host"));
    }

    @Test
    void whatIsNotEncryptedIsNot() {
        postUrl("http://example.org/hook").body("errors.code", contains("not-allowed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/",
                "https://user:word@example.org/",
                "nonsense",
                "https://127.1/",
                "https://example.org/#a"
            })
    void otherAddressesAreNot(String url) {
        postUrl(url).body("errors.code", contains("malformed")).body(not(containsString("word")));
    }

    @Test
    void allFaultsAreToldAtOnce() {
        post("""
                {"url": "https://127.0.0.1/", "secret": "whsec_c2hvcnQ=", "events": ["plan.solved", "plan.lost"], "more": 1}""")
                .body("errors.pointer", containsInAnyOrder("/url", "/secret", "/events/1", "/more"))
                .body(not(containsString("c2hvcnQ")));
        post("{}").body("errors.pointer", contains("/url")).body("errors.code", contains("missing"));
        post("{\"url\": \"\"}").body("errors.pointer", contains("/url"));
        post("{\"url\": \"https://127.0.0.1/\", \"events\": []}")
                .body("errors.pointer", containsInAnyOrder("/url", "/events"));
    }
}
