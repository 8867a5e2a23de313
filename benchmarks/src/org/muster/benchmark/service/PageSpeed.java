package org.muster.benchmark.service;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.benchmark.Machine;
import org.muster.benchmark.ResultFolder;
import org.muster.harness.Launch;
import org.muster.harness.ServiceProcess;
import org.muster.harness.Stage;

/**
 * How long the planner's page keeps its reader waiting: from an address to what was asked for with nothing in the cache,
 * and from a click to the next picture and to what was asked for.
 */
final class PageSpeed {
    private static final String DISTRICT = "measured";
    private static final double PATIENCE_MILLIS = 60_000;
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    /** Chrome says of every click and key how long the next picture was in coming, in steps of 8 ms from 16 ms on. */
    private static final String WATCH_CLICKS = """
            () => {
              window.slowest = 0
              new PerformanceObserver((list) => {
                for (const { duration } of list.getEntries()) window.slowest = Math.max(window.slowest, duration)
              }).observe({ type: 'event', durationThreshold: 16 })
            }
            """;

    /** Two pictures later all that a click has caused at once has been drawn, and the observer has heard of it. */
    private static final String TAKE_SLOWEST = """
            () => new Promise((resolve) => setTimeout(() => {
              const slowest = window.slowest
              window.slowest = 0
              resolve(slowest)
            }, 150))
            """;

    /** Scrolls a list by a screen for each picture, and says how long the slowest one was in coming. */
    private static final String SCROLL = """
            (list) => new Promise((resolve) => {
              let left = 60, before = performance.now(), slowest = 0
              const step = () => {
                const now = performance.now()
                slowest = Math.max(slowest, now - before)
                before = now
                list.scrollTop += list.clientHeight
                if (--left > 0) requestAnimationFrame(step)
                else resolve(slowest)
              }
              requestAnimationFrame(step)
            })
            """;

    private final Order order;
    private final ResultFolder folder;
    private final Map<String, List<Double>> answers = new LinkedHashMap<>();
    private final Map<String, List<Double>> pictures = new LinkedHashMap<>();

    PageSpeed(Order order, ResultFolder folder) {
        this.order = order;
        this.folder = folder;
    }

    /** Measures, and returns the report as Markdown. */
    String run() throws IOException, InterruptedException {
        double load = Machine.load();
        try (var stage = new Stage();
                var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")))) {
            var database = Files.createTempDirectory(folder.scratch().toAbsolutePath(), "database-");
            var service = stage.start(Launch.on(database).fast().heap(order.heap()));
            String plan = solve(service);
            for (int visit = 0; visit < order.plans(); visit++) {
                visit(browser, "http://127.0.0.1:" + service.port(), plan);
            }
        }
        return report(Machine.here(), load);
    }

    private String solve(ServiceProcess service) throws IOException, InterruptedException {
        var made = service.post(
                "/api/v1/demo-problems/%s/district?as=%s".formatted(order.instance(), DISTRICT), "{}");
        if (made.statusCode() != 201) {
            throw new IOException("No district: " + made.body());
        }
        var round = service.json("/api/v1/districts/" + DISTRICT + "/rounds").at("/items/0/id").asText();
        var plan = service.post(
                "/api/v1/districts/%s/rounds/%s/plans".formatted(DISTRICT, round),
                "{\"options\": {\"timeLimit\": \"PT%dS\"}}".formatted(order.seconds()));
        if (plan.statusCode() != 202) {
            throw new IOException("No plan: " + plan.body());
        }
        String id = plan.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
        service.awaitEnd(id, ServiceProcess.PATIENCE.plusSeconds(order.seconds()));
        return id;
    }

