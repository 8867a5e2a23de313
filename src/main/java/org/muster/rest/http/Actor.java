package org.muster.rest.http;

import static org.muster.rest.http.Parameters.bad;

import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.muster.rest.errors.Shown;

/** Who calls, by what they say in the header {@code Muster-Actor}: there are no accounts yet. */
public final class Actor {

    public static final String HEADER = "Muster-Actor";

    private static final String NOBODY = "anonymous";

    private Actor() {}

    /** The name that the caller gives, percent-encoded where it is not ASCII; {@code anonymous} where there is none. */
    public static String of(HttpHeaders headers) {
        var header = headers.getHeaderString(HEADER);
        if (header == null || header.isBlank()) {
            return NOBODY;
        }
        try {
            return Shown.of(URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8)
                    .strip());
        } catch (IllegalArgumentException e) {
            throw bad(HEADER, header, "percent-encoded UTF-8");
        }
    }
}
