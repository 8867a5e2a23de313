package org.muster.formats.json.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.formats.json.SampleProblem;
import org.muster.problem.Problem;
import org.muster.problem.SolveOptions;
import org.muster.problem.SolveOptions.Profile;
import org.muster.problem.faults.Limits;

class SubmissionReaderTest {

    private final SubmissionReader reader = new SubmissionReader(Limits.DEFAULT);

    @Nested
    class TheProblemAsSent {

        @Test
        void isKeptByteByByte() throws IOException {
            String problem = "{ \"units\" : [ {\"id\":\"财\\u8d22\",\"staff\":9 } ]\t,\r\n \"horizon\":null}";
            assertKept(problem, "{\"name\":\"n\",\"problem\": ", "  ,\"options\":{}}\n");
        }

        @Test
        void isKeptWhenABomComesFirst() throws IOException {
            assertKept("{}", "\uFEFF{\"problem\":", "}");
        }

        @ParameterizedTest(name = "{0} bytes before")
        @ValueSource(ints = {7_980, 7_986, 7_987, 7_988, 7_989, 7_990, 8_000, 15_990, 24_001})
        void isKeptWhereverTheParsersBufferEnds(int before) throws IOException {
            String problem = new String(written(SampleProblem.district(40, 3, 9, 1)), StandardCharsets.UTF_8);
            assertKept(problem, " ".repeat(before) + "{\"problem\":", " ".repeat(9_000) + "}");
        }

        @ParameterizedTest(name = "seed {0}")
        @ValueSource(longs = {1, 2, 3, 4, 5})
        void isKeptHoweverTheBytesArrive(long seed) throws IOException {
            String problem = new String(written(SampleProblem.random(seed)), StandardCharsets.UTF_8);
            String body = "{\"problem\":" + problem + ",\"name\":\"第四轮\"}";
            var submission = reader.read(new TricklingStream(body.getBytes(StandardCharsets.UTF_8), new Random(seed)));
            assertThat(unzipped(submission)).isEqualTo(problem);
        }

        private void assertKept(String problem, String before, String after) throws IOException {
            assertThat(unzipped(read(before + problem + after))).isEqualTo(problem);
        }
    }

    @Nested
    class Options {

        @Test
        void areTheStandardOnesWhenLeftOut() throws IOException {
            assertThat(options("null")).isEqualTo(SolveOptions.DEFAULT);
            assertThat(options("{}")).isEqualTo(SolveOptions.DEFAULT);
            assertThat(SolveOptions.DEFAULT.timeLimit()).isEqualTo(Duration.ofMinutes(1));
        }

        @Test
        void takeTheTimeLimitOfTheProfile() throws IOException {
            assertThat(options("{\"profile\":\"THOROUGH\"}").timeLimit()).isEqualTo(Duration.ofMinutes(5));
        }

        @Test
        void letAnExplicitTimeLimitWin() throws IOException {
            assertThat(options("{\"timeLimit\":\"PT1M30S\",\"profile\":\"QUICK\"}"))
                    .isEqualTo(new SolveOptions(Duration.ofSeconds(90), 0, 0, null, Profile.QUICK));
        }

        @Test
        void areReadInFull() throws IOException {
            assertThat(options("{\"gapTarget\":0.005,\"seed\":-9223372036854775808,\"stepLimit\":1000}"))
                    .isEqualTo(
                            new SolveOptions(Duration.ofMinutes(1), 0.005, Long.MIN_VALUE, 1_000L, Profile.STANDARD));
        }

        private SolveOptions options(String json) throws IOException {
            return read("{\"problem\":{},\"options\":" + json + "}").options();
        }
    }

    @Test
    void tellsABrokenStreamFromABrokenDocument() {
        var broken = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new IOException("The connection was cut.");
            }
        };
        assertThatThrownBy(() -> reader.read(broken))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("The connection was cut.");
    }

    private Submission read(String body) throws IOException {
        return reader.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String unzipped(Submission submission) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(submission.gzippedProblem()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] written(Problem problem) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new ProblemWriter().write(problem, bytes);
        return bytes.toByteArray();
    }

    /** Gives a few bytes at a time, as a network does. */
    private static final class TricklingStream extends ByteArrayInputStream {
        private final Random random;

        TricklingStream(byte[] bytes, Random random) {
            super(bytes);
            this.random = random;
        }

        @Override
        public synchronized int read(byte[] buffer, int offset, int length) {
            return super.read(buffer, offset, Math.min(length, 1 + random.nextInt(50)));
        }
    }
}
