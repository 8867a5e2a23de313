package org.muster.formats.json.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.muster.parts.MergedProblem;
import org.muster.problem.faults.Fault;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;

class PartsReaderTest {

    private static final String UNIT = "{\"id\":\"u\",\"staff\":9}";

    private final SubmissionReader reader = new SubmissionReader(Limits.DEFAULT);

    @Test
    void makesOneProblemOfParts() throws IOException {
        var submission = read("""
                {"name": "city", "parts": [
                  {"id": "east", "problem": {"units": [%s]}},
                  {"id": "west", "problem": {"units": [%s, {"id": "v", "staff": 1}]}}]}
                """.formatted(UNIT, UNIT));
        var parts = Objects.requireNonNull(submission.parts());
        assertThat(submission.problem()).isEqualTo(parts.whole().problem());
        assertThat(submission.problem().units()).hasSize(2);
        assertThat(parts.whole().sections())
                .containsExactly(
                        new MergedProblem.Section("east", List.of()), new MergedProblem.Section("west", List.of()));
        assertThat(submission.pointerOf("/units/1")).isEqualTo("/parts/1/problem/units/1");
        try (var json = new GZIPInputStream(new ByteArrayInputStream(submission.gzippedProblem()))) {
            assertThat(new ProblemReader(Limits.DEFAULT).read(json)).isEqualTo(submission.problem());
        }
    }

    @Test
    void pointsIntoTheProblemWhereThereAreNoParts() throws IOException {
        assertThat(read("{\"problem\":{}}").pointerOf("/units/1")).isEqualTo("/problem/units/1");
    }

    @Test
    void asksForAProblemOrParts() {
        assertThat(faultsOf("{}")).containsExactly(new Fault("/problem", FaultCode.MISSING, Map.of()));
        assertThat(faultsOf("{\"problem\":{},\"parts\":[{\"id\":\"a\",\"problem\":{}}]}"))
                .containsExactly(
                        new Fault("/parts", FaultCode.EXCLUSIVE, Map.of("first", "problem", "second", "parts")));
        assertThat(faultsOf("{\"parts\":[]}"))
                .containsExactly(
                        new Fault("/parts", FaultCode.OUT_OF_RANGE, Map.of("value", "0", "min", "1", "max", "100")));
    }

    @Test
    void listsTheFaultsOfAllParts() {
        assertThat(faultsOf("""
                        {"parts": [
                          {"id": "a", "problem": {"windows": [{}]}},
                          {"id": "b", "problem": {"units": [%s]}},
                          {"id": "c", "problem": {"units": [{"id": "u", "staff": 8}]}},
                          {"id": "b", "problem": {"rounds": 1}, "more": 1},
                          {"problem": {"demands": [
                            {"id": "d", "site": "s", "window": "w", "post": "p", "min": 1, "ideal": 1, "max": 1,
                             "priority": 1}]}}]}
                        """.formatted(UNIT)))
                .extracting(Fault::pointer)
                .contains(
                        "/parts/0/problem/windows/0/id",
                        "/parts/2/problem/units/0",
                        "/parts/3/id",
                        "/parts/3/problem/rounds",
                        "/parts/3/more",
                        "/parts/4/id",
                        "/parts/4/problem/demands/0/site");
    }

    @Test
    void namesTheFirstPartOfTwoWithTheSameIdentifier() {
        assertThat(faultsOf("{\"parts\":[{\"id\":\"a\",\"problem\":{}},{\"id\":\"a\",\"problem\":{}}]}"))
                .containsExactly(
                        new Fault("/parts/1/id", FaultCode.DUPLICATE_ID, Map.of("id", "a", "first", "/parts/0/id")));
    }

    @Test
    void measuresThePartsTogether() {
        var body = new StringBuilder("{\"parts\":[");
        int round = 0;
        for (int i = 0; i < 3; i++) {
            var rounds = new StringBuilder();
            for (int j = 0; j < 9_000; j++) {
                rounds.append(j == 0 ? "" : ",").append("{\"id\":\"r%d\",\"date\":\"2022-05-03\"}".formatted(round++));
            }
            body.append(i == 0 ? "" : ",").append("{\"id\":\"%d\",\"problem\":{\"rounds\":[%s]}}".formatted(i, rounds));
        }
        assertThat(faultsOf(body + "]}"))
                .containsExactly(new Fault("/parts", FaultCode.TOO_MANY, Map.of("limit", "20000")));
    }

    private Submission read(String body) throws IOException {
        return reader.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private List<Fault> faultsOf(String body) {
        return catchThrowableOfType(InvalidInputException.class, () -> read(body))
                .faults();
    }
}
