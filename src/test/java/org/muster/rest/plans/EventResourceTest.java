package org.muster.rest.plans;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.muster.harness.Submissions;
import org.muster.rest.http.PlanClient;

@QuarkusTest
class EventResourceTest {

    /** Reads events until the stream ends. */
    private List<String> events(String plan, String lastEvent) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d/api/v1/plans/%s/events".formatted(RestAssured.port, plan)))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "text/event-stream");
        if (!lastEvent.isEmpty()) {
            request.header("Last-Event-ID", lastEvent);
        }
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return List.of(answer.body().split("\n\n"));
        }
    }

    /** A plan that no proof ends before somebody watches it. */
    private static String submit(int seconds) {
        return PlanClient.submitted(Submissions.endless("watched", seconds));
    }

    private static List<String> names(List<String> events) {
        return events.stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("event:"))
                .map(line -> line.substring("event:".length()).strip())
                .collect(Collectors.toList());
    }

    @Test
    void tellHowAPlanGetsOnUntilItIsDone() throws Exception {
        var plan = submit(1);

        var events = events(plan, "");

        assertThat(names(events)).startsWith("status").endsWith("done").containsOnlyOnce("done");
        assertThat(events.getLast()).contains("\"status\":\"SOLVED\"", plan);
    }

    @Test
    void ofAPlanThatHasEndedAreOneEvent() throws Exception {
        var plan = submit(1);
        events(plan, "");

        assertThat(names(events(plan, ""))).containsExactly("done");
        assertThat(names(events(plan, "999999"))).as("the end is told again").containsExactly("done");
    }

    @Test
    void ofAPlanThatIsNotThereAreAProblem() {
        when().get("/api/v1/plans/7b0c4a7e-3c2f-4d7b-9d1e-0a2b3c4d5e6f/events")
                .then()
                .statusCode(404);
    }

    @Test
    void goOnWhereAReaderWas() throws Exception {
        var plan = submit(1);
        var first = events(plan, "").getFirst();
        var id = first.lines()
                .filter(line -> line.startsWith("id:"))
                .map(line -> line.substring("id:".length()).strip())
                .findFirst()
                .orElseThrow();

        assertThat(Long.parseLong(id)).isNotNegative();
        assertThat(events(plan, id).getLast().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
    }
}
