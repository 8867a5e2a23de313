package org.muster.rest.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The addresses of the API without what callers put into them: {@code /api/v1/plans/{id}}. */
final class PathTemplates {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\s*([\\w.-]+)\\s*(?::\\s*([^{}]+?)\\s*)?}");
    private static final String ONE_SEGMENT = "[^/]+";

    private final List<Template> templates;

    private record Template(String text, Pattern addresses, int literals) {

        static Template of(String path) {
            var matcher = VARIABLE.matcher(path);
            var text = new StringBuilder();
            var addresses = new StringBuilder();
            int literals = 0;
            int end = 0;
            while (matcher.find()) {
                var literal = path.substring(end, matcher.start());
                var form = matcher.group(2) == null ? ONE_SEGMENT : matcher.group(2);
                text.append(literal).append('{').append(matcher.group(1)).append('}');
                addresses
                        .append(Pattern.quote(literal))
                        .append('(')
                        .append(form)
                        .append(')');
                literals += literal.length();
                end = matcher.end();
            }
            var rest = path.substring(end);
            return new Template(
                    text + rest, Pattern.compile(addresses + Pattern.quote(rest)), literals + rest.length());
        }
    }

    private PathTemplates(Stream<String> paths) {
        // As in JAX-RS: the address that says most in letters is the one that is meant.
        templates = paths.distinct()
                .map(Template::of)
                .sorted(Comparator.comparingInt(Template::literals).reversed())
                .toList();
    }

    /**
     * Those of resource classes.
     *
     * @param root what stands before their paths
     */
    static PathTemplates of(String root, Collection<Class<?>> resources) {
        return new PathTemplates(resources.stream()
                .flatMap(resource -> Arrays.stream(resource.getMethods())
                        .filter(PathTemplates::isOperation)
                        .map(method ->
                                joined(root, resource.getAnnotation(Path.class), method.getAnnotation(Path.class)))));
    }

    private static boolean isOperation(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    private static String joined(String root, @Nullable Path... paths) {
        var path = new StringBuilder(root);
        for (var each : paths) {
            var part = each == null ? "" : each.value().replaceAll("^/|/$", "");
            if (!part.isEmpty()) {
                path.append('/').append(part);
            }
        }
        return path.toString();
    }

    /** The template of an address; empty where there is none. */
    Optional<String> find(String address) {
        var path = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        return templates.stream()
                .filter(template -> template.addresses().matcher(path).matches())
                .map(Template::text)
                .findFirst();
    }

    /** All of them. */
    List<String> all() {
        return templates.stream().map(Template::text).toList();
    }
}
