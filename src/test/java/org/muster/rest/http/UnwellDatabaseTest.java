package org.muster.rest.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.harness.Submissions;

@QuarkusTest
class UnwellDatabaseTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int poolSize;

    private Faults faults;

    @BeforeEach
    void isWell() {
        faults = new Faults(dataSource);
        awaitReady(200);
    }

    @AfterEach
    void healsByItself() throws SQLException {
        faults.close();
        awaitReady(200);
    }

    private static Response awaitReady(int status) {
        return await().atMost(PATIENCE)
                .until(() -> when().get("/q/health/ready"), answer -> answer.statusCode() == status);
    }

    private static Response submit(String name) {
        return PlanClient.submit(Submissions.of(name, Submissions.smallDistrict(), 1))
                .extract()
                .response();
    }

    private static void isUnavailable(Response answer) {
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("code", equalTo("unavailable"));
    }

    /** No room on the disk, and a server that may only be read. */
    @ParameterizedTest
    @ValueSource(strings = {"53100", "25006"})
    void aDatabaseThatCannotBeWrittenIsNotReady(String state) throws SQLException {
        faults.failWrites("probe", "true", state);

        awaitReady(503)
                .then()
                .body("checks.find { it.name == 'database' }.data.reason", equalTo("not-writable"))
                .body("checks.find { it.name == 'database' }.data.sqlState", equalTo(state));
        when().get("/q/health/live").then().statusCode(200);
        when().get("/api/v1/plans").then().statusCode(200);
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNotReadyAndNobodyWaitsForIt() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("lock table probe");
            }
            awaitReady(503).then().body("checks.find { it.name == 'database' }.data.reason", equalTo("unreachable"));

            isUnavailable(when().get("/api/v1/plans"));
            isUnavailable(submit("in vain"));
            when().get("/api/v1/limits").then().statusCode(200);
            when().get("/q/health/live").then().statusCode(200);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(metrics())
                            .contains(
                                    "muster_queue_length NaN",
                                    "muster_queue_oldest_seconds NaN",
                                    "jvm_memory_used_bytes"));
            connection.rollback();
        }
    }

    private static String metrics() {
        return given().accept("text/plain")
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void aPoolWithoutConnectionsIsNotReady() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            takeAll(taken);
            var answer = awaitReady(503);
            assertThat((String) answer.path("checks.find { it.name == 'database' }.data.reason"))
                    .isIn("exhausted", "unreachable");
            isUnavailable(when().get("/api/v1/plans"));
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
    }

    private void takeAll(List<Connection> taken) {
        while (taken.size() < poolSize) {
            try {
                taken.add(dataSource.getConnection());
            } catch (SQLException e) {
                return; // the service itself has the others
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"53100", "25006", "57P01", "08006", "53300"})
    void whatCannotBeStoredIsRefusedForNow(String state) throws SQLException {
        faults.failWrites("plan", "new.name = 'unstored'", state);

        isUnavailable(submit("unstored"));
        submit("stored").then().statusCode(202);
    }

    @Test
    void whatCannotBeCommittedIsRefusedForNow() throws SQLException {
        faults.failCommits("plan", "new.name = 'uncommitted'", "53100");

        isUnavailable(submit("uncommitted"));
        isUnavailable(given().contentType("application/json")
                .header("Idempotency-Key", "uncommitted " + System.nanoTime())
                .body(Submissions.of("uncommitted", Submissions.smallDistrict(), 1))
                .post("/api/v1/plans"));
    }

    @Test
    void aFaultOfOursStaysOne() throws SQLException {
        faults.failWrites("plan", "new.name = 'faulty'", "P0001");

        // The description promises no 500, so that the answer is not held to it.
        given().noFilters()
                .contentType("application/json")
                .body(Submissions.of("faulty", Submissions.smallDistrict(), 1))
                .post("/api/v1/plans")
                .then()
                .statusCode(500)
                .body("code", equalTo("internal"));
    }
}
