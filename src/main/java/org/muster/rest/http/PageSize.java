package org.muster.rest.http;

/** How many items a page may have, as annotations need it. */
public final class PageSize {

    public static final String LEAST = "1", MOST = "1000", DEFAULT = "100";

    public static final String DESCRIPTION = "The most items of the page";

    private PageSize() {}
}
