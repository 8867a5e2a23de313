package org.muster.problem.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FaultTextsTest {

    private static final Path SOURCE = Path.of("src/main/java/org/muster/problem/faults/FaultCode.java");
    private static final Pattern CHINESE_CHARACTER = Pattern.compile("\\p{IsHan}");

    @ParameterizedTest
    @EnumSource(FaultCode.class)
    void everyCodeSaysSomethingInBothLanguagesWithTheParamsOfItsJavadoc(FaultCode code) {
        var params = documentedParams(code).stream().collect(Collectors.toMap(name -> name, name -> "<" + name + ">"));
        var fault = new Fault("/x", code, params);
        assertThat(FaultTexts.of(Locale.UK).sentence(fault))
                .isNotBlank()
                .doesNotContain("{")
                .doesNotContainPattern(CHINESE_CHARACTER);
        assertThat(FaultTexts.of(Locale.SIMPLIFIED_CHINESE).sentence(fault))
                .doesNotContain("{")
                .containsPattern(CHINESE_CHARACTER);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void everyRefusalSaysSomethingInBothLanguages(RuntimeException refusal) {
        assertThat(sentence(Locale.ENGLISH, refusal)).isNotBlank().doesNotContainPattern(CHINESE_CHARACTER);
        assertThat(sentence(Locale.CHINA, refusal)).containsPattern(CHINESE_CHARACTER);
    }

    @Test
    void putsWordsOfTheModelIntoTheReadersLanguage() {
        var fault = new Fault("/units/0", FaultCode.WRONG_TYPE, Map.of("expected", "integer", "found", "string"));
        assertThat(FaultTexts.of(Locale.ENGLISH).sentence(fault)).isEqualTo("This must be a whole number, not a text.");
        assertThat(FaultTexts.of(Locale.CHINESE).sentence(fault)).isEqualTo("此处应为整数，而不是文本。");
    }

    @Test
    void leavesWhatWasSentAsItIs() {
        var fault = new Fault("/x", FaultCode.NOT_ALLOWED, Map.of("value", "$1 {max} \\", "allowed", "A, B"));
        assertThat(FaultTexts.of(Locale.FRENCH).sentence(fault))
                .isEqualTo("“$1 {max} \\” is none of the words allowed here: A, B.");
    }

    private static Stream<RuntimeException> refusals() {
        return Stream.concat(
                Stream.of(UnreadableInputException.Reason.values())
                        .map(reason -> new UnreadableInputException(reason, 3, 14, "/units")),
                Stream.of(InputTooLargeException.Measure.values())
                        .map(measure -> new InputTooLargeException(measure, 9)));
    }

    private static String sentence(Locale locale, RuntimeException refusal) {
        return switch (refusal) {
            case UnreadableInputException unreadable -> FaultTexts.of(locale).sentence(unreadable);
            case InputTooLargeException tooLarge -> FaultTexts.of(locale).sentence(tooLarge);
            default -> throw new IllegalArgumentException("Nobody says anything about this.", refusal);
        };
    }

    /** The params that the Javadoc of a constant names: the words in code font after its semicolon. */
    private static Set<String> documentedParams(FaultCode code) {
        var javadoc =
                Pattern.compile("/\\*\\*([^/]*)\\*/\\s+" + code.name() + "\\b").matcher(source());
        assertThat(javadoc.find()).as("Javadoc of %s", code).isTrue();
        var names = new HashSet<String>();
        var name = Pattern.compile("\\{@code (\\w+)}").matcher(javadoc.group(1));
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }

    private static String source() {
        try {
            return Files.readString(SOURCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
