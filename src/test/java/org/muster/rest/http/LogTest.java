package org.muster.rest.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.harness.Submissions;

/** What is logged, and what is not. */
@QuarkusTest
class LogTest {

    private static final Logger ROOT = Logger.getLogger("");
    private static final PatternFormatter MESSAGE = new PatternFormatter("%s");

    @Inject
    DataSource dataSource;

    private final Memory memory = new Memory();

    private static final class Memory extends Handler {
        private final Queue<ExtLogRecord> lines = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord line) {
            var copy = ExtLogRecord.wrap(line);
            copy.copyAll();
            lines.add(copy);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        List<ExtLogRecord> lines() {
            return List.copyOf(lines);
        }
    }

    @BeforeEach
    void listen() {
        ROOT.addHandler(memory);
    }

    @AfterEach
    void listenNoLonger() {
        ROOT.removeHandler(memory);
    }

    private static String textOf(ExtLogRecord line) {
        return MESSAGE.format(line);
    }

    private static String everythingOf(ExtLogRecord line) {
        var text = new StringWriter();
        text.append(textOf(line)).append(line.getMdcCopy().toString());
        if (line.getThrown() != null) {
            line.getThrown().printStackTrace(new PrintWriter(text, true));
        }
        return text.toString();
    }

    @Test
    void everyLineOfASolveNamesPlanAttemptAndWorkerAndNobodyElse() throws SQLException {
        var problem = Submissions.json(Submissions.smallDistrict())
                .replaceAll("\"id\":\"yang\"", "\"id\":\"yang\",\"name\":\"张秘密\"");
        assertThat(problem).contains("张秘密");
        String plan;
        try (var faults = new Faults(dataSource)) {
            // Saves and the end fail, the beginning does not.
            faults.failWrites("plan", "new.name = '王秘密' and new.spent_ms > 0", "53100");
            plan = DistrictClient.body("""
                            {"name": "王秘密", "options": {"timeLimit": "PT5S", "stepLimit": %d}, "problem": %s}""".formatted(Long.MAX_VALUE / 4, problem))
                    .post("/api/v1/plans")
                    .path("id");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> memory.lines().stream()
                            .anyMatch(line -> textOf(line).contains("result cannot be saved")));
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> when().get("/api/v1/plans/" + plan).path("status").equals("SOLVED"));

        var ofPlan = memory.lines().stream()
                .filter(line -> textOf(line).startsWith("Plan " + plan))
                .toList();
        assertThat(ofPlan)
                .extracting(LogTest::textOf)
                .anyMatch(text -> text.contains("attempt 1 begins"))
                .anyMatch(text -> text.contains("nothing could be saved"))
                .anyMatch(text -> text.contains("attempt 1 ends"));
        assertThat(ofPlan)
                .allSatisfy(line -> assertThat(line.getMdcCopy())
                        .containsEntry("plan", plan)
                        .containsEntry("attempt", "1")
                        .hasEntrySatisfying(
                                "worker", worker -> assertThat(worker).startsWith("muster-")));
        assertThat(ofPlan)
                .filteredOn(line -> textOf(line).contains("nothing could be saved"))
                .extracting(ExtLogRecord::getThreadName)
                .containsOnly("save-" + plan);
        assertThat(memory.lines()).extracting(LogTest::everythingOf).noneMatch(text -> text.contains("秘密"));
    }

    @Test
    void noLineNamesTheSecretOfALink() throws SQLException {
        var plan = DistrictClient.small().solved("\"r1\"");
        String path = when().get("/api/v1/plans/" + plan + "/cadres/yang/link").path("path");
        var secret = path.substring(path.lastIndexOf('/') + 1);
        try (var faults = new Faults(dataSource)) {
            faults.failWrites("personal_link", "new.used is not null", "P0001");
            // The description promises no 500, so that the answer is not held to it.
            int status = given().noFilters().get("/api/v1/duty-cards/" + secret).statusCode();
            assertThat(status).isGreaterThanOrEqualTo(500);
        }
        when().get("/api/v1/duty-cards/" + secret + "/calendar").then().statusCode(200);
        when().get("/api/v1/duty-cards/" + secret + "/nothing");
        when().delete("/api/v1/duty-cards/" + secret);
        when().get(path);

        assertThat(memory.lines()).extracting(LogTest::everythingOf).noneMatch(text -> text.contains(secret));
    }

    @Test
    void whatCallersSendMakesNoLinesOfItsOwn() throws SQLException {
        var district = DistrictClient.small();
        given().urlEncodingEnabled(false).get("/api/v1/districts/%0Aevil%1B%5B31m/cadres");
        given().urlEncodingEnabled(false).get("/%0Devil");
        given().header("Muster-Actor", "%0Aevil")
                .header("Accept-Language", "evil;q=x")
                .contentType("application/json")
                .body("{\"id\": \"x\\nevil\"}")
                .post(district.path("units"));
        given().contentType("application/json").body("{\"\\nevil").post("/api/v1/plans");
        try (var faults = new Faults(dataSource)) {
            faults.failWrites("plan", "new.name = 'evil'", "P0001");
            // The description promises no 500, so that the answer is not held to it.
            var answer = DistrictClient.body(Submissions.of("evil", Submissions.smallDistrict(), 1))
                    .noFilters()
                    .post("/api/v1/plans");

            assertThat(memory.lines())
                    .anySatisfy(line ->
                            assertThat(line.getMdcCopy()).containsEntry("request", answer.header("Muster-Request")));
        }

        assertThat(memory.lines())
                .extracting(LogTest::everythingOf)
                .noneMatch(text -> text.contains("\nevil") || text.contains("\revil") || text.contains("\u001b"));
    }
}
