package org.muster.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** What the page says in a language: its own files, so that tests find things by the words that planners read. */
enum Words {
    CHINESE(Locale.SIMPLIFIED_CHINESE, "zh"),
    ENGLISH(Locale.US, "en");

    private static final Path SOURCES = Path.of("src", "main", "webui", "src");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Locale locale;
    private final String file;

    Words(Locale locale, String file) {
        this.locale = locale;
        this.file = file;
    }

    /** What a browser that speaks this language is set to. */
    String locale() {
        return locale.toLanguageTag();
    }

    /** Under which name files are kept. */
    String file() {
        return file;
    }

    /**
     * What a feature says, or where it has no such words, every page.
     *
     * @param key as in {@code outcome.good}
     */
    String of(String feature, String key) throws IOException {
        var own = find(SOURCES.resolve("features").resolve(feature), key);
        var found = own.isTextual() ? own : find(SOURCES.resolve("app"), key);
        if (!found.isTextual()) {
            throw new IllegalArgumentException("The page has no words (%s) for (%s).".formatted(key, feature));
        }
        return found.asText();
    }

    private JsonNode find(Path folder, String key) throws IOException {
        var words =
                JSON.readTree(folder.resolve("locale").resolve(file + ".json").toFile());
        return words.at("/" + key.replace('.', '/'));
    }
}
