package org.muster.rest.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.muster.rest.errors.ApiException;
import org.muster.rest.errors.ErrorCode;

/** Which version a caller means to change, by the header {@code If-Match}. */
public final class IfMatch {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");
    private static final String ANY = "*";
    /** No version is negative, so that a tag that was never ours matches none. */
    private static final long NO_VERSION = -1;

    private IfMatch() {}

    /**
     * The version; empty for whatever stands.
     *
     * @throws ApiException when the header is missing
     */
    public static OptionalLong require(HttpHeaders headers) {
        var header = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (header == null || header.isBlank()) {
            throw ApiException.of(ErrorCode.PRECONDITION_REQUIRED, "precondition-required.if-match");
        }
        return read(header);
    }

    /** The version; empty for whatever stands, which no header means too. */
    public static OptionalLong find(HttpHeaders headers) {
        var header = headers.getHeaderString(HttpHeaders.IF_MATCH);
        return header == null || header.isBlank() ? OptionalLong.empty() : read(header);
    }

    private static OptionalLong read(String header) {
        if (header.strip().equals(ANY)) {
            return OptionalLong.empty();
        }
        var tag = TAG.matcher(header.strip());
        return OptionalLong.of(tag.matches() ? Long.parseLong(tag.group(1)) : NO_VERSION);
    }
}
