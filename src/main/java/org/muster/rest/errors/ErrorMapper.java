package org.muster.rest.errors;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.muster.persistence.DatabaseRoom;
import org.muster.problem.InputTooLargeException;
import org.muster.problem.InvalidInputException;
import org.muster.problem.UnreadableInputException;
import org.muster.registry.RegistryException;
import org.muster.solving.QueueFullException;

/** Turns whatever a request ran into, into a problem document. The one place where this is done. */
@Provider
public final class ErrorMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ErrorMapper.class);
    private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(5);
    private static final Duration QUEUE_PATIENCE = Duration.ofSeconds(30);

    private final ErrorResponses responses;
    private final HttpHeaders headers;
    private final DatabaseRoom room;

    ErrorMapper(ErrorResponses responses, HttpHeaders headers, DatabaseRoom room) {
        this.responses = responses;
        this.headers = headers;
        this.room = room;
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
            case QueueFullException full ->
                responses.of(
                        ApiException.later(ErrorCode.QUEUE_FULL, "queue-full.limit", QUEUE_PATIENCE, full.limit()),
                        language);
            case WebApplicationException framework
            when framework.getResponse().getStatus() < 500 -> refusedByFramework(framework, language);
            default -> databaseAway(error) ? unavailable(error, language) : internal(error, language);
        };
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

    private Response unavailable(Throwable error, Locale language) {
        LOG.warnf("The database cannot be used: %s", error.toString());
        var reason = room.isExhaustedBy(error) ? "unavailable.full" : "unavailable.database";
        return responses.of(ApiException.later(ErrorCode.UNAVAILABLE, reason, DATABASE_PATIENCE), language);
    }

    private Response internal(Throwable error, Locale language) {
        var answer = responses.of(ApiException.of(ErrorCode.INTERNAL, "internal.fault"), language);
        if (answer.getEntity() instanceof ErrorView view) {
            LOG.errorf(error, "A request failed: %s", view.instance());
        }
        return answer;
    }

    /** Whether the cause is a connection that could not be had or was lost, or a server that shuts down or is full. */
    private static boolean databaseAway(@Nullable Throwable error) {
        for (var cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isAway(sql)) {
                return true;
            }
        }
        return false;
    }

    /** Source: PostgreSQL, Appendix A: class 08 connection, 53 resources, 57P operator intervention. */
    private static boolean isAway(SQLException error) {
        var state = error.getSQLState();
        if (state == null) {
            // The pool gives no state when it waited for a connection in vain.
            var message = error.getMessage();
            return message != null && message.contains("timeout");
        }
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
    }
}
