package org.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.muster.schedule.Score;

/** What answers of the service say. */
final class Plans {

    private Plans() {}

    static Score scoreOf(JsonNode plan) {
        var score = plan.get("score");
        return new Score(
                score.get("hard").asLong(),
                score.get("medium").asLong(),
                score.get("soft").asLong());
    }

    static void assertSolved(JsonNode plan, int attempt) {
        assertThat(plan.get("status").asText()).as("%s", plan).isEqualTo("SOLVED");
        assertThat(plan.get("attempt").asInt()).as("%s", plan).isEqualTo(attempt);
    }

    /** A refusal in good form that says when to come again. */
    static void assertLater(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode())
                .as("%s: %s", answer.uri(), answer.body())
                .isEqualTo(status);
        assertProblem(answer);
        assertThat(answer.headers().firstValue("Retry-After")).as(answer.body()).isPresent();
    }

    static void assertProblem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type"))
                .as("status %d, %s", answer.statusCode(), answer.body())
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }
}
