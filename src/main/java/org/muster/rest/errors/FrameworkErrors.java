package org.muster.rest.errors;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;

/** Requests that never reach a resource: unknown addresses outside the API, and what the HTTP server itself refuses. */
@ApplicationScoped
class FrameworkErrors {

    private static final Logger LOG = Logger.getLogger(FrameworkErrors.class);
    /** Before the framework's own answer to failures, which is the last of all. */
    private static final int LAST_BUT_ONE = Integer.MAX_VALUE - 1;

    private static final int BAD_REQUEST = 400, INTERNAL = 500, UNAVAILABLE = 503;
    private static final String A_MOMENT = "1";

    private final EmptyResponses answers;

    FrameworkErrors(EmptyResponses answers) {
        this.answers = answers;
    }

    void register(@Observes Router router) {
        for (int status : new int[] {400, 404, 405, 406, 413, 414, 415, 431}) {
            router.errorHandler(status, context -> answer(context, status));
        }
        router.route().order(LAST_BUT_ONE).failureHandler(this::answerFailure);
    }

    /** An address that cannot be decoded, a missing host, or a fault of ours outside the resources. */
    private void answerFailure(RoutingContext context) {
        var failure = context.failure();
        int status = context.statusCode();
        if (failure instanceof RejectedExecutionException) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, A_MOMENT);
            answer(context, UNAVAILABLE);
        } else if (status >= BAD_REQUEST && status < INTERNAL) {
            answer(context, status);
        } else {
            var view = answers.view(context.request(), INTERNAL);
            LOG.errorf(failure, "A request failed outside the API: %s", view.instance());
            answers.answer(context.request(), view);
        }
    }

    private void answer(RoutingContext context, int status) {
        answers.answer(context.request(), answers.view(context.request(), status));
    }
}
