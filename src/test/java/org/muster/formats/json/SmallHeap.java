package org.muster.formats.json;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.muster.formats.json.problems.SubmissionReader;
import org.muster.problem.faults.InputTooLargeException;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;
import org.muster.problem.faults.UnreadableInputException;

/**
 * Reads inputs of all kinds that are too large for somebody, and prints what became of each. To be started in a JVM
 * with a small heap, with the file of a large good submission as its only argument.
 */
final class SmallHeap {

    private static final int MILLION = 1_000_000;
    private static final String CADRE =
            "{\"id\":\"c\",\"unit\":\"u\",\"homeCommunity\":\"h\",\"location\":{\"lat\":1,\"lon\":1}";

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private SmallHeap() {}

    public static void main(String[] arguments) throws IOException {
        var smallHeap = new SmallHeap();
        try (var in = Files.newInputStream(Path.of(arguments[0]))) {
            smallHeap.read("good submission", in);
        }
        smallHeap.readLargeBodies();
        smallHeap.readLongLists();
        smallHeap.readManyNames();
    }

    private void readLargeBodies() throws IOException {
        String spaces = " ".repeat(1 << 20);
        read("200 MB of spaces", new GeneratedStream("{", 200, i -> spaces, "}"));
        read("200 MB that nobody asked for", new GeneratedStream("{\"x\":[0", 200, i -> ",0".repeat(1 << 19), "]}"));
        read("200 MB in a gzip bomb", new GZIPInputStream(new ByteArrayInputStream(bomb(spaces))));
        read("a text of 50 MB", new GeneratedStream("{\"name\":\"", 50, i -> "x".repeat(1 << 20), "\"}"));
        read("a number of 50 MB", new GeneratedStream("{\"name\":1", 50, i -> "0".repeat(1 << 20), "}"));
        read("a million brackets", new GeneratedStream("{\"problem\":", MILLION, i -> "[", ""));
    }

    private void readLongLists() throws IOException {
        read("a million units", list("units", i -> "{\"id\":\"u" + i + "\",\"staff\":1}"));
        read("a million cadres", list("cadres", i -> CADRE.replace("\"c\"", "\"c" + i + "\"") + "}"));
        read("a million nulls", list("demands", i -> "null"));
        read("a million empty cadres", list("cadres", i -> "{}"));
        read(
                "a million intervals of one cadre",
                new GeneratedStream(
                        "{\"problem\":{\"cadres\":[" + CADRE + ",\"availability\":[",
                        MILLION,
                        i -> interval() + ",",
                        "]}]}}"));
        read(
                "a million intervals of many cadres",
                list(
                        "cadres",
                        i -> CADRE + ",\"availability\":[" + interval() + ("," + interval()).repeat(199) + "]}"));
        read(
                "a million tags",
                new GeneratedStream("{\"problem\":{\"posts\":[{\"tags\":[", MILLION, i -> "\"t" + i + "\",", "]}]}}"));
    }

    private void readManyNames() throws IOException {
        read("a million unknown fields", new GeneratedStream("{", MILLION, i -> "\"f" + i + "\":0,", "\"z\":0}"));
        read(
                "a million unknown fields further down",
                new GeneratedStream("{\"x\":[{", MILLION, i -> "\"f" + i + "\":0,", "\"z\":0}]}"));
        read(
                "a million weights",
                new GeneratedStream("{\"problem\":{\"weights\":{", MILLION, i -> "\"f" + i + "\":0,", "\"z\":0}}}"));
        read(
                "a million limits by kind",
                new GeneratedStream(
                        "{\"problem\":{\"dutyRules\":[{\"maxPerKind\":{",
                        MILLION,
                        i -> "\"f" + i + "\":0,",
                        "\"z\":0}}]}}"));
        read(
                "three million ways",
                new GeneratedStream(
                        "{\"problem\":{\"travel\":{\"minutes\":{",
                        30_000,
                        i -> "\"c" + i + "\":{\"s\":0" + ways() + "},",
                        "\"z\":{}}}}}"));
    }

    private static GeneratedStream list(String name, IntFunction<String> item) {
        return new GeneratedStream(
                "{\"problem\":{\"" + name + "\":[", MILLION, i -> item.apply(i) + ",", item.apply(MILLION) + "]}}");
    }

    private static String interval() {
        return "{\"start\":\"2022-05-03T07:00\",\"end\":\"2022-05-03T08:00\",\"kind\":\"DESIRED\"}";
    }

    private static String ways() {
        var ways = new StringBuilder();
        for (int i = 1; i < 100; i++) {
            ways.append(",\"s").append(i).append("\":").append(i);
        }
        return ways.toString();
    }

    private static byte[] bomb(String megabyte) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write('{');
            for (int i = 0; i < 200; i++) {
                gzip.write(megabyte.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private void read(String what, InputStream in) throws IOException {
        out.println(what + ": " + fateOf(in));
    }

    private static String fateOf(InputStream in) throws IOException {
        try {
            var problem = new SubmissionReader(Limits.DEFAULT).read(in).problem();
            return "accepted with " + problem.cadres().size() + " cadres";
        } catch (InputTooLargeException e) {
            return "too large " + e.measure();
        } catch (UnreadableInputException e) {
            return "unreadable " + e.reason();
        } catch (InvalidInputException e) {
            var last = e.faults().getLast();
            return "%d faults, the last listed %s at %s"
                    .formatted(e.count(), last.code().id(), last.pointer());
        }
    }
}
