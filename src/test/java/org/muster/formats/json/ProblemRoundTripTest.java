package org.muster.formats.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.formats.json.problems.ProblemReader;
import org.muster.formats.json.problems.ProblemWriter;
import org.muster.problem.Problem;
import org.muster.problem.ProblemValidator;
import org.muster.problem.faults.Limits;

class ProblemRoundTripTest {

    @Test
    void readsBackAnEmptyProblem() throws IOException {
        assertReadsBack(Problem.builder().build());
    }

    @Test
    void readsBackEveryFieldOfEveryItem() throws IOException {
        assertReadsBack(SampleProblem.complete());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void readsBackRandomProblems(long seed) throws IOException {
        assertReadsBack(SampleProblem.random(seed));
    }

    @Test
    void writesTheSameProblemToTheSameBytes() throws IOException {
        assertThat(written(SampleProblem.complete())).isEqualTo(written(SampleProblem.complete()));
    }

    private static void assertReadsBack(Problem problem) throws IOException {
        assertThat(ProblemValidator.faultsOf(problem, Limits.DEFAULT)).isEmpty();
        var read = new ProblemReader(Limits.DEFAULT).read(new ByteArrayInputStream(written(problem)));
        assertThat(read).isEqualTo(problem);
    }

    private static byte[] written(Problem problem) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new ProblemWriter().write(problem, bytes);
        return bytes.toByteArray();
    }
}
