package org.muster.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.Closeable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The browser of this machine. Tests that need it are skipped where there is none. */
final class Chromium implements Closeable {

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable, List<String> more) {
        PlaywrightAssertions.setDefaultAssertionTimeout(Tab.PATIENCE_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(Stream.concat(
                                        Stream.of(
                                                "--no-sandbox",
                                                "--disable-dev-shm-usage",
                                                "--disable-background-networking"),
                                        more.stream())
                                .toList()));
    }

    /**
     * Starts it.
     *
     * @param more arguments of the browser
     */
    static Chromium launch(String... more) {
        var executable = find();
        Assumptions.assumeTrue(executable.isPresent(), "There is no Chromium here. Maybe apt-get install chromium.");
        return new Chromium(executable.orElseThrow(), List.of(more));
    }

    private static Optional<Path> find() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens the page of a service as somebody who has never been there, at the smallest size that planners have. */
    Tab open(String address, Words words) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address)
                .setLocale(words.locale())
                .setViewportSize(1280, 720));
        return new Tab(context, words);
    }

    /** Opens an empty page, whose address its user chooses. */
    Page open() {
        return browser.newPage();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
