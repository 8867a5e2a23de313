package org.muster.rest.gates;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.rest.http.DistrictClient;

/** Nobody uses the service by way of somebody else's browser. */
@QuarkusTest
@TestProfile(CallerGateTest.WithNames.class)
class CallerGateTest {

    private static final String DISTRICTS = "/api/v1/districts";

    public static final class WithNames implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("muster.allowed-hosts", "muster.example,portal.example:8443");
        }
    }

    private static String own() {
        return "http://127.0.0.1:" + RestAssured.port;
    }

    private static RequestSpecification from(String header, String value) {
        return given().header(header, value);
    }

    /** A problem document with all that every answer has. */
    private static void assertRefused(ValidatableResponse answer, int status, String code) {
        assertGuarded(answer);
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("type", equalTo("/docs/errors.md#" + code));
    }

    /** The headers that every answer has, whoever gives it. */
    private static void assertGuarded(ValidatableResponse answer) {
        answer.header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Frame-Options", "DENY")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Credentials", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DISTRICTS,
                "/api/v1/limits",
                "/api/v1/nothing",
                "/q/metrics",
                "/q/health/ready",
                "/q/openapi",
                "/",
                "/docs/errors.md",
                "/plans/x"
            })
    void aForeignHostIsRefusedEverywhere(String path) {
        assertRefused(
                from("Host", "rebound.example:" + RestAssured.port).get(path).then(), 421, "misdirected");
    }

    @Test
    void theRefusalNamesTheHostAndTheSettingInTheReadersLanguage() {
        from("Host", "rebound.example")
                .get(DISTRICTS)
                .then()
                .body("detail", containsString("'rebound.example'"))
                .body("detail", containsString("muster.allowed-hosts"));
        from("Host", "rebound.example")
                .header("Accept-Language", "zh-CN")
                .get(DISTRICTS)
                .then()
                .header("Content-Language", "zh-CN")
                .header("Cache-Control", "no-store")
                .body("detail", containsString("本服务不应答主机名“rebound.example”"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1:1234", "[::1]:8080", "muster.example", "portal.example:8443"})
    void itsOwnNamesAreAnswered(String host) {
        from("Host", host).get(DISTRICTS).then().statusCode(200);
    }

    /** Without any host, and with two of which the second may be what a proxy looked at. */
    @ParameterizedTest
    @ValueSource(strings = {"", "Host: localhost\r\nHost: rebound.example\r\n", "Host: \r\n", "Host: a b\r\n"})
    void aRequestNamesOneHost(String headers) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.getOutputStream()
                    .write("GET /api/v1/districts HTTP/1.1\r\n%sConnection: close\r\n\r\n"
                            .formatted(headers)
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).matches("(?s)HTTP/1.1 4(00|21) .*");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://evil.example",
        "Origin, https://localhost:3000",
        "Origin, http://localhost",
        "Origin, null",
        "Origin, file://",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, anything",
    })
    void foreignPagesChangeNothing(String header, String value) {
        var district = DistrictClient.empty();
        assertRefused(simple(header, value).post(DISTRICTS).then(), 403, "foreign-origin");
        assertRefused(simple(header, value).post("/api/v1/plans/x/stop").then(), 403, "foreign-origin");
        assertRefused(simple(header, value).put(district.path("cadres")).then(), 403, "foreign-origin");
        assertRefused(
                simple(header, value).patch(DISTRICTS + "/" + district.id()).then(), 403, "foreign-origin");
        assertRefused(
                from(header, value).delete(DISTRICTS + "/" + district.id()).then(), 403, "foreign-origin");
        assertRefused(simple(header, value).post("/nowhere").then(), 403, "foreign-origin");
        given().get(DISTRICTS + "/" + district.id()).then().statusCode(200);
    }

    private static RequestSpecification simple(String header, String value) {
        return from(header, value).contentType("text/plain").body("{\"id\": \"made-by-a-stranger\"}");
    }

    @Test
    void ownPagesChangeWhatTheyLike() {
        var district = DistrictClient.empty();
        for (var origin : new String[] {own(), "https://muster.example", "https://portal.example:8443"}) {
            from("Origin", origin)
                    .header("Sec-Fetch-Site", "same-origin")
                    .contentType("application/merge-patch+json")
                    .header("If-Match", "*")
                    .body("{\"name\": \"%s\"}".formatted(origin))
                    .patch(DISTRICTS + "/" + district.id())
                    .then()
                    .statusCode(200);
        }
        from("Sec-Fetch-Site", "none")
                .header("If-Match", "*")
                .delete(DISTRICTS + "/" + district.id())
                .then()
                .statusCode(204);
    }

    @Test
    void otherPagesReadNothing() {
        assertGuarded(
                from("Origin", "http://evil.example").get(DISTRICTS).then().statusCode(200));
        assertGuarded(from("Origin", "http://evil.example")
                .header("Access-Control-Request-Method", "DELETE")
                .header("Access-Control-Request-Headers", "if-match")
                .options(DISTRICTS + "/x")
                .then());
        assertRefused(
                from("Sec-Fetch-Site", "cross-site")
                        .header("Sec-Fetch-Mode", "no-cors")
                        .get(DISTRICTS)
                        .then(),
                403,
                "foreign-origin");
    }

    @Test
    void linksOfOtherPagesAreFollowed() {
        from("Sec-Fetch-Site", "cross-site")
                .header("Sec-Fetch-Mode", "navigate")
                .get(DISTRICTS)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nothing",
                "/nothing",
                "/api/v1/districts/nothing",
                "/docs/errors.md",
                "/q/metrics",
                "/q/openapi",
                "/q/health/live",
                "/q/nothing",
                "/docs/",
                "/assets/nothing.js",
                "/api/v1/limits"
            })
    void everyAnswerHasItsHeaders(String path) {
        assertGuarded(given().urlEncodingEnabled(false).get(path).then());
        assertGuarded(given().urlEncodingEnabled(false).post(path).then());
        assertGuarded(given().urlEncodingEnabled(false).head(path).then());
    }
}
