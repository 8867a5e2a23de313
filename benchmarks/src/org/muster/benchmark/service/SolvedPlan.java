package org.muster.benchmark.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.muster.benchmark.Csv;
import org.muster.schedule.Score;

/**
 * What the service says of a plan that has ended.
 *
 * @param waited from its submission to its first attempt
 * @param took from its first attempt to its end
 * @param score null without a schedule
 * @param gap null where none is known
 */
record SolvedPlan(
        String status, int attempt, Duration waited, Duration took, @Nullable Score score, @Nullable Double gap) {
    static final String HEADER = "workers,status,attempt,waitedMillis,tookMillis,hard,medium,soft,gap";

    static SolvedPlan of(JsonNode plan) {
        var created = Instant.parse(plan.get("created").asText());
        var started = Instant.parse(plan.get("started").asText());
        var ended = Instant.parse(plan.get("ended").asText());
        return new SolvedPlan(
                plan.get("status").asText(),
                plan.get("attempt").asInt(),
                Duration.between(created, started),
                Duration.between(started, ended),
                scoreOf(plan.path("score")),
                plan.hasNonNull("gap") ? plan.get("gap").asDouble() : null);
    }

    private static @Nullable Score scoreOf(JsonNode score) {
        return score.isObject()
                ? new Score(
                        score.get("hard").asLong(),
                        score.get("medium").asLong(),
                        score.get("soft").asLong())
                : null;
    }

    /** Whether it was solved, by the first who began. */
    boolean wentWell() {
        return status.equals("SOLVED") && attempt == 1;
    }

    String toCsv(int workers) {
        return Csv.line(
                workers,
                status,
                attempt,
                waited.toMillis(),
                took.toMillis(),
                score == null ? null : score.hard(),
                score == null ? null : score.medium(),
                score == null ? null : score.soft(),
                gap);
    }
}
