package org.muster.rest.errors;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.muster.persistence.database.DatabaseFailure;
import org.muster.persistence.queue.QueueFigures;
import org.muster.problem.faults.InputTooLargeException;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.UnreadableInputException;
import org.muster.registry.RegistryException;
import org.muster.solving.QueueFullException;
import org.muster.solving.process.MemoryBusyException;
import org.muster.webhooks.WebhookException;

/** Turns whatever a request ran into, into a problem document. The one place where this is done. */
@Provider
public final class ErrorMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ErrorMapper.class);
    private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(5);
    /** Room comes with the next plan that ends. */
    private static final Duration QUEUE_PATIENCE = Duration.ofSeconds(30),
            SHORTEST_QUEUE_PATIENCE = Duration.ofSeconds(2),
            LONGEST_QUEUE_PATIENCE = Duration.ofMinutes(10);

    private final ErrorResponses responses;
    private final HttpHeaders headers;
    private final QueueFigures figures;

    ErrorMapper(ErrorResponses responses, HttpHeaders headers, QueueFigures figures) {
        this.responses = responses;
        this.headers = headers;
        this.figures = figures;
    }

    @Override
    public Response toResponse(Throwable error) {
        var language = Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return switch (error) {
            case ApiException refused -> responses.of(refused, language);
            case UnreadableInputException unreadable -> responses.of(unreadable, language);
            case InputTooLargeException tooLarge -> responses.of(tooLarge, language);
            case InvalidInputException invalid -> responses.of(invalid, language);
            case RegistryException refused -> responses.of(refused, language);
            case WebhookException refused -> responses.of(refused, language);
            case QueueFullException full ->
                responses.of(
                        ApiException.later(ErrorCode.QUEUE_FULL, "queue-full.limit", untilRoom(), full.limit()),
                        language);
            case MemoryBusyException _ -> responses.of(ApiException.busy(), language);
            case WebApplicationException framework
            when framework.getCause() instanceof ApiException refused -> responses.of(refused, language);
            case WebApplicationException framework
            when framework.getResponse().getStatus() < 500 -> refusedByFramework(framework, language);
            default ->
                DatabaseFailure.behind(error)
                        .map(failure -> unavailable(failure, error, language))
                        .orElseGet(() -> internal(error, language));
        };
    }

    private Duration untilRoom() {
        var next = figures.latest().map(QueueFigures.Figures::untilNextEnd).orElse(QUEUE_PATIENCE);
        if (next.compareTo(SHORTEST_QUEUE_PATIENCE) < 0) {
            return SHORTEST_QUEUE_PATIENCE;
        }
        return next.compareTo(LONGEST_QUEUE_PATIENCE) > 0 ? LONGEST_QUEUE_PATIENCE : next;
    }

    private Response refusedByFramework(WebApplicationException error, Locale language) {
        var answer = responses.ofStatus(error.getResponse().getStatus(), language);
        var allowed = error.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allowed == null
                ? answer
                : Response.fromResponse(answer)
                        .header(HttpHeaders.ALLOW, allowed)
                        .build();
    }

    private Response unavailable(DatabaseFailure failure, Throwable error, Locale language) {
        LOG.warnf(
                "A request was refused, since the database is %s (%s).",
                failure, error.getClass().getSimpleName());
        var sentence = failure == DatabaseFailure.NOT_WRITABLE ? "unavailable.not-writable" : "unavailable.database";
        return responses.of(ApiException.later(ErrorCode.UNAVAILABLE, sentence, DATABASE_PATIENCE), language);
    }

    private Response internal(Throwable error, Locale language) {
        var answer = responses.of(ApiException.of(ErrorCode.INTERNAL, "internal.fault"), language);
        if (answer.getEntity() instanceof ErrorView view) {
            LOG.errorf(error, "A request failed: %s", view.instance());
        }
        return answer;
    }
}