    private void visit(Browser browser, String address, String plan) {
        String schedule = address + "/plans/" + plan + "/schedule/";
        load(browser, "overview", address + "/", page -> page.getByRole(AriaRole.TABLE).first());
        load(browser, "progress of a plan", address + "/plans/" + plan, page -> page.locator(".course-chart svg"));
        load(browser, "data, cadres", address + "/districts/" + DISTRICT + "/data/cadres", page -> page.locator("[data-place='0/1']"));
        load(browser, "schedule by site", schedule + "sites", page -> page.locator("[data-cadre]").first());

        try (var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 720).setLocale("en-US"))) {
            var page = context.newPage();
            page.setDefaultTimeout(PATIENCE_MILLIS);
            page.navigate(schedule + "sites");
            page.locator("[data-cadre]").first().waitFor();
            page.evaluate(WATCH_CLICKS);
            useSchedule(page);
            page.navigate(address + "/districts/" + DISTRICT + "/data/cadres");
            page.locator("[data-place='0/1']").waitFor();
            page.evaluate(WATCH_CLICKS);
            useData(page);
        }
    }

    private void useSchedule(Page page) {
        click(page, "explain a duty", page.locator("[data-cadre]").first(), page.locator(".why .reasons"));
        click(page, "another duty", page.locator("[data-cadre]").nth(5), page.locator(".why .reasons"));
        click(page, "effect of pinning", named(page, AriaRole.BUTTON, "Pin"), page.locator(".effect-sum"));
        click(page, "leave it", named(page, AriaRole.BUTTON, "Leave it"), page.locator(".why"));
        var search = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Find a cadre, site or unit"));
        search.focus();
        measure(page, "find a person: a letter", () -> search.press("1"), page.locator("[role=option]").first());
        measure(page, "find a person: another letter", () -> search.press("2"), page.locator("[role=option]").first());
        click(page, "close the panel", named(page, AriaRole.BUTTON, "Close"), page.locator(".sched-body:not(.with-panel)"));
        for (var filter : List.of("Newcomers alone", "Overloaded", "Unfilled")) {
            var button = page.locator(".filter", new Page.LocatorOptions().setHasText(filter));
            click(page, "filter: " + filter, button, page.locator(".filter[aria-pressed=true]"));
            click(page, "filter off", button, page.locator("[data-cadre]").first());
        }
        pictures.computeIfAbsent("scroll the sites by 60 screens", key -> new ArrayList<>())
                .add(number(page.locator(".sched-list").evaluate(SCROLL)));
        for (var view : List.of("By cadre", "By unit", "Coverage", "Map", "By site")) {
            click(page, "view: " + view, named(page, AriaRole.LINK, view), page.locator(".sched-main > *").first());
        }
    }

    private void useData(Page page) {
        var first = page.locator("[data-place='0/1']");
        first.click();
        String before = first.innerText();
        click(page, "sort by name", named(page, AriaRole.BUTTON, "Name"), page.locator("[data-place='0/1']").filter(new Locator.FilterOptions().setHasNotText(before)));
        var cell = page.locator("[data-place='0/2']");
        cell.click();
        measure(page, "edit a cell", () -> cell.press("Enter"), page.locator(".cell-editor input"));
        page.keyboard().press("Escape");
        measure(page, "jump to the last row", () -> page.locator("[data-place='0/2']").press("Control+End"), page.locator(".grid-row").last().filter(new Locator.FilterOptions().setHasNotText("Being read")));
    }

    private interface Sought {
        Locator in(Page page);
    }

    /** Opens an address with nothing in the cache. */
    private void load(Browser browser, String what, String address, Sought sought) {
        try (var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 720).setLocale("en-US"))) {
            var page = context.newPage();
            page.setDefaultTimeout(PATIENCE_MILLIS);
            long begun = System.nanoTime();
            page.navigate(address);
            sought.in(page).waitFor();
            note(answers, "load: " + what, begun);
        }
    }

    private void click(Page page, String what, Locator button, Locator sought) {
        measure(page, what, button::click, sought);
    }

    private void measure(Page page, String what, Runnable act, Locator sought) {
        long begun = System.nanoTime();
        act.run();
        sought.waitFor();
        note(answers, what, begun);
        pictures.computeIfAbsent(what, key -> new ArrayList<>()).add(number(page.evaluate(TAKE_SLOWEST)));
    }

    private static void note(Map<String, List<Double>> times, String what, long begun) {
        times.computeIfAbsent(what, key -> new ArrayList<>())
                .add(Duration.ofNanos(System.nanoTime() - begun).toNanos() / 1e6);
    }

    private static Locator named(Page page, AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private String report(Machine machine, double load) {
        var text = new StringBuilder("# Benchmark: the planner's page\n\n");
        text.append("%s, %d cores; heap %s on Java %s; commit %s; load when it began %.1f.%n%n"
                .formatted(machine.cpu(), machine.cores(), order.heap(), machine.java(), machine.commit(), load));
        text.append("District %s, one round, solved for %d s; %d visits; Chromium on the same machine, 1280 x 720. Times in ms, median and worst.%n%n"
                .formatted(order.instance(), order.seconds(), order.plans()));
        text.append("**answer** is until what was asked for is there; **picture** until the page shows that it has heard (Event Timing, steps of 8 ms; when scrolling, the slowest frame).\n\n");
        text.append("| what | answer, median | worst | picture, median | worst |\n|---|--:|--:|--:|--:|\n");
        text.append(Stream.concat(answers.keySet().stream(), pictures.keySet().stream())
                .distinct()
                .map(what -> "| %s | %s | %s |".formatted(what, both(answers.get(what)), both(pictures.get(what))))
                .collect(Collectors.joining("\n")));
        return text.append('\n').toString();
    }

    private static String both(@Nullable List<Double> times) {
        if (times == null) {
            return "| ";
        }
        var sorted = times.stream().sorted().toList();
        return "%.0f | %.0f".formatted(sorted.get(sorted.size() / 2), sorted.getLast());
    }
}
