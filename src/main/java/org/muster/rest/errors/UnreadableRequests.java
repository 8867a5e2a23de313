package org.muster.rest.errors;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.Context;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests that the HTTP server cannot read, such as one with half a percent-encoding, with a problem document.
 *
 * <p>Server and framework would answer them by themselves, without a body, and let nobody at the setting for that. But
 * whoever traces requests sees each before it is dealt with, together with its connection, which has the setting too.
 */
@ApplicationScoped
class UnreadableRequests implements VertxOptionsCustomizer {

    private final Instance<EmptyResponses> answers;

    UnreadableRequests(Instance<EmptyResponses> answers) {
        this.answers = answers;
    }

    @Override
    @SuppressWarnings(
            "deprecation") // the way that replaces it is open to who builds the Vert.x, which the framework does
    public void accept(VertxOptions options) {
        options.setTracingOptions(new TracingOptions().setFactory(_ -> new Watching()));
    }

    private final class Watching implements VertxTracer<Void, Void> {

        @Override
        public <R> @Nullable Void receiveRequest(
                Context context,
                SpanKind kind,
                TracingPolicy policy,
                R request,
                String operation,
                Iterable<Entry<String, String>> headers,
                TagExtractor<R> tags) {
            if (request instanceof HttpServerRequest received
                    && received.connection() instanceof HttpServerConnection connection) {
                connection.invalidRequestHandler(UnreadableRequests.this::answer);
                if (!isAddress(received.uri())) {
                    // The framework refuses it without a body. It is the last request that this connection has.
                    connection.handler(UnreadableRequests.this::answer);
                }
            }
            return null;
        }
    }

    private static boolean isAddress(@Nullable String text) {
        try {
            return text != null && new URI(text) != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private void answer(HttpServerRequest request) {
        int status = switch (request.decoderResult().cause()) {
            case TooLongHttpLineException _ -> 414;
            case TooLongHttpHeaderException _ -> 431;
            case null, default -> 400;
        };
        var answer = answers.get();
        answer.answer(request, answer.view(request, status))
                .onComplete(_ -> request.connection().close());
    }
}
