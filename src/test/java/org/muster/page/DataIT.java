package org.muster.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lists of a district, changed in place and by files. */
class DataIT extends BrowserTest {

    private static final String DISTRICT = "/api/v1/districts/tz";

    @BeforeEach
    void loadDistrict() throws IOException {
        assertThat(service()
                        .post("/api/v1/demo-problems/tongzhou/district?as=tz", "{}")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void cellsAreChangedInTheirPlace() throws IOException {
        try (var tab = open(Words.ENGLISH)) {
            tab.go("/districts/tz/data/units");
            var first = cell(tab, 0, 1);
            assertThat(first).isVisible();
            tab.look("data-units");
            String unit = first.innerText();

            edit(tab, 0, 2, "A new name", "Enter");
            awaitSaved(tab, 0, 2, "A new name");
            edit(tab, 0, 6, "Somewhere", "Enter", "Control+Enter");
            awaitSaved(tab, 0, 6, "Somewhere");

            var saved = item("units", unit);
            assertThat(saved.get("name").asText()).isEqualTo("A new name");
            assertThat(saved.get("subdistricts").valueStream().map(JsonNode::asText))
                    .contains("Somewhere");
            tab.assertNoComplaints();
        }
    }

    @Test
    void datesPlacesAndPhonesAreWrittenByKeyboard() throws IOException {
        try (var tab = open(Words.ENGLISH)) {
            tab.go("/districts/tz/data/cadres");
            var first = cell(tab, 0, 1);
            assertThat(first).isVisible();
            String cadre = first.innerText();

            first.press("End");
            edit(tab, 0, 19, "39.9, 116.65", "Enter");
            awaitSaved(tab, 0, 19, "39.9");
            cell(tab, 0, 19).press("ArrowLeft");
            edit(tab, 0, 18, "2031-01-02", "Enter");
            awaitSaved(tab, 0, 18, "2031-01-02");
            cell(tab, 0, 18).press("Home");
            for (int column = 0; column < 8; column++) {
                tab.page().keyboard().press("ArrowRight");
            }
            edit(tab, 0, 8, "13800138000", "Enter");
            awaitSaved(tab, 0, 8, "138");

            var saved = item("cadres", cadre);
            assertThat(saved.at("/location/lat").asDouble()).isEqualTo(39.9);
            assertThat(saved.at("/location/lon").asDouble()).isEqualTo(116.65);
            assertThat(saved.get("lastServiceDay").asText()).isEqualTo("2031-01-02");
            assertThat(saved.get("phone").asText()).endsWith("8000");
            tab.assertNoComplaints();
        }
    }

    @Test
    void aFileShowsItsFaultsAndIsTriedBeforeItCounts() throws IOException {
        var export = List.of(
                service().get(DISTRICT + "/files/skills?format=csv").body().split("\r?\n"));
        String header = export.getFirst();
        String bad = header + "\n" + "nurse 2,,perhaps\n" + ",Nobody,\n";
        try (var tab = open(Words.CHINESE)) {
            tab.go("/districts/tz/data/skills");
            assertThat(cell(tab, 0, 1)).isVisible();
            drop(tab, "skills.csv", bad);

            var dialog = tab.page().getByRole(AriaRole.DIALOG);
            assertThat(dialog.getByRole(AriaRole.ALERT)).isVisible();
            assertThat(cellOf(dialog, "2").first()).isVisible();
            assertThat(cellOf(dialog, "3").first()).isVisible();
            tab.look("import-faults");

            dialog.getByRole(AriaRole.BUTTON, named(tab, "otherFile")).click();
            dialog.locator("input[type=file]")
                    .setInputFiles(new FilePayload(
                            "skills.csv",
                            "text/csv",
                            (header + "\nsigner,手语,true\n").getBytes(StandardCharsets.UTF_8)));
            var confirm = dialog.getByRole(
                    AriaRole.BUTTON,
                    new Locator.GetByRoleOptions()
                            .setName(tab.words().of("data", "confirmImport").replace("{{count}}", "1")));
            assertThat(confirm).isEnabled();
            tab.look("import-tried");
            assertThat(service().get(DISTRICT + "/skills/signer").statusCode()).isEqualTo(404);

            confirm.click();

            assertThat(dialog).isHidden();
            assertThat(tab.byRole(AriaRole.GRIDCELL, "signer")).isVisible();
            assertThat(item("skills", "signer").get("scarce").asBoolean()).isTrue();
            tab.assertNoComplaints(422);
        }
    }

    /** Drops a file on the list, as from the desktop. */
    private static void drop(Tab tab, String name, String content) {
        JSHandle dragged = tab.page().evaluateHandle("""
                ([name, content]) => {
                  const dragged = new DataTransfer()
                  dragged.items.add(new File([content], name, { type: 'text/csv' }))
                  return dragged
                }
                """, List.of(name, content));
        tab.page().getByRole(AriaRole.GRID).dispatchEvent("drop", Map.of("dataTransfer", dragged));
    }

    /** Writes into a cell whose column is in sight; the last keys save. */
    private static void edit(Tab tab, int row, int column, String written, String... keys) {
        var cell = cell(tab, row, column);
        cell.scrollIntoViewIfNeeded();
        cell.dblclick();
        var input = cell.locator("input");
        input.fill(written);
        for (var key : keys) {
            input.press(key);
        }
    }

    private static void awaitSaved(Tab tab, int row, int column, String shown) {
        assertThat(cell(tab, row, column).locator("input")).hasCount(0);
        assertThat(cell(tab, row, column)).containsText(shown);
    }

    private static Locator cell(Tab tab, int row, int column) {
        return tab.page().locator("[data-place='%d/%d']".formatted(row, column));
    }

    private static Locator cellOf(Locator table, String text) {
        return table.getByRole(
                AriaRole.CELL, new Locator.GetByRoleOptions().setName(text).setExact(true));
    }

    private JsonNode item(String list, String id) throws IOException {
        return service().json(DISTRICT + "/" + list + "/" + id);
    }

    private static Locator.GetByRoleOptions named(Tab tab, String key) throws IOException {
        return new Locator.GetByRoleOptions()
                .setName(tab.words().of("data", key))
                .setExact(true);
    }
}
