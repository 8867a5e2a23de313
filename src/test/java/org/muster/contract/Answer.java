package org.muster.contract;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the service answered to a request.
 *
 * @param path of the request as it was sent, without parameters
 * @param headers finds the value of a header
 */
public record Answer(String method, String path, int status, Function<String, @Nullable String> headers, String body) {

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.apply(name));
    }

    /** Type and subtype in lower case, without parameters. */
    Optional<String> mediaType() {
        return header("Content-Type").map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        var shown = body.length() > 2_000 ? body.substring(0, 2_000) + "..." : body;
        return "%s %s -> %d %s%n%s".formatted(method, path, status, mediaType().orElse("no type"), shown);
    }
}
