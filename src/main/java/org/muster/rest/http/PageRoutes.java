package org.muster.rest.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/**
 * Serves the planner's page at the addresses that it knows, and says what files are whose type the server does not know.
 *
 * <p>Whoever follows a dead link in a browser gets the page too, which says so, with status 404. Programs get a problem
 * document.
 */
@ApplicationScoped
class PageRoutes {

    private static final String PAGE = "/", HTML = "text/html";
    private static final int FIRST = Integer.MIN_VALUE + 1, BEHIND_FILES = 100_000;
    private static final int NOT_FOUND = 404;

    /** Of {@code src/main/webui/src/app/routes.tsx}; a test compares them. */
    private static final Pattern KNOWN = Pattern.compile(
            "/(districts/[^/]+(/(data(/[^/]+)?|solve))?|plans/[^/]+(/(schedule(/.*)?|evaluation|handout(/.*)?))?|duties/[^/]+)/?");

    private static final Pattern NEVER_PAGE = Pattern.compile("/(api|q|docs|assets)(/.*)?");

    void register(@Observes Router router) {
        router.getWithRegex("/docs/.+\\.md").order(FIRST).handler(PageRoutes::markdown);
        // The metrics would answer below their address, too.
        router.route("/q/metrics/:more").order(FIRST).handler(context -> context.fail(NOT_FOUND));
        router.route().order(BEHIND_FILES).handler(PageRoutes::page);
    }

    /** Whether the planner's page shows something of its own at a path. */
    static boolean isKnown(String path) {
        return KNOWN.matcher(path).matches();
    }

    private static void markdown(RoutingContext context) {
        context.addHeadersEndHandler(_ -> {
            var headers = context.response().headers();
            if (!headers.contains(HttpHeaders.CONTENT_TYPE)) {
                headers.set(HttpHeaders.CONTENT_TYPE, "text/markdown; charset=utf-8");
            }
        });
        context.next();
    }

    private static void page(RoutingContext context) {
        var path = context.normalizedPath();
        var method = context.request().method();
        if (path.equals(PAGE)
                || NEVER_PAGE.matcher(path).matches()
                || !(method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))) {
            context.next();
        } else if (isKnown(path)) {
            context.reroute(PAGE);
        } else if (wantsHtml(context)) {
            // No part of it, and not that it is unchanged: that would say that it was found.
            var headers = context.request().headers();
            headers.remove(HttpHeaders.IF_NONE_MATCH);
            headers.remove(HttpHeaders.IF_MODIFIED_SINCE);
            headers.remove("Range");
            context.response().setStatusCode(NOT_FOUND);
            context.reroute(PAGE);
        } else {
            context.next();
        }
    }

    /** Only who names it: programs accept anything. */
    private static boolean wantsHtml(RoutingContext context) {
        return context.parsedHeaders().accept().stream().map(MIMEHeader::value).anyMatch(HTML::equals);
    }
}
