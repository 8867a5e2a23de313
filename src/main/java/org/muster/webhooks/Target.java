package org.muster.webhooks;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a webhook is called.
 *
 * @param host a name, or an address in the notation of URLs
 * @param path with what follows a question mark
 */
record Target(boolean isEncrypted, String host, int port, String path) {

    private static final int HTTP_PORT = 80, HTTPS_PORT = 443, LAST_PORT = 65_535;

    /** The target that a URL names; empty unless it is one of http or https, with a host, and without user or fragment. */
    static Optional<Target> parse(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean isEncrypted = scheme.equals("https");
        if ((!isEncrypted && !scheme.equals("http"))
                || uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawFragment() != null
                || uri.getPort() == 0
                || uri.getPort() > LAST_PORT) {
            return Optional.empty();
        }
        int port = uri.getPort() < 0 ? (isEncrypted ? HTTPS_PORT : HTTP_PORT) : uri.getPort();
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return Optional.of(new Target(isEncrypted, uri.getHost(), port, path + query));
    }
}
