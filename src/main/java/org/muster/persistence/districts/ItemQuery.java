package org.muster.persistence.districts;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.muster.district.DistrictList;
import org.muster.district.ItemField;

/**
 * Which items of a list to show, and in which order.
 *
 * @param text only items whose identifier or name contains it, whatever the case; null for all
 * @param filters all of which an item has to meet
 * @param order what to sort by, the most important first; the identifier decides in the end
 * @param language in which names are sorted as people do
 * @param after only items behind this place, in the same order; null from the first
 */
public record ItemQuery(
        DistrictList list,
        @Nullable String text,
        List<Filter> filters,
        List<Order> order,
        Locale language,
        @Nullable Place after) {

    /** A field that has a value, or one of whose values it is. */
    public record Filter(ItemField field, String value) {}

    /** A field to sort by. */
    public record Order(ItemField field, boolean descending) {}

    /**
     * Where a page ended.
     *
     * @param values of the fields that are sorted by, as they are compared
     */
    public record Place(List<String> values, String id) {

        public Place {
            values = List.copyOf(values);
        }
    }

    public ItemQuery {
        filters = List.copyOf(filters);
        order = List.copyOf(order);
    }
}
