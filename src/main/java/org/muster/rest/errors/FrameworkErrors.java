package org.muster.rest.errors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Requests that never reach a resource: unknown addresses outside the API, and what the HTTP server itself refuses. */
@ApplicationScoped
class FrameworkErrors {

    private static final Logger LOG = Logger.getLogger(FrameworkErrors.class);

    private final ErrorResponses responses;
    private final ObjectMapper mapper;

    FrameworkErrors(ErrorResponses responses, ObjectMapper mapper) {
        this.responses = responses;
        this.mapper = mapper;
    }

    void register(@Observes Router router) {
        for (int status : new int[] {400, 404, 405, 406, 413, 414, 415, 431}) {
            router.errorHandler(status, context -> answer(context, status));
        }
    }

    private void answer(RoutingContext context, int status) {
        var response = context.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        var language = Language.of(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        try {
            response.setStatusCode(status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, ErrorResponses.MEDIA_TYPE)
                    .putHeader(HttpHeaders.CONTENT_LANGUAGE, Language.tag(language))
                    .end(mapper.writeValueAsString(responses.viewOfStatus(status, language)));
        } catch (JsonProcessingException e) {
            LOG.error("An error could not be written.", e);
            response.end();
        }
    }
}
