package org.muster.rest.http;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was found of a list for one page.
 *
 * @param next path of the page behind it; null for the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /**
     * A page of what was found.
     *
     * @param found from the first item of the page on; more than {@code size} where there is a next page
     * @param size the most items of the page
     * @param place what a cursor says of the last item, see {@link Cursor}
     */
    public static <T> Page<T> of(List<T> found, int size, UriInfo uri, Function<T, List<String>> place) {
        if (found.size() <= size) {
            return new Page<>(found, null);
        }
        var items = found.subList(0, size);
        return new Page<>(items, Cursor.next(uri, place.apply(items.getLast())));
    }
}
