package org.muster.formats.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.formats.json.problems.EvaluationRequestReader;
import org.muster.formats.json.problems.ProblemReader;
import org.muster.formats.json.problems.SubmissionReader;
import org.muster.problem.faults.InputTooLargeException;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;
import org.muster.problem.faults.UnreadableInputException;

/** Reads every file under {@code hostile/} and expects what its index says. Add a file with each bug. */
class HostileInputTest {

    private static final Path FOLDER = Path.of("src/test/resources/hostile");

    /** A line of the index. */
    record Specimen(String file, String reader, String outcome) {

        static Specimen of(String line) {
            var parts = line.split(" \\| ", -1);
            return new Specimen(parts[0], parts[1], parts[2]);
        }

        @Override
        public String toString() {
            return file;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("specimens")
    void meetsItsFate(Specimen specimen) throws IOException {
        assertThat(fateOf(specimen)).isEqualTo(specimen.outcome());
    }

    @Test
    void knowsEveryFile() throws IOException {
        Set<String> indexed = specimens().map(Specimen::file).collect(Collectors.toSet());
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json")))
                    .containsExactlyInAnyOrderElementsOf(indexed);
        }
    }

    private static Stream<Specimen> specimens() throws IOException {
        return Files.readAllLines(FOLDER.resolve("index.txt"), StandardCharsets.UTF_8).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Specimen::of);
    }

    private static String fateOf(Specimen specimen) throws IOException {
        try {
            read(specimen.reader(), Files.readAllBytes(FOLDER.resolve(specimen.file())));
            return "accepted";
        } catch (UnreadableInputException e) {
            boolean isPlaceKnown = e.reason() == UnreadableInputException.Reason.DUPLICATE_KEY;
            return "unreadable " + e.reason() + (isPlaceKnown ? " " + e.pointer() : "");
        } catch (InputTooLargeException e) {
            return "too-large " + e.measure();
        } catch (InvalidInputException e) {
            assertThat(e.count()).isEqualTo(e.faults().size());
            return "invalid "
                    + e.faults().stream()
                            .map(fault -> fault.pointer() + " " + fault.code().id())
                            .collect(Collectors.joining("; "));
        }
    }

    private static void read(String reader, byte[] bytes) throws IOException {
        var in = new ByteArrayInputStream(bytes);
        switch (reader) {
            case "problem" -> new ProblemReader(Limits.DEFAULT).read(in);
            case "submission" -> new SubmissionReader(Limits.DEFAULT).read(in);
            case "evaluation" -> new EvaluationRequestReader(Limits.DEFAULT).read(in);
            default -> throw new IllegalArgumentException("There is no reader (%s).".formatted(reader));
        }
    }
}
