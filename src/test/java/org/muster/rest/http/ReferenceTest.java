package org.muster.rest.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.muster.problem.rules.Rule;

@QuarkusTest
class ReferenceTest {

    @Test
    void everyRuleIsToldInBothLanguages() {
        when().get("/api/v1/rules")
                .then()
                .statusCode(200)
                .body("", hasSize(Rule.values().length))
                .body("text.zh", everyItem(not(equalTo(""))))
                .body("text.en", everyItem(not(equalTo(""))))
                .body("find { it.id == 'travel' }.defaultWeight", equalTo(1))
                .body("find { it.id == 'cover' }.level", equalTo("MEDIUM"));
    }

    @Test
    void limitsAreTold() {
        when().get("/api/v1/limits").then().statusCode(200).body("problem.bodyBytes", equalTo(64 << 20));
    }

    @Test
    void aDemoProblemCanBePostedBack() {
        when().get("/api/v1/demo-problems").then().statusCode(200).body("id", hasItems("dongcheng", "haidian"));
        var problem = when().get("/api/v1/demo-problems/dongcheng?seed=3").asByteArray();

        String id = given().contentType(ContentType.JSON)
                .body(problem)
                .when()
                .post("/api/v1/plans")
                .then()
                .statusCode(202)
                .extract()
                .path("id");

        when().delete("/api/v1/plans/" + id).then().statusCode(204);
    }

    @Test
    void theSameSeedMakesTheSameDemoProblem() {
        assertThat(when().get("/api/v1/demo-problems/tongzhou?rounds=2&seed=5").asByteArray())
                .isEqualTo(when().get("/api/v1/demo-problems/tongzhou?rounds=2&seed=5")
                        .asByteArray());
    }

    @Test
    void answersAreZippedForWhoWantsThat() {
        given().header("Accept-Encoding", "gzip")
                .when()
                .get("/api/v1/rules")
                .then()
                .header("Content-Encoding", "gzip");
    }

    @Test
    void healthAndMetricsAreServed() {
        when().get("/q/health/live").then().statusCode(200);
        when().get("/q/health/ready").then().statusCode(200);
        given().accept("text/plain")
                .when()
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("muster_plans{"))
                .body(containsString("muster_queue_length"))
                .body(containsString("muster_queue_oldest_seconds"))
                .body(containsString("muster_queue_time_seconds_count"))
                .body(containsString("muster_gap_count"))
                .body(containsString("muster_moves_per_second"))
                .body(containsString("muster_attempts_again_total"))
                .body(containsString("muster_attempts_lost_total"))
                .body(containsString("muster_attempts_handed_back_total"))
                .body(containsString("muster_save_time_seconds_count"))
                .body(containsString("muster_save_failures_total"))
                .body(containsString("process_resident_memory_bytes"))
                .body(containsString("jvm_memory_used_bytes"))
                .body(containsString("jvm_gc_pause"))
                .body(containsString("jvm_threads_live_threads"))
                .body(containsString("agroal_available_count"));
    }

    @Test
    void pagesOfTheDocsSayWhatTheyAre() {
        when().get("/docs/errors.md")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/markdown; charset=utf-8"))
                .body(containsString("bad-parameter"));
    }

    /** To accept a change: look at the difference, then copy {@code target/openapi.json} over the snapshot. */
    @Test
    void theDescriptionOfTheApiIsTheOneThatWasReviewed() throws IOException {
        var served = when().get("/q/openapi?format=json").asString().strip() + "\n";
        Files.writeString(Path.of("target", "openapi.json"), served, StandardCharsets.UTF_8);

        assertThat(served).isEqualTo(Files.readString(Path.of("docs", "openapi.json"), StandardCharsets.UTF_8));
    }
}
