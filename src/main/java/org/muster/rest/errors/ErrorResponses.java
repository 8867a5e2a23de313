package org.muster.rest.errors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.problem.Fault;
import org.muster.problem.InputTooLargeException;
import org.muster.problem.InvalidInputException;
import org.muster.problem.UnreadableInputException;

/** Makes the answers to requests that are refused. */
@ApplicationScoped
class ErrorResponses {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final String TEXTS = "org.muster.rest.errors";
    private static final String PAGE = "/docs/errors.md#";

    Response of(ApiException error, Locale language) {
        var view = view(error.code(), error.code().status(), error.detail(), error.values(), language);
        return response(view, language, error.retryAfter());
    }

    Response of(UnreadableInputException error, Locale language) {
        var view = view(
                ErrorCode.MALFORMED,
                ErrorCode.MALFORMED.status(),
                "malformed." + id(error.reason()),
                List.of(error.line(), error.column(), error.pointer()),
                language);
        return response(view, language, null);
    }

    Response of(InputTooLargeException error, Locale language) {
        var view = view(
                ErrorCode.TOO_LARGE,
                ErrorCode.TOO_LARGE.status(),
                "too-large." + id(error.measure()),
                List.of(error.limit()),
                language);
        return response(view, language, null);
    }

    Response of(InvalidInputException error, Locale language) {
        var view =
                view(ErrorCode.INVALID, ErrorCode.INVALID.status(), "invalid.faults", List.of(error.count()), language);
        var faults = error.faults().stream().map(fault -> view(fault, language)).toList();
        return response(
                new ErrorView(
                        view.type(),
                        view.title(),
                        view.status(),
                        view.detail(),
                        view.instance(),
                        view.code(),
                        error.count(),
                        faults),
                language,
                null);
    }

    /** A refusal of the framework, which knows no more than a status. */
    Response ofStatus(int status, Locale language) {
        return response(viewOfStatus(status, language), language, null);
    }

    ErrorView viewOfStatus(int status, Locale language) {
        var code = codeOf(status);
        return view(code, status, code.id() + ".framework", List.of(status), language);
    }

    private static ErrorCode codeOf(int status) {
        return switch (status) {
            case 404 -> ErrorCode.NOT_FOUND;
            case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
            case 406 -> ErrorCode.NOT_ACCEPTABLE;
            case 408 -> ErrorCode.TOO_SLOW;
            case 413 -> ErrorCode.TOO_LARGE;
            case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> ErrorCode.UNAVAILABLE;
            default -> status < 500 ? ErrorCode.REFUSED : ErrorCode.INTERNAL;
        };
    }

    private static ErrorView view(ErrorCode code, int status, String detail, List<?> values, Locale language) {
        var texts = texts(language);
        return new ErrorView(
                PAGE + code.id(),
                texts.getString(code.id() + ".title"),
                status,
                new MessageFormat(texts.getString(detail), language).format(values.toArray()),
                "urn:uuid:" + UUID.randomUUID(),
                code.id(),
                null,
                null);
    }

    private static ErrorView.FaultView view(Fault fault, Locale language) {
        return new ErrorView.FaultView(
                fault.pointer(), fault.code().id(), FaultTexts.textOf(fault, language), fault.params());
    }

    private static ResourceBundle texts(Locale language) {
        return ResourceBundle.getBundle(
                TEXTS, language, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Response response(ErrorView view, Locale language, @Nullable Duration retryAfter) {
        var response = Response.status(view.status())
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, Language.tag(language))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .entity(view);
        if (retryAfter != null) {
            response.header(HttpHeaders.RETRY_AFTER, retryAfter.toSeconds());
        }
        return response.build();
    }

    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
