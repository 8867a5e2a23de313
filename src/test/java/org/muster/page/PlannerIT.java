package org.muster.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muster.contract.RawClient;

/** The way of a planner who has never seen Muster: load a district, press one button, watch, understand. */
class PlannerIT extends BrowserTest {

    @ParameterizedTest
    @EnumSource
    void loadsADemoSolvesItAndWatches(Words words) throws IOException {
        try (var tab = open(words)) {
            tab.go("/");
            assertThat(tab.text("overview", "empty.title")).isVisible();
            tab.look("overview-empty");

            load(tab, "tongzhou");
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

    /** A browser gets the page, which says so, and a program what programs get. */
    @Test
    void knowsItsAddressesAndNoOthers() throws IOException {
        isAnswered("/", "text/html", 200, "text/html");
        isAnswered("/districts/nobody/data/cadres", "text/html", 200, "text/html");
        isAnswered("/plans/1/schedule/map", "*/*", 200, "text/html");
        isAnswered("/wp-login.php", "text/html,*/*;q=0.8", 404, "text/html");
        isAnswered("/wp-login.php", "*/*", 404, "application/problem+json");
        isAnswered("/api/v1/nope", "text/html", 404, "application/problem+json");
        isAnswered("/q/nope", "text/html", 404, "application/problem+json");
        isAnswered("/assets/nope.js", "text/html", 404, "application/problem+json");
    }

    private void isAnswered(String path, String accepted, int status, String type) throws IOException {
        var answer = new RawClient(service().port())
                .send("GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: %s\r\n\r\n"
                        .formatted(path, accepted));

        Assertions.assertThat(answer.status()).as(path).isEqualTo(status);
        Assertions.assertThat(answer.headers().apply("Content-Type")).as(path).startsWith(type);
        Assertions.assertThat(answer.headers().apply("Content-Security-Policy"))
                .as(path)
                .isNotNull();
    }

    @Test
    void stopsAndKeepsWhatThereIs() throws IOException {
        try (var tab = open(Words.CHINESE)) {
            tab.go("/");
            load(tab, "dongcheng");
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
            load(tab, "chaoyang-sealed");
            tab.page().getByText(words == Words.CHINESE ? "10 秒" : "10 s").click();
            tab.button("solve", "start").click();
            assertThat(tab.heading("solve", "outcome.missing")).isVisible(patiently());

            tab.link("solve", "overview").click();

            String rule = words == Words.CHINESE ? "到“封控”一条已无人可派" : "after the rule: Confinement";
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
}
