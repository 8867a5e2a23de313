package org.muster.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muster.harness.ServiceProcess;

/** The whole way of a planner, from an empty service to sheets in hands. */
class JourneyIT extends BrowserTest {

    /** Has more seats than people who may go there. */
    private static final String SHORT_OF_PEOPLE = "chaoyang-sealed";

    private record Seat(String demand, String cadre) {}

    private record Pair(Seat one, Seat other) {}

    @ParameterizedTest
    @EnumSource
    void leadsFromADemoToSheetsInHands(Words words) throws IOException {
        try (var tab = open(words)) {
            tab.go("/");
            load(tab, SHORT_OF_PEOPLE);
            solve(tab);
            String plan = shownPlan(tab);
            tab.link("solve", "toSchedule").click();

            explainsAnEmptySeat(tab);
            swapsTwoPeople(tab, plan);
            var pinned = pinsSomebody(tab, plan);
            solvesAgain(tab);
            String next = shownPlan(tab);
            assertThat(next).isNotEqualTo(plan);
            assertThat(pins(next)).containsExactly(pinned);

            tab.link("solve", "tabs.handout").first().click();
            takesFiles(tab, next);
            printsSheets(tab);
            givesLinks(tab);
            tab.assertNoComplaints();
        }
    }

    private static void solve(Tab tab) throws IOException {
        tab.page().getByText(tab.words() == Words.CHINESE ? "10 秒" : "10 s").click();
        tab.button("solve", "start").click();
        assertThat(tab.heading("solve", "outcome.missing")).isVisible(patiently());
    }

    private static void explainsAnEmptySeat(Tab tab) throws IOException {
        var sites = tab.byRole(AriaRole.REGION, tab.words().of("schedule", "views.sites"));
        tab.byRole(AriaRole.GROUP, tab.words().of("schedule", "filters.label"))
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(tab.words().of("schedule", "filters.unfilled")))
                .click();
        assertThat(sites.getByText(tab.words().of("schedule", "seat.missing")).first())
                .isVisible();
        tab.look("schedule-unfilled");

        sites.getByText(tab.words().of("schedule", "seat.missing")).first().click();

