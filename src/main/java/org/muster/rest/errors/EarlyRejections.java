package org.muster.rest.errors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;

/** Answers requests that are refused before anything looks at their address. */
@ApplicationScoped
public class EarlyRejections {

    private final ErrorResponses responses;
    private final ObjectMapper mapper;

    EarlyRejections(ErrorResponses responses, ObjectMapper mapper) {
        this.responses = responses;
        this.mapper = mapper;
    }

    /** Ends a request with a problem document. */
    public void answer(RoutingContext context, ApiException refusal) {
        var language = Language.of(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var answer = responses.of(refusal, language);
        var response = context.response().setStatusCode(answer.getStatus());
        answer.getStringHeaders().forEach(response::putHeader);
        response.end(written(answer.getEntity()));
    }

    private String written(Object entity) {
        try {
            return mapper.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
