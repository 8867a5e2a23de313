package org.muster.rest.http;

/** Media types that several resources take or give and that {@code jakarta.ws.rs} does not name. */
public final class MediaTypes {

    public static final String CSV = "text/csv";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    /** A JSON merge patch (RFC 7396). */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    private MediaTypes() {}
}
