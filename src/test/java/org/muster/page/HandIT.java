package org.muster.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.harness.Submissions;

/** What a planner does to a schedule by hand, and what may not happen to her meanwhile. */
class HandIT extends BrowserTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCRIPT = "<img src=x onerror=alert(1)>";
    private static final List<String> VIEWS_WITH_NAMES = List.of(
            "schedule/sites",
            "schedule/cadres",
            "schedule/units",
            "schedule/coverage",
            "schedule/map",
            "handout/sheets",
            "handout/links");

    @Test
    void theSecondPlannerIsToldAndMerges() throws IOException {
        String plan = solved(Submissions.json(Submissions.interchangeable()));
        try (var one = open(Words.CHINESE);
                var other = open(Words.ENGLISH)) {
            one.go("/plans/" + plan + "/schedule/sites");
            other.go("/plans/" + plan + "/schedule/sites");
            pin(one, 0);
            one.confirmChange();

            pin(other, 1);
            var dialog = other.byRole(AriaRole.DIALOG, Words.ENGLISH.of("schedule", "hand.doTitle"));
            dialog.getByRole(AriaRole.BUTTON).last().click();

            assertThat(dialog.getByText(Words.ENGLISH.of("schedule", "hand.staleTitle")))
                    .isVisible();
            other.look("stale");
            assertThat(pins(plan)).isOne();

            other.confirmChange();
            assertThat(pins(plan)).isEqualTo(2);
            assertThat(other.page()
                            .getByRole(
                                    AriaRole.IMG,
                                    new Page.GetByRoleOptions().setName(Words.ENGLISH.of("schedule", "mark.pinned"))))
                    .hasCount(2);
        }
    }

    @Test
    void aBrokenRuleIsNamedAndHasToBeMeant() throws IOException {
        String plan = solved(Submissions.json(Submissions.shortStaffed()));
        try (var tab = open(Words.ENGLISH)) {
            tab.go("/plans/" + plan + "/schedule/sites");
            tab.text("schedule", "seat.missing").click();
            var search = tab.byRole(AriaRole.COMBOBOX, Words.ENGLISH.of("schedule", "demand.assignWho"));
            search.fill("yang");
            tab.page().getByRole(AriaRole.OPTION).first().click();

            var dialog = tab.byRole(AriaRole.DIALOG, Words.ENGLISH.of("schedule", "hand.doTitle"));
            assertThat(dialog.getByRole(AriaRole.ALERT)).isVisible();
            tab.look("broken");
            tab.confirmChange();

            assertThat(service().plan(plan).at("/score/hard").asLong()).isNegative();
            assertThat(service().json("/api/v1/plans/" + plan + "/schedule").get("assignments"))
                    .hasSize(2);
            tab.assertNoComplaints();
        }
    }

    @Test
    void namesAreTextWhateverTheySay() throws IOException {
        var problem = JSON.readTree(Submissions.json(Submissions.shortStaffed()));
        for (var list : List.of("units", "communities", "posts", "sites", "cadres")) {
            problem.get(list).forEach(item -> ((ObjectNode) item).put("name", SCRIPT));
        }
        String plan = solved(problem.toString());
        try (var tab = open(Words.ENGLISH)) {
            for (var view : VIEWS_WITH_NAMES) {
                tab.go("/plans/" + plan + "/" + view);
                tab.page().waitForLoadState(LoadState.NETWORKIDLE);
                assertThat(tab.page()
                                .getByText(SCRIPT)
                                .or(tab.page().getByLabel(SCRIPT))
                                .first())
                        .isVisible();
                assertThat(tab.page().locator("img[src=x]")).hasCount(0);
            }
            tab.assertNoComplaints();
        }
    }

    private String solved(String problem) throws IOException {
        String plan = service().submit(Submissions.of("by hand", problem, 5));
        assertThat(service().awaitEnd(plan).get("status").asText()).isEqualTo("SOLVED");
        return plan;
    }

    private static void pin(Tab tab, int person) throws IOException {
        var seat = tab.page().locator("[data-cadre]").nth(person);
        seat.click();
        tab.button("schedule", "actions.pin").click();
    }

    private long pins(String plan) throws IOException {
        return service()
                .json("/api/v1/plans/" + plan + "/schedule")
                .get("assignments")
                .valueStream()
                .filter(each -> each.path("pinned").asBoolean())
                .count();
    }
}
