package org.muster.rest.errors;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request that is refused, with what the caller should know about it. */
public final class ApiException extends RuntimeException {

    private final ErrorCode code;
    private final String detail;
    private final transient List<Object> values;
    private final @Nullable Duration retryAfter;

    private ApiException(ErrorCode code, String detail, @Nullable Duration retryAfter, List<Object> values) {
        super("%s (%s)".formatted(code, detail));
        this.code = code;
        this.detail = detail;
        this.retryAfter = retryAfter;
        this.values = List.copyOf(values);
    }

    /**
     * Refuses a request.
     *
     * @param detail key of the sentence in {@code errors*.properties}
     * @param values what the sentence names, never personal data
     */
    public static ApiException of(ErrorCode code, String detail, Object... values) {
        return new ApiException(code, detail, null, List.of(values));
    }

    /** Refuses a request that may well be accepted a little later. */
    public static ApiException later(ErrorCode code, String detail, Duration retryAfter, Object... values) {
        return new ApiException(code, detail, retryAfter, List.of(values));
    }

    /** Refuses a request because others have all that it needs, which takes seconds. */
    public static ApiException busy() {
        return later(ErrorCode.BUSY, "busy.requests", Duration.ofSeconds(5));
    }

    /** There is no plan with this identifier. */
    public static ApiException noSuchPlan(UUID id) {
        return noSuchPlan(id.toString());
    }

    static ApiException noSuchPlan(String id) {
        return of(ErrorCode.NOT_FOUND, "not-found.plan", Shown.of(id));
    }

    public ErrorCode code() {
        return code;
    }

    String detail() {
        return detail;
    }

    List<Object> values() {
        return values;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
