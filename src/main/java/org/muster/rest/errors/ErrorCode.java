package org.muster.rest.errors;

import java.util.Locale;

/** What kind of error it is. {@code docs/errors.md} has a line for each; the titles stand in {@code errors*.properties}. */
public enum ErrorCode {
    /** The body is no JSON document. */
    MALFORMED(400),
    /** A parameter of the address or a header has a value that makes no sense. */
    BAD_PARAMETER(400),
    /** A page of somebody else asks, by way of a browser that may. */
    FOREIGN_ORIGIN(403),
    /** Nothing is at this address. */
    NOT_FOUND(404),
    /** The address does not know this method. */
    METHOD_NOT_ALLOWED(405),
    /** None of the accepted media types is offered. */
    NOT_ACCEPTABLE(406),
    /** The request contradicts what stands: an identifier is taken, or others point to an item. */
    CONFLICT(409),
    /** Somebody else has changed it since it was read. */
    STALE(412),
    /** A change needs If-Match. */
    PRECONDITION_REQUIRED(428),
    /** The body did not arrive in time. */
    TOO_SLOW(408),
    /** The body is larger than accepted. */
    TOO_LARGE(413),
    /** The body has a media type or an encoding that is not understood. */
    UNSUPPORTED_MEDIA_TYPE(415),
    /** The request names a host that is not this service. */
    MISDIRECTED(421),
    /** The document could be read, but is not valid. */
    INVALID(422),
    /** An Idempotency-Key was used for another request. */
    KEY_REUSED(422),
    /** Too many plans wait already. */
    QUEUE_FULL(429),
    /** Too many requests are being read already. */
    BUSY(503),
    /** The database cannot be reached. */
    UNAVAILABLE(503),
    /** A request that the framework refuses for another reason. */
    REFUSED(400),
    /** A fault of ours. */
    INTERNAL(500);

    private final int status;

    ErrorCode(int status) {
        this.status = status;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** The code in the API: lower case with hyphens. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
