package org.muster.rest.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Speaks HTTP/1.1 where nothing is encrypted. Switching such a connection to HTTP/2 ({@code Upgrade: h2c}) was given up
 * by RFC 9113, browsers never did it, and the server left a request without an answer that asked for it half.
 */
@ApplicationScoped
final class PlainHttp implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
