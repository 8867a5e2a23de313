package org.muster.rest.http;

import jakarta.ws.rs.core.HttpHeaders;

/** Headers of requests, as the API's description tells of them. */
public enum RequestHeader {
    IDEMPOTENCY_KEY(
            "IdempotencyKey",
            IdempotentRequests.HEADER,
            "Names the request: a retry with the same key within a day gets the first answer, with %s: true"
                    .formatted(IdempotentRequests.REPLAYED)),
    IF_MATCH(
            "IfMatch",
            HttpHeaders.IF_MATCH,
            "ETag of what was read, or * for whatever stands. A change without it is refused"),
    IF_MATCH_OF_LIST(
            "IfMatchOfList",
            HttpHeaders.IF_MATCH,
            "ETag of what was read, or * for whatever stands. Whatever stands without it"),
    IF_MATCH_OF_PLAN(
            "IfMatchOfPlan",
            HttpHeaders.IF_MATCH,
            "ETag of the plan that was seen, or * for whatever stands. Only a dry run goes without it"),
    IF_NONE_MATCH(
            "IfNoneMatch",
            HttpHeaders.IF_NONE_MATCH,
            "ETag of what the caller has: 304 without a body where it still stands"),
    ACTOR("Actor", CallerFilter.HEADER, "Who calls, for the audit trail: percent-encoded UTF-8; anonymous without it");

    private final String component;
    private final String header;
    private final String description;

    RequestHeader(String component, String header, String description) {
        this.component = component;
        this.header = header;
        this.description = description;
    }

    /** Its name among the components of the API's description. */
    public String component() {
        return component;
    }

    /** Its name in requests. */
    public String header() {
        return header;
    }

    public String description() {
        return description;
    }
}
