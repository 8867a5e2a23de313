package org.muster.persistence.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * What a request was answered when it came for the first time.
 *
 * @param status the HTTP status
 * @param location the header; null where there was none
 * @param etag the header, without quotes; null where there was none
 * @param body JSON; null where there was none
 */
public record StoredResponse(
        int status,
        @Nullable String location,
        @Nullable String etag,
        @Nullable String body) {}
