package org.muster.problem.faults;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Describes faults of an input in the reader's language. */
public final class FaultTexts {

    private static final Pattern PARAM = Pattern.compile("\\{(\\w+)}");

    private static final FaultTexts ENGLISH = new FaultTexts("/org/muster/problem/faults.properties");
    private static final FaultTexts CHINESE = new FaultTexts("/org/muster/problem/faults_zh.properties");

    /** Whose words are looked up, by the name of the param that holds them. */
    private static final Map<String, List<String>> WORDS =
            Map.of("expected", List.of("type", "format"), "found", List.of("type"), "list", List.of("list"));

    private final Properties texts = new Properties();

    private FaultTexts(String file) {
        try (var in = FaultTexts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The texts (%s) are not beside %s.".formatted(file, getClass()));
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The texts (%s) cannot be read.".formatted(file), e);
        }
    }

    /** The texts in Chinese for a Chinese locale, in English for every other. */
    public static FaultTexts of(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? CHINESE : ENGLISH;
    }

    /** A sentence about a fault, with its place in a spreadsheet where it has one. */
    public String sentence(Fault fault) {
        return place(fault.params()) + filled(fault.code().id(), fault.params());
    }

    private String place(Map<String, String> params) {
        if (!params.containsKey("row")) {
            return "";
        }
        var sheet = params.getOrDefault("sheet", "").isEmpty() ? "" : filled("place.sheet", params);
        return sheet + filled(params.containsKey("column") ? "place.cell" : "place.row", params);
    }

    /** A sentence about an input that cannot be read. */
    public String sentence(UnreadableInputException refusal) {
        return filled(
                "unreadable." + id(refusal.reason()),
                Map.of(
                        "line", Long.toString(refusal.line()),
                        "column", Long.toString(refusal.column()),
                        "pointer", refusal.pointer()));
    }

    /** A sentence about an input that is too large. */
    public String sentence(InputTooLargeException refusal) {
        return filled("too-large." + id(refusal.measure()), Map.of("limit", Long.toString(refusal.limit())));
    }

    private static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String filled(String key, Map<String, String> params) {
        return PARAM.matcher(text(key)).replaceAll(found -> Matcher.quoteReplacement(param(found.group(1), params)));
    }

    private String param(String name, Map<String, String> params) {
        String value = params.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "The fault has no param (%s), only %s.".formatted(name, params.keySet()));
        }
        for (var category : WORDS.getOrDefault(name, List.of())) {
            String word = texts.getProperty(category + "." + value);
            if (word != null) {
                return word;
            }
        }
        return value;
    }

    private String text(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("No text says what (%s) means.".formatted(key));
        }
        return text;
    }
}
