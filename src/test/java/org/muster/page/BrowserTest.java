package org.muster.page;

import static java.util.Objects.requireNonNull;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muster.harness.Launch;
import org.muster.harness.ServiceProcess;
import org.muster.harness.SharedService;
import org.muster.harness.Stage;

/** A browser, and the packaged service with an empty database, for each test. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
abstract class BrowserTest {

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Stage stage = new Stage();

    @RegisterExtension
    private final BeforeEachCallback start = this::start;

    /** Null where there is none, and the test is skipped. */
    private @Nullable Chromium chromium;

    private @Nullable ServiceProcess service;

    private void start(ExtensionContext context) throws IOException {
        chromium = Chromium.launch();
        service = settings().length == 0
                ? SharedService.empty(context)
                : stage.start(Launch.on(folder.resolve("postgres")).with(settings()));
    }

    /** Of the service, as {@code muster.role=api}; a test that has some gets a process of its own. */
    String[] settings() {
        return new String[0];
    }

    @AfterEach
    void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    ServiceProcess service() {
        return requireNonNull(service);
    }

    Tab open(Words words) {
        return requireNonNull(chromium).open("http://127.0.0.1:" + service().port(), words);
    }

    /** Loads a demo district, as whoever stands on the overview does. */
    void load(Tab tab, String demo) throws IOException {
        tab.button("overview", "demo.button").click();
        tab.page()
                .getByRole(AriaRole.RADIO)
                .and(tab.page().getByLabel(nameOf(demo, tab.words())))
                .check();
        tab.look("demo");
        tab.button("overview", "demo.load").click();
    }

    /** What a demo district is called. */
    private String nameOf(String demo, Words words) throws IOException {
        for (var each : service().json("/api/v1/demo-problems")) {
            if (each.get("id").asText().equals(demo)) {
                return each.at("/title/" + words.file()).asText();
            }
        }
        throw new IllegalArgumentException("There is no demo district (%s).".formatted(demo));
    }

    /** For what has to be solved first. */
    static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout((double) ServiceProcess.PATIENCE.toMillis());
    }
}
