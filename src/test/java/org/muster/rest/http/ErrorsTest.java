package org.muster.rest.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.harness.Submissions;
import org.muster.problem.faults.Limits;

@QuarkusTest
class ErrorsTest {

    private static final String PLANS = "/api/v1/plans";

    /** Whatever a request was, the next one is served. */
    @AfterEach
    void servesTheNextRequest() {
        when().get("/api/v1/limits").then().statusCode(200);
    }

    private static ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .when()
                .post(PLANS)
                .then();
    }

    private static void isProblem(ValidatableResponse response, int status, String code) {
        response.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("type", endsWith("#" + code))
                .body("instance", startsWith("urn:uuid:"))
                .body("title", not(equalTo("")))
                .body("detail", not(equalTo("")))
                .header("X-Content-Type-Options", "nosniff");
    }

    private static String withFirst(String list, String field, String value) {
        var problem = Submissions.json(Submissions.smallDistrict());
        int start = problem.indexOf("\"" + field + "\":", problem.indexOf("\"" + list + "\":")) + field.length() + 3;
        int end = start;
        while (problem.charAt(end) != ',' && problem.charAt(end) != '}') {
            end++;
        }
        return Submissions.of("odd", problem.substring(0, start) + value + problem.substring(end), 1);
    }

    @Nested
    class OfTheFramework {

        @ParameterizedTest
        @ValueSource(
                strings = {"/api/v1/nope", "/nope", "/", "/api/v1/plans/not-a-plan", "/api/v1/demo-problems/nowhere"})
        void nothingIsThere(String path) {
            isProblem(when().get(path).then(), 404, "not-found");
        }

        @Test
        void theMethodIsNotKnown() {
            isProblem(given().when().put(PLANS).then(), 405, "method-not-allowed");
        }

        @Test
        void theAcceptedTypeIsNotOffered() {
            isProblem(given().accept("image/png").when().get(PLANS).then(), 406, "not-acceptable");
        }

        @ParameterizedTest
        @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
        void theTypeOfTheBodyIsNotUnderstood(String type) {
            isProblem(given().contentType(type).body("x").when().post(PLANS).then(), 415, "unsupported-media-type");
        }

        @Test
        void theEncodingOfTheBodyIsNotUnderstood() {
            RequestSpecification request = given().contentType(ContentType.JSON)
                    .header("Content-Encoding", "br")
                    .body("{}");
            isProblem(request.when().post(PLANS).then(), 415, "unsupported-media-type");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "limit=0",
                    "limit=1001",
                    "limit=x",
                    "limit=99999999999999999999",
                    "status=solved",
                    "cursor=x",
                    "cursor=MS8y"
                })
        void aParameterMakesNoSense(String query) {
            isProblem(when().get(PLANS + "?" + query).then(), 400, "bad-parameter");
        }

        @ParameterizedTest
        @ValueSource(strings = {"PT61S", "-PT1S", "10", "P1Y", "x"})
        void aWaitMakesNoSense(String wait) {
            isProblem(
                    given().contentType(ContentType.JSON)
                            .body("{}")
                            .when()
                            .post(PLANS + "?wait=" + wait)
                            .then(),
                    400,
                    "bad-parameter");
        }
    }

    @Nested
    class InBothLanguages {

        @ParameterizedTest
        @CsvSource({
            "zh-CN, zh-CN, 此地址没有内容",
            "'zh-TW, en;q=0.5', zh-CN, 此地址没有内容",
            "'fr, zh;q=0.4, en;q=0.9', en, Nothing is at this address",
            "fr, en, Nothing is at this address",
            "'%%%', en, Nothing is at this address"
        })
        void thePreferredOneIsSpoken(String accepted, String language, String title) {
            given().header("Accept-Language", accepted)
                    .when()
                    .get("/api/v1/nope")
                    .then()
                    .header("Content-Language", language)
                    .body("title", equalTo(title));
        }

        @Test
        void faultsAreToldToo() {
            given().contentType(ContentType.JSON)
                    .header("Accept-Language", "zh-CN")
                    .body("{\"problem\": {\"oops\": 1}}")
                    .when()
                    .post(PLANS)
                    .then()
                    .statusCode(422)
                    .body("errors[0].detail", containsString("没有字段"));
        }
    }

    @Nested
    class OfTheBody {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "{",
                    "[1, 2",
                    "{\"problem\": NaN}",
                    "{\"problem\": {}} trailing",
                    "{'problem': {}}",
                    "{\"problem\": {}, \"problem\": {}}",
                    "nul"
                })
        void isNoJson(String body) {
            isProblem(post(body), 400, "malformed");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "[]", "null", "1", "{\"problem\": 1}", "{\"problem\": null}"})
        void isNoSubmission(String body) {
            isProblem(post(body), 422, "invalid");
        }

        @Test
        void isNestedTooDeep() {
            isProblem(post("[".repeat(100_000)), 413, "too-large");
        }

        @Test
        void saysThatItIsGzippedAndIsNot() {
            isProblem(
                    given().contentType(ContentType.JSON)
                            .header("Content-Encoding", "gzip")
                            .body("{}")
                            .when()
                            .post(PLANS)
                            .then(),
                    400,
                    "malformed");
        }

        @Test
        void unpacksToMoreThanIsAccepted() throws IOException {
            var bytes = new ByteArrayOutputStream();
            try (var bomb = new GZIPOutputStream(bytes)) {
                blanks(Limits.DEFAULT.bodyBytes() + 1).transferTo(bomb);
            }
            assertThat(bytes.size()).isLessThan(1 << 20);
            isProblem(
                    given().contentType(ContentType.JSON)
                            .header("Content-Encoding", "gzip")
                            .body(bytes.toByteArray())
                            .when()
                            .post(PLANS)
                            .then(),
                    413,
                    "too-large");
        }

        /** With a length that is announced, and in chunks that just keep coming. */
        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void is200MegabytesLong(boolean announced) throws IOException {
            long size = 200L << 20;
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
                socket.setSoTimeout(30_000);
                var out = socket.getOutputStream();
                var length = announced ? "Content-Length: " + size : "Transfer-Encoding: chunked";
                out.write(
                        "POST /api/v1/plans HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n%s\r\n\r\n"
                                .formatted(length)
                                .getBytes(StandardCharsets.US_ASCII));
                var sender = Thread.ofVirtual().start(() -> send(out, size, announced));
                var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
                assertThat(answer).isEqualTo("HTTP/1.1 413");
                sender.interrupt();
            }
        }

        private static void send(OutputStream out, long size, boolean plain) {
            var block = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            try {
                for (long sent = 0; sent < size; sent += block.length) {
                    if (!plain) {
                        out.write("10000\r\n".getBytes(StandardCharsets.US_ASCII));
                    }
                    out.write(block);
                    if (!plain) {
                        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                    }
                }
            } catch (IOException e) {
                Thread.currentThread().interrupt(); // the service has heard enough and hung up
            }
        }

        @Test
        void hasHundredsOfThousandsOfIntervals() throws IOException, InterruptedException {
            var interval = "{\"start\":\"2022-05-02T07:00\",\"end\":\"2022-05-02T08:00\",\"kind\":\"DESIRED\"}";
            var many = "[" + interval + ("," + interval).repeat(600_000) + "]";
            var body = "{\"problem\": {\"cadres\": [{\"availability\": %s}]}}".formatted(many);
            // REST Assured takes a minute for what the service answers in one second.
            var request = HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port(), PLANS)))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            try (var client = HttpClient.newHttpClient()) {
                var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(422);
                assertThat(answer.body()).contains("\"too-many\"");
            }
        }

        private static InputStream blanks(long count) {
            return new InputStream() {
                private long left = count;

                @Override
                public int read() {
                    return left-- > 0 ? ' ' : -1;
                }

                @Override
                public int read(byte[] buffer, int offset, int length) {
                    if (left <= 0) {
                        return -1;
                    }
                    int size = (int) Math.min(left, length);
                    new ByteArrayInputStream(" ".repeat(size).getBytes(StandardCharsets.US_ASCII))
                            .readNBytes(buffer, offset, size);
                    left -= size;
                    return size;
                }
            };
        }
    }

    @Nested
    class OfTheProblem {

        @Test
        void identifiersCarryNothingBad() {
            for (String id : List.of(
                    "\"a\\u0000b\"", "\"\uD83D\uDE00\"", "\"'; drop table plan; --\"", "\"<script>\"", "\"\"")) {
                isProblem(post(withFirst("cadres", "id", id)), 422, "invalid");
            }
        }

        @Test
        void everyFaultHasItsPointer() {
            var body = withFirst("demands", "min", "9").replace("\"ideal\"", "\"idle\"");
            post(body)
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/problem/demands/0/idle"))
                    .body("errors.code", hasItem("unknown-field"));
        }

        @Test
        void windowsDoNotEndBeforeTheyStart() {
            var body = withFirst("windows", "end", "\"2022-05-02T06:00\"");
            post(body).statusCode(422).body("errors.code", hasItem("reversed-interval"));
        }

        @Test
        void referencesPointToSomething() {
            post(withFirst("demands", "site", "\"nowhere\""))
                    .statusCode(422)
                    .body("errors.code", hasItem("unknown-reference"));
        }

        @Test
        void identifiersAreUnique() {
            post(withFirst("cadres", "id", "\"li\"")).statusCode(422).body("errors.code", hasItem("duplicate-id"));
        }

        @Test
        void pinnedAssignmentsKeepTheRules() {
            var problem = Submissions.json(Submissions.smallDistrict());
            var pins = "\"assignments\":[{\"demand\":\"gate-MON-07-13\",\"cadre\":\"yang\",\"pinned\":true},"
                    + "{\"demand\":\"school-MON-07-13\",\"cadre\":\"yang\",\"pinned\":true}]";
            var start = problem.indexOf("\"assignments\":[");
            problem = start < 0
                    ? "{" + pins + "," + problem.substring(1)
                    : problem.replaceFirst("\"assignments\":\\[[^\\]]*\\]", pins);
            post(Submissions.of("pins", problem, 1))
                    .statusCode(422)
                    .body("errors.code", hasItem("pinned-breaks-rule"))
                    .body("errors.pointer", hasItem("/problem/assignments/0"));
        }

        @Test
        void noMoreThanAHundredFaultsAreListedAndAllAreCounted() {
            post("{\"problem\": {\"rounds\": [%s]}}".formatted("{},".repeat(299) + "{}"))
                    .statusCode(422)
                    .body("errors", hasSize(100))
                    .body("errorCount", equalTo(600));
        }
    }

    private static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    }
}
