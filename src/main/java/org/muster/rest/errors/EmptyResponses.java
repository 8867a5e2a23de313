package org.muster.rest.errors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.HeaderConfig;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.smallrye.config.SmallRyeConfig;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Answers requests that never reach a resource, with a problem document and the headers that every answer has. */
@ApplicationScoped
class EmptyResponses {

    private final ErrorResponses responses;
    private final ObjectMapper mapper;
    private final Map<String, HeaderConfig> headers;

    EmptyResponses(ErrorResponses responses, ObjectMapper mapper) {
        this.responses = responses;
        this.mapper = mapper;
        this.headers = ConfigProvider.getConfig()
                .unwrap(SmallRyeConfig.class)
                .getConfigMapping(VertxHttpConfig.class)
                .header();
    }

    /** What a refusal says to the sender of a request. */
    ErrorView view(HttpServerRequest request, int status) {
        return responses.viewOfStatus(status, Language.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    /** Answers, where nothing was answered yet. Ends when the answer is on its way. */
    Future<Void> answer(HttpServerRequest request, ErrorView view) {
        var response = request.response();
        if (response.ended() || response.headWritten()) {
            return Future.succeededFuture();
        }
        var answered = response.headers();
        headers.forEach((name, header) -> {
            if (!answered.contains(name)) {
                answered.set(name, header.value());
            }
        });
        answered.set(HttpHeaders.CACHE_CONTROL, "no-store");
        answered.set(HttpHeaders.CONTENT_TYPE, ErrorResponses.MEDIA_TYPE);
        answered.set(
                HttpHeaders.CONTENT_LANGUAGE,
                Language.tag(Language.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))));
        answered.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        return response.setStatusCode(view.status()).end(written(view));
    }

    private String written(ErrorView view) {
        try {
            return mapper.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
