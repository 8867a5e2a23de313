package org.muster.rest.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.harness.Submissions;

/** Limits that are soon reached. */
@QuarkusTest
@TestProfile(SmallLimitsTest.Small.class)
class SmallLimitsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public static final class Small implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "muster.queue.limit", "1",
                    "muster.solver.longest", "PT1M",
                    "muster.plans.keep", "1",
                    "muster.requests.event-streams", "2",
                    "muster.requests.longest-event-stream", "PT1S");
        }
    }

    private static Response submit(String body, String language) {
        return given().contentType("application/json; charset=UTF-8")
                .header("Accept-Language", language)
                .body(body)
                .post("/api/v1/plans");
    }

    private static String submitted(String body) {
        return submit(body, "en").then().statusCode(202).extract().path("id");
    }

    private static void awaitStatus(String plan, String status) {
        await().atMost(PATIENCE)
                .until(() -> when().get("/api/v1/plans/" + plan).path("status").equals(status));
    }

    private static void delete(String plan) {
        when().delete("/api/v1/plans/" + plan).then().statusCode(204);
    }

    @ParameterizedTest
    @CsvSource({"en, 1 plans wait already", "zh-CN, 已有 1 个计划在等待"})
    void aFullQueueSaysWhenToComeAgain(String language, String sentence) {
        var solved = submitted(Submissions.endless("solved", 50));
        awaitStatus(solved, "SOLVING");
        var waiting = submitted(Submissions.endless("waiting", 50));

        var refused = submit(Submissions.endless("refused", 50), language);

        refused.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("code", equalTo("queue-full"))
                .body("detail", containsString(sentence));
        assertThat(Integer.parseInt(refused.header("Retry-After")))
                .as("the plan that is solved ends within its time limit")
                .isBetween(2, 50);
        delete(waiting);
        delete(solved);
    }

    @Test
    void noPlanGetsMoreTimeThanIsGiven() {
        submit(Submissions.endless("long", 61), "en")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/options/timeLimit"))
                .body("errors[0].params.max", equalTo("PT1M"));
        when().get("/api/v1/limits")
                .then()
                .body("longestTimeLimit", equalTo("PT1M"))
                .body("keptPlans", equalTo(1))
                .body("eventStreams", equalTo(2));
    }

    @Test
    void oldPlansMakeRoomForNewOnesUnlessTheyWerePublished() {
        var district = DistrictClient.small();
        var published = district.solved("\"r1\"");
        district.post("plans/" + published + "/publication", "").statusCode(201);
        var older = district.solved("\"r1\"");
        var newer = district.solved("\"r1\"");

        await().atMost(PATIENCE)
                .until(() -> when().get("/api/v1/plans/" + older).statusCode() == 404);
        when().get("/api/v1/plans/" + published).then().statusCode(200);
        when().get("/api/v1/plans/" + newer).then().statusCode(200);
    }

    /** They cannot be told from readers while the buffers between have room, so their time is limited. */
    @Test
    void readersOfEventsThatNeverReadDoNotKeepOthersOut() throws IOException {
        var plan = submitted(Submissions.endless("watched", 50));
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 50; i++) {
                sockets.add(send("GET /api/v1/plans/%s/events HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(plan)));
            }
            for (int i = 0; i < 5; i++) {
                await().atMost(PATIENCE)
                        .until(() -> given().accept("text/event-stream")
                                .get("/api/v1/plans/" + plan + "/events")
                                .asString()
                                .contains("event:"));
            }
        } finally {
            close(sockets);
        }
        delete(plan);
    }

    @Test
    void slowSendersHoldLittleAndOthersAreServed() throws IOException {
        submit("{}", "en").then().statusCode(422);
        long before = usedHeap();
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                sockets.add(send("GET /api/v1/plans HTTP/1.1\r\nHost: loc"));
            }
            for (int i = 0; i < 40; i++) {
                sockets.add(
                        send(
                                "POST /api/v1/plans HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 60000000\r\n\r\n{\"problem\""));
            }
            delete(submitted(Submissions.of("served", Submissions.smallDistrict(), 1)));
            when().get("/api/v1/limits").then().statusCode(200);
            assertThat(usedHeap() - before).as("bytes for 340 slow senders").isLessThan(100L << 20);
        } finally {
            close(sockets);
        }
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static Socket send(String text) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }
}
