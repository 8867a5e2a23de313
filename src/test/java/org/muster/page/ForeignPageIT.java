package org.muster.page;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.muster.harness.ServiceProcess;
import org.muster.harness.SharedService;
import org.muster.harness.Submissions;

/** A page of somebody else, open in the browser of a planner, can do nothing with the service beside it. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ForeignPageIT {

    /** A name that somebody else owns and makes point to this machine. */
    private static final String REBOUND = "rebound.example";

    /** Those of {@link #CALLS} that browsers send without asking whether they may. */
    private static final int SIMPLE_CALLS = 5;

    /** What a page sends without asking first, and what it has to ask for. Each answer is a status, or who prevented it. */
    private static final String CALLS = """
            async ({ service, plan }) => {
              const attempt = async (path, options) => {
                try {
                  const answer = await fetch(service + path, options)
                  return answer.type === 'opaque' ? 'opaque' : String(answer.status)
                } catch {
                  return 'prevented'
                }
              }
              const simple = { method: 'POST', mode: 'no-cors', headers: { 'Content-Type': 'text/plain' } }
              return [
                await attempt(`/api/v1/plans/${plan}/stop`, { method: 'POST', mode: 'no-cors' }),
                await attempt(`/api/v1/plans/${plan}/stop`, { ...simple, body: '{}' }),
                await attempt('/api/v1/districts', { ...simple, body: '{"id": "foreign"}' }),
                await attempt('/api/v1/demo-problems/dongcheng/district?as=foreign', { method: 'POST', mode: 'no-cors' }),
                navigator.sendBeacon(`${service}/api/v1/plans/${plan}/stop`, 'x') && 'opaque',
                await attempt(`/api/v1/plans/${plan}`, { method: 'DELETE' }),
                await attempt('/api/v1/districts', {
                  method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"id": "foreign", "name": "x"}',
                }),
                await attempt('/api/v1/plans', {}),
                await attempt('/q/metrics', {}),
              ]
            }
            """;

    private static final String LISTENS = """
            ({ service, plan }) => new Promise((done) => {
              const events = new EventSource(`${service}/api/v1/plans/${plan}/events`)
              events.onerror = () => { events.close(); done('prevented') }
              events.onmessage = () => done('heard')
              ;['status', 'progress', 'done'].forEach((name) => events.addEventListener(name, () => done('heard')))
            })
            """;

    private static final String SUBMITS_A_FORM = """
            ({ service, plan }) => {
              const form = document.createElement('form')
              form.method = 'POST'
              form.enctype = 'text/plain'
              form.action = `${service}/api/v1/plans/${plan}/stop`
              document.body.append(form)
              form.submit()
            }
            """;

    @RegisterExtension
    private final BeforeEachCallback takesService = this::takeService;

    private @Nullable Chromium chromium;
    private @Nullable HttpServer foreign;
    private @Nullable ServiceProcess shared;
    private ServiceProcess service;
    private String plan;

    private void takeService(ExtensionContext context) throws IOException {
        chromium = Chromium.launch("--host-resolver-rules=MAP " + REBOUND + " 127.0.0.1");
        shared = SharedService.empty(context);
    }

    @BeforeEach
    void start() throws IOException {
        service = requireNonNull(shared);
        foreign = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        foreign.createContext("/", exchange -> {
            var page = "<!doctype html><title>Holiday pictures</title><body>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        foreign.start();
        plan = service.submit(Submissions.endless("of a planner", 600));
    }

    @AfterEach
    void close() {
        if (chromium != null) {
            chromium.close();
        }
        if (foreign != null) {
            foreign.stop(0);
        }
    }

    private Page open(String address) {
        var page = requireNonNull(chromium).open();
        page.navigate(address);
        return page;
    }

    private Map<String, String> target(String host) {
        return Map.of("service", "http://%s:%d".formatted(host, service.port()), "plan", plan);
    }

    private String foreignAddress() {
        return "http://127.0.0.1:" + requireNonNull(foreign).getAddress().getPort() + "/";
    }

    /** How many requests were answered with a status. */
    private long refused(int status) throws IOException {
        return service.get("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count")
                        && line.contains("status=\"%d\"".formatted(status)))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private void assertNothingHappened() throws IOException {
        assertThat(service.plan(plan).path("status").asText()).isIn("QUEUED", "SOLVING");
        assertThat(service.json("/api/v1/districts").path("districts")).isEmpty();
    }

    @Test
    void aPageOnAnotherPortChangesAndReadsNothing() throws IOException {
        try (var page = open(foreignAddress())) {
            assertThat(page.evaluate(CALLS, target("127.0.0.1")))
                    .isEqualTo(List.of(
                            "prevented",
                            "prevented",
                            "prevented",
                            "prevented",
                            "opaque",
                            "prevented",
                            "prevented",
                            "prevented",
                            "prevented"));
            assertThat(page.evaluate(LISTENS, target("127.0.0.1"))).isEqualTo("prevented");
            // It was the service that refused them, not the browser that held them back.
            assertThat(refused(403)).isGreaterThanOrEqualTo(SIMPLE_CALLS);
            assertNothingHappened();
        }
    }

    @Test
    void aFormOnAnotherPortIsRefused() throws IOException {
        try (var page = open(foreignAddress())) {
            var answer = page.waitForResponse("**/stop", () -> page.evaluate(SUBMITS_A_FORM, target("127.0.0.1")));

            assertThat(answer.status()).isEqualTo(403);
            assertNothingHappened();
        }
    }

    @Test
    void aNameThatIsMadeToPointHereIsRefused() throws IOException {
        try (var page = requireNonNull(chromium).open()) {
            var target = target(REBOUND);
            var answer = requireNonNull(page.navigate(target.get("service") + "/api/v1/plans"));
            assertThat(answer.status()).isEqualTo(421);

            // What the browser shows now has the origin that a rebound page would have.
            assertThat(page.evaluate(CALLS, target))
                    .isEqualTo(List.of("421", "421", "421", "421", "opaque", "421", "421", "421", "421"));
            assertThat(page.evaluate(LISTENS, target)).isEqualTo("prevented");
            assertThat(page.evaluate("() => fetch('/api/v1/plans').then((answer) => answer.text())"))
                    .asString()
                    .contains("misdirected")
                    .doesNotContain(plan);
            assertNothingHappened();
        }
    }

    /** The same calls succeed from a page of the service: what refuses the others is where they come from. */
    @Test
    void aPageOfTheServiceDoesAllOfThis() throws IOException {
        try (var page = open("http://127.0.0.1:%d/docs/errors.md".formatted(service.port()))) {
            assertThat(page.evaluate(LISTENS, target("127.0.0.1"))).isEqualTo("heard");
            assertThat(page.evaluate("""
                            async ({ service, plan }) => [
                              (await fetch(`${service}/api/v1/plans`)).status,
                              (await fetch(`${service}/api/v1/plans/${plan}/stop`, { method: 'POST' })).status,
                              (await fetch(`${service}/api/v1/districts`, {
                                method: 'POST',
                                headers: { 'Content-Type': 'application/json' },
                                body: '{"id": "own", "name": "x"}',
                              })).status,
                            ]
                            """, target("127.0.0.1"))).isEqualTo(List.of(200, 202, 201));
            service.awaitEnd(plan);
        }
    }
}