        var why = tab.byRole(AriaRole.COMPLEMENTARY, tab.words().of("schedule", "why.label"));
        assertThat(why.getByRole(AriaRole.HEADING, named(tab, "demand.whyEmpty")))
                .isVisible();
        assertThat(why.getByRole(AriaRole.HEADING, named(tab, "funnel.title"))).isVisible();
        assertThat(why.getByRole(AriaRole.TABLE).getByRole(AriaRole.ROW).nth(1)).isVisible();
        tab.look("why-empty");
        tab.button("schedule", "why.close").click();
        tab.button("schedule", "filters.clear").click();
    }

    /** By drag in Chinese, by keyboard in English; and back again. */
    private void swapsTwoPeople(Tab tab, String plan) throws IOException {
        var before = seats(plan);
        var pair = twoWhoMaySwap(tab, plan);
        var one = tab.page().locator(chipOf(pair.one()));
        var other = tab.page().locator(chipOf(pair.other()));
        if (tab.words() == Words.CHINESE) {
            one.dragTo(other);
        } else {
            one.press("m");
            assertThat(tab.text("schedule", "hand.pickedOnDuty")).isVisible();
            other.press("m");
        }
        tab.confirmChange();

        var swapped = new HashSet<>(before);
        swapped.removeAll(Set.of(pair.one(), pair.other()));
        swapped.add(new Seat(pair.other().demand(), pair.one().cadre()));
        swapped.add(new Seat(pair.one().demand(), pair.other().cadre()));
        assertThat(seats(plan)).isEqualTo(swapped);

        tab.button("schedule", "hand.undo").click();
        awaitSeats(plan, before);
        tab.button("schedule", "hand.redo").click();
        awaitSeats(plan, swapped);
        tab.button("schedule", "hand.undo").click();
        awaitSeats(plan, before);
    }

    /** Two people in sight, on posts of their own, whose swap breaks no rule. */
    private Pair twoWhoMaySwap(Tab tab, String plan) throws IOException {
        assertThat(tab.page().locator("[data-cadre]").first()).isVisible();
        var inSight = tab.page().locator("[data-cadre]").all().stream()
                .map(JourneyIT::seatOf)
                .toList();
        for (var one : inSight) {
            for (var other : inSight) {
                if (!one.demand().equals(other.demand())
                        && !one.cadre().equals(other.cadre())
                        && isAllowed(plan, one, other)) {
                    return new Pair(one, other);
                }
            }
        }
        throw new AssertionError("Nobody in sight may swap with somebody else: " + inSight);
    }

    private boolean isAllowed(String plan, Seat one, Seat other) throws IOException {
        var answer = service().post("/api/v1/plans/" + plan + "/changes?dryRun=true", """
                        {"override": true, "changes": [
                            {"op": "UNASSIGN", "demand": "%1$s", "cadre": "%2$s"},
                            {"op": "UNASSIGN", "demand": "%3$s", "cadre": "%4$s"},
                            {"op": "ASSIGN", "demand": "%3$s", "cadre": "%2$s"},
                            {"op": "ASSIGN", "demand": "%1$s", "cadre": "%4$s"}]}""".formatted(
                        one.demand(), one.cadre(), other.demand(), other.cadre()));
        return answer.statusCode() == 200 && answer.body().contains("\"broken\":[]");
    }

    private Seat pinsSomebody(Tab tab, String plan) throws IOException {
        var person = tab.page().locator("[data-cadre]").first();
        var seat = seatOf(person);
        person.click();
        assertThat(tab.heading("schedule", "why.here")).isVisible();
        tab.look("why-here");

        tab.button("schedule", "actions.pin").click();
        tab.confirmChange();

        assertThat(tab.button("schedule", "actions.unpin")).isVisible();
        assertThat(pins(plan)).containsExactly(seat);
        return seat;
    }

    private static void solvesAgain(Tab tab) throws IOException {
        tab.byRole(AriaRole.BUTTON, tab.words().of("schedule", "hand.again").replace("{{count}}", "1"))
                .click();
        tab.button("schedule", "hand.againYes").click();
        assertThat(tab.heading("solve", "outcome.missing")).isVisible(patiently());
    }

    private void takesFiles(Tab tab, String plan) throws IOException {
        assertThat(tab.heading("handout", "files")).isVisible();
        tab.look("handout");
        var workbook = download(tab, buttonCalled(tab, "workbook.name"));
        try (var sheets = new ReadableWorkbook(workbook.toFile())) {
            assertThat(sheets.getSheets().count()).isGreaterThan(2);
        }
        var csv = download(tab, buttonCalled(tab, "scheduleCsv.name"));
        assertThat(Files.readAllLines(csv)).hasSize(seats(plan).size() + 1);
    }

    private static void printsSheets(Tab tab) throws IOException {
        tab.link("handout", "sheets").click();
        var preview = tab.page()
                .getByRole(
                        AriaRole.REGION,
                        new Page.GetByRoleOptions()
                                .setName(tab.words().of("handout", "preview").replace("{{sheet}}", "")));
        assertThat(preview.getByText(tab.words().of("handout", "signIn"))).isVisible();
        tab.look("sheets");
    }

    private static void givesLinks(Tab tab) throws IOException {
        tab.link("handout", "links").click();
        var people = tab.byRole(AriaRole.TABLE, tab.words().of("handout", "links"));
        var open =
                people.getByRole(AriaRole.ROW).nth(1).getByRole(AriaRole.BUTTON).nth(1);
        assertThat(open).isVisible();
        tab.look("links");
        var calendar =
                people.getByRole(AriaRole.ROW).nth(1).getByRole(AriaRole.BUTTON).last();
        assertThat(Files.readString(download(tab, calendar)))
                .startsWith("BEGIN:VCALENDAR")
                .contains("BEGIN:VEVENT");

        var card = tab.page().waitForPopup(open::click);
        card.waitForURL("**/duties/*");
        String address = card.url();
        card.close();
        tab.page().setViewportSize(375, 720);
        tab.go(address);
        // The plan is a draft: its duties are told when it is published.
        assertThat(tab.text("handout", "card.none")).isVisible();
        tab.look("duties");
    }

    private void awaitSeats(String plan, Set<Seat> expected) {
        await().atMost(ServiceProcess.PATIENCE)
                .untilAsserted(() -> assertThat(seats(plan)).isEqualTo(expected));
    }

    private Set<Seat> seats(String plan) throws IOException {
        return seats(plan, each -> true);
    }

    private Set<Seat> pins(String plan) throws IOException {
        return seats(plan, each -> each.get("pinned").asBoolean());
    }

    private Set<Seat> seats(String plan, Predicate<JsonNode> kept) throws IOException {
        return service()
                .json("/api/v1/plans/" + plan + "/schedule")
                .get("assignments")
                .valueStream()
                .filter(kept)
                .map(each ->
                        new Seat(each.get("demand").asText(), each.get("cadre").asText()))
                .collect(Collectors.toSet());
    }

    private static String chipOf(Seat seat) {
        return "[data-demand='%s'][data-cadre='%s']".formatted(seat.demand(), seat.cadre());
    }

    private static Seat seatOf(Locator person) {
        return new Seat(
                String.valueOf(person.getAttribute("data-demand")), String.valueOf(person.getAttribute("data-cadre")));
    }

    private static String shownPlan(Tab tab) {
        return tab.page().url().replaceAll(".*/plans/([^/?]+).*", "$1");
    }

    private static Path download(Tab tab, Locator button) {
        return tab.page().waitForDownload(button::click).path();
    }

    /** A button that has an icon before its words. */
    private static Locator buttonCalled(Tab tab, String key) throws IOException {
        return tab.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(tab.words().of("handout", key)));
    }

    private static Locator.GetByRoleOptions named(Tab tab, String key) throws IOException {
        return new Locator.GetByRoleOptions()
                .setName(tab.words().of("schedule", key))
                .setExact(true);
    }
}
