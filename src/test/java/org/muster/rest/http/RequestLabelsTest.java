package org.muster.rest.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Metrics name no person, no plan and no token, and no caller can make more of them. */
@QuarkusTest
class RequestLabelsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SECRET = "a-secret-that-nobody-is-told";
    private static final Pattern LABEL = Pattern.compile("uri=\"([^\"]*)\"");

    @Inject
    RequestLabels labels;

    private static String metrics() {
        return when().get("/q/metrics").asString();
    }

    private static Set<String> uris() {
        return LABEL.matcher(metrics())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Sends whatever it is, and reads to the end of the answer. */
    private static void send(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }
    }

    private static double count(String labels) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count{") && line.contains(labels))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Test
    void noAddressIsALabel() throws IOException {
        for (int number = 0; number < 110; number++) {
            when().get("/duties/" + SECRET + number);
            when().get("/api/v1/" + SECRET + number);
        }
        for (var path : new String[] {
            "/plans/" + SECRET + "/schedule",
            "/" + SECRET,
            "/assets/" + SECRET,
            "/docs/" + SECRET,
            "/api/v1/duty-cards/" + SECRET,
            "/api/v1/duty-cards/" + SECRET + "/calendar",
            "/api/v1/duty-cards/" + SECRET + "/" + SECRET,
            "/api/v1/plans/" + SECRET,
            "/api/v1/districts/" + SECRET,
            "/api/v1/districts/x/cadres/" + SECRET,
            "/api/v1/districts/x/" + SECRET,
        }) {
            when().get(path);
            given().header("Host", "evil.example").get(path);
            given().header("Origin", "http://evil.example").delete(path);
            given().contentType("text/plain").body("x").post(path);
            given().accept("image/png").get(path);
        }
        // What no library of clients would send.
        send("GET /api/v1/{%s} HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(SECRET));
        send("GET /%%zz%s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(SECRET));
        send("GET //%s// HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(SECRET));
        send("GET http://localhost/%s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(SECRET));
        send("GET /%s HTTP/1.1\r\n\r\n".formatted(SECRET));
        send("%s /api/v1/limits HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(SECRET.toUpperCase(Locale.ROOT)));
        send("POST /api/v1/plans/%s/stop HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n".formatted(SECRET));

        assertThat(metrics()).doesNotContainIgnoringCase(SECRET);
        assertThat(uris())
                .isSubsetOf(allowed())
                .contains(
                        RequestLabels.PAGE,
                        RequestLabels.UNKNOWN,
                        "/api/v1/duty-cards/{token}",
                        "/api/v1/plans/{id}",
                        "/api/v1/districts/{district}/{list}/{id}");
    }

    /** The operations of the description, and the constants for all that is none of them. */
    private static Set<String> allowed() {
        var allowed = new TreeSet<>(described());
        allowed.add(RequestLabels.PAGE);
        allowed.add(RequestLabels.UNKNOWN);
        return allowed;
    }

    private static Set<String> described() {
        return when().get("/q/openapi?format=json")
                .jsonPath()
                .<Map<String, Object>>get("paths")
                .keySet();
    }

    @Test
    void whatIsRealGoesOnBeingCounted() {
        double before = count("uri=\"/api/v1/limits\"");
        for (int number = 0; number < 120; number++) {
            when().get("/" + number);
            when().get("/api/v1/" + number);
        }

        when().get("/api/v1/limits").then().statusCode(200);

        // A request is counted a moment after its answer.
        await().atMost(PATIENCE).until(() -> count("uri=\"/api/v1/limits\"") == before + 1);
    }

    /** Each operation of the description has a label of its own, so a new one is measured from the first day. */
    @Test
    void everyOperationHasItsLabel() {
        var templates = labels.templates();

        assertThat(templates.all()).containsExactlyInAnyOrderElementsOf(described());
        assertThat(templates.find("/api/v1/districts/d/cadres/a/b"))
                .contains("/api/v1/districts/{district}/{list}/{id}");
        assertThat(templates.find("/api/v1/districts/d/files/cadres"))
                .contains("/api/v1/districts/{district}/files/{list}");
        assertThat(templates.find("/api/v1/plans/")).contains("/api/v1/plans");
        assertThat(templates.find("/api/v1/nothing")).isEmpty();
    }
}
