package org.muster.rest.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Labels of requests in the metrics. They name templates and known methods only: addresses hold tokens of duty cards and
 * identifiers of people and plans, and callers can make up as many as they like.
 *
 * <p>Measurements that would say more are not taken, as those of a connection that breaks before its address was looked at.
 */
@Singleton
final class RequestLabels implements HttpServerMetricsTagsContributor, MeterFilter {

    /** Whatever is outside the API: the files of the page, and what it calls its views. */
    static final String PAGE = "page";

    /** Whatever the API does not know. */
    static final String UNKNOWN = "unknown";

    private static final String ROOT =
            Api.class.getAnnotation(ApplicationPath.class).value();
    private static final String REQUESTS = "http.server.requests";
    private static final String URI = "uri";
    private static final String METHOD = "method";
    private static final String OTHER = "OTHER";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", OTHER);

    private final PathTemplates templates;
    private final Set<String> labels;

    RequestLabels(BeanManager beans) {
        templates = PathTemplates.of(
                ROOT,
                beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                        .<Class<?>>map(bean -> bean.getBeanClass())
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .collect(Collectors.toSet()));
        labels = new HashSet<>(templates.all());
        labels.add(PAGE);
        labels.add(UNKNOWN);
    }

    PathTemplates templates() {
        return templates;
    }

    @Override
    public Tags contribute(Context context) {
        var request = context.request();
        var method = request.method().name();
        return Tags.of(URI, labelOf(request), METHOD, METHODS.contains(method) ? method : OTHER);
    }

    private String labelOf(HttpServerRequest request) {
        var path = request.path();
        if (path == null || !(path.equals(ROOT) || path.startsWith(ROOT + "/"))) {
            return PAGE;
        }
        return templates.find(path).orElse(UNKNOWN);
    }

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        return id.getName().equals(REQUESTS) && !isBounded(id) ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
    }

    private boolean isBounded(Meter.Id id) {
        return labels.contains(id.getTag(URI)) && METHODS.contains(id.getTag(METHOD));
    }
}
