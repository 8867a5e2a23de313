package org.muster.formats.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.formats.json.problems.ProblemReader;
import org.muster.formats.json.problems.ProblemWriter;
import org.muster.formats.json.problems.SubmissionReader;
import org.muster.problem.Problem;
import org.muster.problem.ProblemValidator;
import org.muster.problem.faults.FaultTexts;
import org.muster.problem.faults.InputTooLargeException;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;
import org.muster.problem.faults.UnreadableInputException;

/** Breaks a good submission at random: the reader accepts it or refuses it properly, and nothing else. */
class FuzzedInputTest {

    private static final int ROUNDS = 150;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Values that have broken something somewhere. */
    private static final List<String> ODD_VALUES = List.of(
            "null",
            "true",
            "0",
            "-0",
            "-1",
            "1.5",
            "1e3",
            "1e999",
            "-1e-999",
            "9223372036854775808",
            "\"\"",
            "\" \"",
            "\"a\"",
            "\"2022-02-29\"",
            "\"2022-05-03T24:00\"",
            "\"9999-12-31T00:00\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"😀\"",
            "\"C1\"",
            "\"" + "x".repeat(300) + "\"",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "[\"a\",\"a\"]",
            "{\"limit\":{}}",
            "{\"limit\":1,\"weight\":-1}",
            "{\"id\":\"C1\"}",
            "{\"lat\":1,\"lon\":181}");

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void survivesBrokenBytes(long seed) throws IOException {
        var random = new Random(seed);
        byte[] good = goodSubmission();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = good;
            for (int i = random.nextInt(4); i >= 0; i--) {
                bytes = withBrokenBytes(bytes, random);
            }
            assertAcceptedOrRefused(bytes);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void survivesBrokenValues(long seed) throws IOException {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var tree = MAPPER.readTree(goodSubmission());
            for (int i = random.nextInt(6); i >= 0; i--) {
                breakValue(tree, random);
            }
            assertAcceptedOrRefused(MAPPER.writeValueAsBytes(tree));
        }
    }

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, 6);
    }

    private static byte[] goodSubmission() throws IOException {
        return ("{\"name\":\"n\",\"problem\":" + new String(written(SampleProblem.complete()), StandardCharsets.UTF_8)
                        + ",\"options\":{\"timeLimit\":\"PT9S\",\"profile\":\"QUICK\",\"seed\":4,\"gapTarget\":0.1}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void assertAcceptedOrRefused(byte[] bytes) throws IOException {
        try {
            var problem = new SubmissionReader(Limits.DEFAULT)
                    .read(new ByteArrayInputStream(bytes))
                    .problem();
            assertThat(ProblemValidator.faultsOf(problem, Limits.DEFAULT)).isEmpty();
            assertThat(new ProblemReader(Limits.DEFAULT).read(new ByteArrayInputStream(written(problem))))
                    .isEqualTo(problem);
        } catch (InvalidInputException e) {
            assertThat(e.faults()).isNotEmpty().allSatisfy(fault -> {
                assertThat(FaultTexts.of(Locale.CHINESE).sentence(fault)).isNotBlank();
                assertThat(fault.params().values()).noneMatch(value -> value.contains("小"));
            });
        } catch (UnreadableInputException e) {
            assertThat(e.line()).isPositive();
        } catch (InputTooLargeException e) {
            assertThat(e.limit()).isPositive();
        }
    }

    private static byte[] withBrokenBytes(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + random.nextInt(1, 30));
        byte[] head = Arrays.copyOf(bytes, from);
        return switch (random.nextInt(5)) {
            case 0 -> joined(head, new byte[] {(byte) random.nextInt(256)}, tail(bytes, from + 1));
            case 1 -> joined(head, tail(bytes, to));
            case 2 -> joined(head, Arrays.copyOfRange(bytes, from, to), tail(bytes, from));
            case 3 -> joined(head, pick(ODD_VALUES, random).getBytes(StandardCharsets.UTF_8), tail(bytes, to));
            default -> random.nextInt(9) == 0 && from > 0 ? head : joined(head, new byte[] {'"'}, tail(bytes, from));
        };
    }

    private static byte[] tail(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, Math.min(from, bytes.length), bytes.length);
    }

    private static byte[] joined(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static void breakValue(JsonNode tree, Random random) throws IOException {
        var containers = new ArrayList<JsonNode>();
        collectContainers(tree, containers);
        var odd = MAPPER.readTree(pick(ODD_VALUES, random));
        switch (pick(containers, random)) {
            case ObjectNode object -> breakField(object, odd, random);
            case ArrayNode array when !array.isEmpty() -> array.set(random.nextInt(array.size()), odd);
            case ArrayNode array -> array.add(odd);
            default -> throw new IllegalStateException("Only objects and arrays were collected.");
        }
    }

    private static void breakField(ObjectNode object, JsonNode odd, Random random) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty() || random.nextInt(10) == 0) {
            object.set("odd" + random.nextInt(3), odd);
        } else if (random.nextInt(4) == 0) {
            object.remove(pick(names, random));
        } else {
            object.set(pick(names, random), odd);
        }
    }

    private static void collectContainers(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collectContainers(child, containers));
        }
    }

    private static <T> T pick(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static byte[] written(Problem problem) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new ProblemWriter().write(problem, bytes);
        return bytes.toByteArray();
    }
}
