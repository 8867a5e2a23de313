package org.muster.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A page in the browser, and what its reader can do with it. */
final class Tab implements Closeable {

    private static final Path AXE = Path.of("src", "main", "webui", "node_modules", "axe-core", "axe.min.js");
    private static final Path PICTURES = Path.of("target", "screenshots");

    /** For what should be there at once, on a machine that does other things too. */
    static final double PATIENCE_MILLIS = 60_000;

    private final BrowserContext context;
    private final Page page;
    private final Words words;
    private final List<String> complaints = new ArrayList<>();

    Tab(BrowserContext context, Words words) {
        this.context = context;
        this.words = words;
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
    }

    Page page() {
        return page;
    }

    Words words() {
        return words;
    }

    void go(String path) {
        page.navigate(path);
    }

    Locator button(String feature, String key) throws IOException {
        return byRole(AriaRole.BUTTON, words.of(feature, key));
    }

    Locator link(String feature, String key) throws IOException {
        return byRole(AriaRole.LINK, words.of(feature, key));
    }

    Locator heading(String feature, String key) throws IOException {
        return byRole(AriaRole.HEADING, words.of(feature, key));
    }

    Locator byRole(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator text(String feature, String key) throws IOException {
        return page.getByText(words.of(feature, key));
    }

    /** Says yes to a change by hand once its effect is there; where it breaks a rule, that this is meant, too. */
    void confirmChange() throws IOException {
        var dialog = byRole(AriaRole.DIALOG, words.of("schedule", "hand.doTitle"));
        PlaywrightAssertions.assertThat(
                        dialog.getByRole(AriaRole.TABLE).or(dialog.getByText(words.of("schedule", "hand.noEffect"))))
                .isVisible();
        look("confirm");
        var yes = dialog.getByRole(AriaRole.BUTTON).last();
        var override = dialog.getByRole(AriaRole.CHECKBOX);
        if (override.isVisible()) {
            PlaywrightAssertions.assertThat(yes).isDisabled();
            override.check();
        }
        yes.click();
        PlaywrightAssertions.assertThat(dialog).isHidden();
    }

    /**
     * Looks at the page as it is: keeps a picture, and has axe look for what keeps people out (WCAG 2.2 A and AA).
     *
     * @param view what is seen, in a word
     */
    void look(String view) throws IOException {
        Files.createDirectories(PICTURES);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(view + "-" + words.file() + ".png"))
                .setFullPage(true));
        page.evaluate(Files.readString(AXE));
        @SuppressWarnings("unchecked")
        var serious = (List<String>) page.evaluate("""
                async () => {
                  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
                  const { violations } = await axe.run(document, { runOnly: tags })
                  return violations
                    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`))
                }
                """);
        assertThat(serious).as("what axe finds in (%s)", view).isEmpty();
    }

    /**
     * Fails where the page broke, or the browser was told to load what the Content-Security-Policy forbids.
     *
     * @param expected statuses with which the service was meant to refuse something
     */
    void assertNoComplaints(int... expected) {
        assertThat(complaints)
                .allMatch(complaint ->
                        IntStream.of(expected).anyMatch(status -> complaint.contains("a status of " + status)));
    }

    @Override
    public void close() {
        context.close();
    }
}
