package org.muster.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRoutesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/districts/dc",
                "/districts/dc/data",
                "/districts/东城/data/cadres",
                "/districts/dc/solve",
                "/plans/1",
                "/plans/1/",
                "/plans/1/schedule",
                "/plans/1/schedule/sites/gate",
                "/plans/1/evaluation",
                "/plans/1/handout/links",
                "/duties/token"
            })
    void areKnown(String path) {
        assertThat(PageRoutes.isKnown(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/plans",
                "/districts",
                "/duties",
                "/nope",
                "/plans/1/nope",
                "/districts/dc/data/cadres/li",
                "/plans/1/evaluation/x",
                "/api/v1/plans/1",
                "/wp-login.php"
            })
    void areNotKnown(String path) {
        assertThat(PageRoutes.isKnown(path)).isFalse();
    }

    /** Where this fails, change {@link PageRoutes} and the paths above with the page. */
    @Test
    void areThoseOfThePage() throws IOException {
        var routes = Files.readString(Path.of("src/main/webui/src/app/routes.tsx"));

        assertThat(Pattern.compile("path: '([^']+)'").matcher(routes).results().map(path -> path.group(1)))
                .containsExactly(
                        "districts/:district",
                        "data/:list?",
                        "solve",
                        "plans/:plan",
                        "schedule/*",
                        "evaluation",
                        "handout/*",
                        "*",
                        "duties/:token");
    }
}
