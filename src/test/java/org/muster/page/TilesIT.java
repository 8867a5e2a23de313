package org.muster.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.muster.harness.ServiceProcess;
import org.muster.harness.Submissions;

/** A map whose background comes from where the operator says, and from nowhere else. */
class TilesIT extends BrowserTest {

    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final HttpServer tiles = startServer();

    private HttpServer startServer() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                asked.add(exchange.getRequestURI().getPath());
                exchange.getResponseHeaders().add("Content-Type", "image/png");
                exchange.sendResponseHeaders(200, PIXEL.length);
                exchange.getResponseBody().write(PIXEL);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String address() {
        return "http://127.0.0.1:" + tiles.getAddress().getPort();
    }

    @Override
    String[] settings() {
        return new String[] {
            "muster.web.tile-url=" + address() + "/{z}/{x}/{y}.png",
            "muster.web.tile-attribution=The surveyors",
            "muster.web.tile-hosts=" + address()
        };
    }

    @AfterEach
    void stopServer() {
        tiles.stop(0);
    }

    @Test
    void theMapShowsThemAndThanksForThem() throws IOException {
        String plan = service().submit(Submissions.of("map", Submissions.smallDistrict(), 2));
        service().awaitEnd(plan);
        try (var tab = open(Words.ENGLISH)) {
            tab.go("/plans/" + plan + "/schedule/map");

            assertThat(tab.page().getByText("The surveyors")).isVisible();
            await().atMost(ServiceProcess.PATIENCE)
                    .untilAsserted(() -> assertThat(asked).anyMatch(path -> path.matches("/\\d+/\\d+/\\d+\\.png")));
            assertThat(tab.page().locator(".leaflet-tile-loaded").first()).isAttached();
            tab.assertNoComplaints();
        }
    }
}
