package org.muster.harness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.muster.formats.json.problems.ProblemWriter;
import org.muster.problem.Problem;
import org.muster.problem.ProblemFixture;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyRule;

/** Bodies that tests send. */
public final class Submissions {

    private Submissions() {}

    /** Four cadres for three duties of a day. */
    public static Problem smallDistrict() {
        return new ProblemFixture()
                .demand("gate MON 07-13", 1, 2, 2)
                .demand("gate MON 13-19", 1, 1, 2)
                .demand("school MON 07-13", 1, 1, 2)
                .cadre("yang")
                .cadre("li")
                .cadre("zhao")
                .cadre("qian")
                .problem();
    }

    /** One cadre for two duties at the same time: one stays empty. */
    public static Problem shortStaffed() {
        return new ProblemFixture()
                .demand("gate MON 07-13", 1, 1, 1)
                .demand("school MON 07-13", 1, 1, 1)
                .cadre("yang")
                .problem();
    }

    /** Two cadres who need two duties each, and three duties on three days. */
    public static Problem tooFewDuties() {
        return new ProblemFixture()
                .demand("gate MON 07-13", 1, 1, 1)
                .demand("gate TUE 07-13", 1, 1, 1)
                .demand("gate WED 07-13", 1, 1, 1)
                .dutyRules("two", DutyRule.MIN_DUTIES, DutyLimit.of(2))
                .cadre("yang", yang -> yang.dutyRules("two"))
                .cadre("li", li -> li.dutyRules("two"))
                .problem();
    }

    /** A cadre for each of two duties at the same time, and one more: whoever is moved can be followed. */
    public static Problem interchangeable() {
        return new ProblemFixture()
                .demand("gate MON 07-13", 1, 1, 1)
                .demand("school MON 07-13", 1, 1, 1)
                .cadre("yang")
                .cadre("li")
                .cadre("zhao")
                .problem();
    }

    public static String json(Problem problem) {
        var bytes = new ByteArrayOutputStream();
        try {
            new ProblemWriter().write(problem, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Not ended by a proof either: with a step limit only the limits and somebody's wish end a search. */
    public static String endless(String name, int seconds) {
        return withOptions(
                name,
                smallDistrict(),
                "\"timeLimit\": \"PT%dS\", \"stepLimit\": %d".formatted(seconds, Long.MAX_VALUE / 4));
    }

    public static String withOptions(String name, Problem problem, String options) {
        return """
                {"name": "%s", "options": {%s}, "problem": %s}""".formatted(name, options, json(problem));
    }

    public static String of(String name, Problem problem, int seconds) {
        return of(name, json(problem), seconds);
    }

    public static String of(String name, String problem, int seconds) {
        return """
                {"name": "%s", "options": {"timeLimit": "PT%dS", "seed": 7}, "problem": %s}""".formatted(name, seconds, problem);
    }

    /** Other people and another site than {@link #smallDistrict}. */
    public static Problem otherDistrict() {
        return new ProblemFixture()
                .demand("library MON 07-13", 1, 2, 2)
                .cadre("sun")
                .cadre("zhou")
                .cadre("wu")
                .problem();
    }

    /** Several problems in one request, which no proof ends. */
    public static String parts(String name, int seconds, Problem... problems) {
        var parts = IntStream.range(0, problems.length)
                .mapToObj(i -> "{\"id\": \"part%d\", \"problem\": %s}".formatted(i, json(problems[i])))
                .collect(Collectors.joining(","));
        return """
                {"name": "%s", "options": {"timeLimit": "PT%dS", "stepLimit": %d}, "parts": [%s]}""".formatted(name, seconds, Long.MAX_VALUE / 4, parts);
    }
}
