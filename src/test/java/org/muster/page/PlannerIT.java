package org.muster.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muster.faults.Launch;
import org.muster.faults.ServiceProcess;
import org.muster.faults.Stage;

/** The way of a planner who has never seen Muster: load a district, press one button, watch, understand. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class PlannerIT {

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Stage stage = new Stage();

    private Chromium chromium;
    private ServiceProcess service;

    @BeforeEach
    void start() throws IOException {
        chromium = Chromium.launch();
        service = stage.start(Launch.on(folder.resolve("postgres")));
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    private Tab open(Words words) {
        return chromium.open("http://127.0.0.1:" + service.port(), words);
    }

    @ParameterizedTest
    @EnumSource
    void loadsADemoSolvesItAndWatches(Words words) throws IOException {
        try (var tab = open(words)) {
            tab.go("/");
            assertThat(tab.text("overview", "empty.title")).isVisible();
            tab.look("overview-empty");

            load(tab, demo(words, "tongzhou"));
            assertThat(tab.heading("solve", "goals")).isVisible();
            tab.look("solve");

            tab.page().getByText(words == Words.CHINESE ? "10 秒" : "10 s").click();
            tab.button("solve", "start").click();
            assertThat(tab.heading("solve", "phase.SEARCH")).isVisible();
            assertThat(tab.byRole(AriaRole.PROGRESSBAR, words.of("solve", "meters.gap")))
                    .isVisible();
            assertThat(tab.page().getByRole(AriaRole.IMG).first()).isVisible();
            tab.look("progress");

            assertThat(tab.heading("solve", "outcome.good")).isVisible(patiently());
            tab.look("solved");

            tab.link("solve", "tabs.evaluation").click();
            assertThat(tab.heading("solve", "evaluation.rules")).isVisible();
            tab.look("evaluation");

            tab.link("solve", "overview").click();
            assertThat(tab.text("overview", "status.SOLVED").first()).isVisible();
            assertThat(tab.text("overview", "unfilled.none").first()).isVisible();
            tab.look("overview");
            tab.assertNoComplaints();
        }
    }

    @Test
    void stopsAndKeepsWhatThereIs() throws IOException {
        try (var tab = open(Words.CHINESE)) {
            tab.go("/");
            load(tab, demo(Words.CHINESE, "dongcheng"));
            tab.button("solve", "start").click();

            tab.button("solve", "stop").click();

            assertThat(tab.text("solve", "status.STOPPED").first()).isVisible(patiently());
            assertThat(tab.link("solve", "toSchedule")
                            .or(tab.button("solve", "toSchedule"))
                            .first())
                    .isVisible();
            tab.assertNoComplaints();
        }
    }

    @ParameterizedTest
    @EnumSource
    void showsWhatIsUnfilledWithItsReason(Words words) throws IOException {
        try (var tab = open(words)) {
            tab.go("/");
            load(tab, demo(words, "chaoyang-sealed"));
            tab.page().getByText(words == Words.CHINESE ? "10 秒" : "10 s").click();
            tab.button("solve", "start").click();
            assertThat(tab.heading("solve", "outcome.missing")).isVisible(patiently());

            tab.link("solve", "overview").click();

            String rule = words == Words.CHINESE ? "封控" : "Confinement";
            assertThat(tab.page().getByText(rule).first()).isVisible();
            tab.look("overview-unfilled");
            tab.page()
                    .getByRole(AriaRole.MAIN)
                    .getByRole(AriaRole.HEADING)
                    .nth(1)
                    .getByRole(AriaRole.LINK)
                    .click();
            assertThat(tab.heading("overview", "plans")).isVisible();
            tab.look("rounds");
            tab.assertNoComplaints();
        }
    }

    @Test
    void theOtherLanguageIsRemembered() throws IOException {
        try (var tab = open(Words.CHINESE)) {
            tab.go("/");
            tab.byRole(AriaRole.BUTTON, "English").click();
            assertThat(tab.byRole(AriaRole.HEADING, Words.ENGLISH.of("overview", "title")))
                    .isVisible();

            tab.page().reload();

            assertThat(tab.byRole(AriaRole.HEADING, Words.ENGLISH.of("overview", "title")))
                    .isVisible();
            tab.assertNoComplaints();
        }
    }

    private static void load(Tab tab, String demo) throws IOException {
        tab.button("overview", "demo.button").click();
        tab.page().getByRole(AriaRole.RADIO).and(tab.page().getByLabel(demo)).check();
        tab.look("demo");
        tab.button("overview", "demo.load").click();
    }

    /** What a demo district is called. */
    private String demo(Words words, String id) throws IOException {
        for (var demo : service.json("/api/v1/demo-problems")) {
            if (demo.get("id").asText().equals(id)) {
                return demo.at("/title/" + words.file()).asText();
            }
        }
        throw new IllegalArgumentException("There is no demo district (%s).".formatted(id));
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout((double) ServiceProcess.PATIENCE.toMillis());
    }
}
