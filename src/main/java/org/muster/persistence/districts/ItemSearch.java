package org.muster.persistence.districts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.muster.district.ItemField;
import org.muster.persistence.districts.ItemStore.FoundItem;

/** One query for items. Fields come from a fixed list, values are parameters: no text of a caller becomes SQL. */
final class ItemSearch {

    private static final String LEAST_NUMBER = "-1";
    private static final Set<String> NAMES = Set.of("name", "subdistrict");

    private final Session session;
    private final ItemQuery query;
    private final String collation;
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /** Prepares a query, with the collation by which names are sorted. */
    ItemSearch(Session session, String district, ItemQuery query, String collation) {
        this.session = session;
        this.query = query;
        this.collation = collation;
        parameters.put("district", district);
        parameters.put("list", query.list().field());
    }

    List<FoundItem> list(int limit) {
        var columns = new ArrayList<>(List.of("i.id", "cast(i.body as text)", "i.version"));
        query.order().forEach(order -> columns.add("cast(" + compared(order.field()) + " as text)"));
        var sql = "select %s from item i where %s%s order by %s"
                .formatted(String.join(", ", columns), conditions(), afterPlace(), order());
        var found = new ArrayList<FoundItem>();
        for (var row : bind(session.createNativeQuery(sql, Object[].class))
                .setMaxResults(limit)
                .getResultList()) {
            found.add(item(row));
        }
        return found;
    }

    private FoundItem item(Object[] row) {
        var item = new StoredItem(query.list(), (String) row[0], (String) row[1], ((Number) row[2]).longValue());
        var sortedBy = Arrays.stream(row, 3, row.length).map(Objects::toString).toList();
        return new FoundItem(item, sortedBy);
    }

    long count() {
        var sql = "select count(*) from item i where " + conditions();
        return bind(session.createNativeQuery(sql, Long.class)).getSingleResult();
    }

    private <T> NativeQuery<T> bind(NativeQuery<T> bound) {
        parameters.forEach(bound::setParameter);
        return bound;
    }

    private String conditions() {
        var conditions = new ArrayList<>(List.of("i.district = :district", "i.list = :list"));
        if (query.text() != null) {
            parameters.put("text", query.text());
            conditions.add(
                    "(position(lower(:text) in lower(i.id)) > 0 or position(lower(:text) in lower(i.body ->> 'name')) > 0)");
        }
        for (int number = 0; number < query.filters().size(); number++) {
            var filter = query.filters().get(number);
            parameters.put("filter" + number, filter.value());
            conditions.add(condition(filter.field(), ":filter" + number));
        }
        return String.join(" and ", conditions);
    }

    private static String condition(ItemField field, String value) {
        return switch (field.kind()) {
            case TEXT, NUMBER -> "i.body ->> '%s' = %s".formatted(field.name(), value);
            case REFERENCE, REFERENCES -> """
                    exists (select 1 from item_reference r
                            where r.district = i.district and r.list = i.list and r.item = i.id
                              and r.field = '%s' and r.target = %s)""".formatted(field.name(), value);
        };
    }

    /**
     * What is sorted by: missing texts come first, and so do missing numbers, of which none is below 0. Texts that differ
     * are never equal in any of the collations, so that a place between two items is a place in all pages.
     */
    private String compared(ItemField field) {
        return switch (field.kind()) {
            case NUMBER -> "coalesce(cast(i.body ->> '%s' as numeric), %s)".formatted(field.name(), LEAST_NUMBER);
            case TEXT, REFERENCE, REFERENCES ->
                "coalesce(i.body ->> '%s', '') collate %s".formatted(field.name(), collationOf(field));
        };
    }

    /** Names, and identifiers that may be names, are sorted as people do; words of ours and times as they are written. */
    private String collationOf(ItemField field) {
        boolean isName = field.kind() != ItemField.Kind.TEXT || NAMES.contains(field.name());
        return isName ? collation : "\"C\"";
    }

    private String order() {
        var order = new ArrayList<String>();
        query.order().forEach(each -> order.add(compared(each.field()) + (each.descending() ? " desc" : "")));
        order.add("i.id collate \"C\"");
        return String.join(", ", order);
    }

    private String afterPlace() {
        var after = query.after();
        if (after == null) {
            return "";
        }
        var ways = new ArrayList<String>();
        var equal = new StringBuilder();
        for (int number = 0; number < query.order().size(); number++) {
            var order = query.order().get(number);
            parameters.put("after" + number, after.values().get(number));
            var value = order.field().kind() == ItemField.Kind.NUMBER
                    ? "cast(:after%d as numeric)".formatted(number)
                    : ":after" + number;
            var compared = compared(order.field());
            ways.add("(%s%s %s %s)".formatted(equal, compared, order.descending() ? "<" : ">", value));
            equal.append("%s = %s and ".formatted(compared, value));
        }
        parameters.put("afterId", after.id());
        ways.add("(%si.id collate \"C\" > :afterId)".formatted(equal));
        return " and (" + String.join(" or ", ways) + ")";
    }
}
