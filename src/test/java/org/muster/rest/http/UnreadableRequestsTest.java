package org.muster.rest.http;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.contract.Answer;
import org.muster.contract.RawClient;

/** Requests that no decent client sends get a problem document with all the headers of an answer, too. */
@QuarkusTest
class UnreadableRequestsTest {

    private static final String HOST = "Host: localhost\r\n", CLOSE = "Connection: close\r\n";

    @AfterEach
    void servesTheNextRequest() {
        when().get("/api/v1/limits").then().statusCode(200);
    }

    private static Answer send(String request) throws IOException {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        return new RawClient(port).send(request);
    }

    private static void isProblem(Answer answer, int status) throws IOException {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.headers().apply("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.headers().apply("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.headers().apply("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(answer.headers().apply("Cache-Control")).isEqualTo("no-store");
        assertThat(new JsonMapper().readTree(answer.body()).path("status").asInt())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%",
                "/api/v1/plans/%",
                "/api/v1/plans/%zz",
                "/api/v1/plans?name=%",
                "/api/v1/plans?%zz=1",
                "/api/v1/plans/{}",
                "/api/v1/plans|",
                "/api/v1/\""
            })
    void theAddressCannotBeDecoded(String address) throws IOException {
        isProblem(send("GET " + address + " HTTP/1.1\r\n" + HOST + CLOSE + "\r\n"), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/limits HTTP/1.1\r\n",
                "GET /api/v1/limits HTTP/1.1\r\nHost: a b:x\r\n",
                "GET /api/v1/limits HTTP/1.1\r\nHost: localhost\r\nno colon\r\n",
                "GET /api/v1/limits HTTP/1.1\r\nHost: localhost\r\na : b\r\n",
                "GET /api/v1/limits HTTP/1.1\r\nHost: localhost\r\na: b\0c\r\n",
                "G@T /api/v1/limits HTTP/1.1\r\nHost: localhost\r\n",
                "GET /api/v1/limits\r\nHost: localhost\r\n",
                "POST /api/v1/plans HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n",
                "POST /api/v1/plans HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n"
            })
    void theHeadCannotBeRead(String head) throws IOException {
        isProblem(send(head + CLOSE + "\r\n"), 400);
    }

    @Test
    void theAddressIsTooLong() throws IOException {
        isProblem(send("GET /api/v1/plans?name=" + "x".repeat(20_000) + " HTTP/1.1\r\n" + HOST + "\r\n"), 414);
    }

    @Test
    void theHeadersAreTooLong() throws IOException {
        isProblem(send("GET /api/v1/plans HTTP/1.1\r\n" + HOST + "X: " + "x".repeat(70_000) + "\r\n\r\n"), 431);
    }

    @ParameterizedTest
    @CsvSource({"'*', 404", "api, 404", "/q/metrics/x, 404", "/q/nope, 404", "/docs/nope.md, 404"})
    void nothingIsThere(String address, int status) throws IOException {
        isProblem(send("GET " + address + " HTTP/1.1\r\n" + HOST + CLOSE + "\r\n"), status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ";", "/", "\""})
    void theMediaTypeIsNone(String type) throws IOException {
        isProblem(
                send("POST /api/v1/plans HTTP/1.1\r\n%s%sContent-Type: %s\r\nContent-Length: 2\r\n\r\n{}"
                        .formatted(HOST, CLOSE, type)),
                415);
    }

    /** The offer is not taken up, whole or half. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Upgrade: h2c\r\n",
                "Upgrade: h2c\r\nConnection: Upgrade\r\n",
                "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n"
            })
    void anOfferOfAnotherProtocolIsAnsweredInThisOne(String offer) throws IOException {
        var answer = send("GET /api/v1/limits HTTP/1.1\r\n" + HOST + offer + "\r\n");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("bodyBytes");
    }

    @Test
    void whatFollowsARefusedAddressIsNotTakenForARequest() throws IOException {
        var refused = "GET /% HTTP/1.1\r\n" + HOST + "\r\n";

        isProblem(send("GET /api/v1/nope HTTP/1.1\r\n" + HOST + "\r\n" + refused + refused), 404);
    }
}
