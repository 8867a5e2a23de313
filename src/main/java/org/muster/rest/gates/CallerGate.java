package org.muster.rest.gates;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.muster.rest.errors.ApiException;
import org.muster.rest.errors.EarlyRejections;
import org.muster.rest.errors.ErrorCode;
import org.muster.rest.errors.Shown;

/**
 * Keeps other people's pages from using the service by way of the browser of somebody who may reach it.
 *
 * <p>It comes before everything else, so it holds for all addresses, health and metrics included. A browser says in headers
 * that no page can change for which host a request is ({@code Host}) and where it comes from ({@code Origin},
 * {@code Sec-Fetch-Site}). Callers that are no browsers send no origin and are not asked for one.
 */
@ApplicationScoped
class CallerGate {

    /** Before every other filter of ours; only the headers that every answer has are set before. */
    private static final int FIRST = 10_000;

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
    private static final String FETCH_SITE = "Sec-Fetch-Site";
    private static final String FETCH_MODE = "Sec-Fetch-Mode";

    private final AllowedHosts hosts;
    private final EarlyRejections refusals;

    CallerGate(@ConfigProperty(name = "muster.allowed-hosts") Optional<List<String>> hosts, EarlyRejections refusals) {
        this.hosts = new AllowedHosts(hosts.orElse(List.of()));
        this.refusals = refusals;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext context) {
        var request = context.request();
        var host = hostOf(request);
        if (host == null || !hosts.isOurs(host, addressOf(request.localAddress()))) {
            refusals.answer(context, misdirected(host));
        } else if (isForeign(request, host)) {
            refusals.answer(context, ApiException.of(ErrorCode.FOREIGN_ORIGIN, "foreign-origin.page"));
        } else {
            context.next();
        }
    }

    private static ApiException misdirected(@Nullable String host) {
        return host == null
                ? ApiException.of(ErrorCode.MISDIRECTED, "misdirected.no-host")
                : ApiException.of(ErrorCode.MISDIRECTED, "misdirected.host", Shown.of(host));
    }

    /** The host that was asked for; what a proxy says of it is not looked at. Null where there is none, or several. */
    private static @Nullable String hostOf(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            var authority = request.authority();
            return authority == null ? null : authority.toString();
        }
        var named = request.headers().getAll(HttpHeaders.HOST);
        return named.size() == 1 ? named.getFirst() : null;
    }

    private static @Nullable String addressOf(@Nullable SocketAddress local) {
        return local == null ? null : local.hostAddress();
    }

    private boolean isForeign(HttpServerRequest request, String host) {
        var site = request.getHeader(FETCH_SITE);
        boolean isOwnSite = site == null || OWN_SITES.contains(site);
        if (READING.contains(request.method())) {
            return !isOwnSite && isEmbedded(request);
        }
        return !isOwnSite
                || request.headers().getAll(HttpHeaders.ORIGIN).stream()
                        .anyMatch(origin -> !hosts.isOursToChange(origin, host));
    }

    /** Links from other pages are followed; what other pages load by themselves they could not read anyway. */
    private static boolean isEmbedded(HttpServerRequest request) {
        var mode = request.getHeader(FETCH_MODE);
        return mode != null && !mode.equals("navigate");
    }
}
