package org.muster.rest.http;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.muster.persistence.idempotency.CreationPlace;

/** Which page of a list a caller wants. */
public class PageRequest {

    @QueryParam("cursor")
    @Parameter(description = "Where the page begins: the cursor in next of an earlier page; the first page without it")
    @Nullable
    Cursor cursor;

    @QueryParam("limit")
    @DefaultValue(PageSize.DEFAULT)
    @Parameter(description = PageSize.DESCRIPTION)
    @Schema(minimum = PageSize.LEAST, maximum = PageSize.MOST)
    int limit;

    /** The most items of the page. */
    public int size() {
        return limit;
    }

    /** Where the page begins; null for the first page. */
    public @Nullable Cursor cursor() {
        return cursor;
    }

    /** The only text of the cursor; null for the first page. */
    public @Nullable String after() {
        return cursor == null ? null : cursor.texts(1).getFirst();
    }

    /** The place that the cursor tells of; null for the first page. */
    public @Nullable CreationPlace place() {
        return cursor == null ? null : cursor.place();
    }
}
