package org.muster.persistence.districts;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.muster.district.DistrictList;
import org.muster.persistence.database.Collations;
import org.muster.persistence.database.JsonTexts;
import org.muster.problem.Identifier;

/** The items of districts. What changes them needs the lock of {@link DistrictStore#lockForChange}. */
@ApplicationScoped
public class ItemStore {

    private static final JsonMapper JSON = new JsonMapper();
    /** Rows that go to the database in one statement. */
    private static final int ROWS_AT_ONCE = 5_000;

    private final ItemRows items;
    private final Collations collations;

    ItemStore(ItemRows items, Collations collations) {
        this.items = items;
        this.collations = collations;
    }

    /** The current state of the item. */
    @Transactional
    public Optional<StoredItem> find(String district, DistrictList list, String id) {
        // The database takes no NUL in a text, even where it only compares.
        return Identifier.isAllowed(id)
                ? items.findByIdOptional(new ItemRow.Key(district, list.field(), id))
                        .map(ItemRow::toItem)
                : Optional.empty();
    }

    /**
     * Some of the items of a list.
     *
     * @param limit how many at most
     */
    @Transactional
    public List<FoundItem> list(String district, ItemQuery query, int limit) {
        return search(district, query).list(limit);
    }

    /** How many items a query finds, from the first. */
    @Transactional
    public long count(String district, ItemQuery query) {
        return search(district, query).count();
    }

    private ItemSearch search(String district, ItemQuery query) {
        return new ItemSearch(session(), district, query, collations.of(query.language(), session()));
    }

    /** Everything in a list, by identifier. */
    @Transactional
    public Map<String, StoredItem> all(String district, DistrictList list) {
        var all = new LinkedHashMap<String, StoredItem>();
        session()
                .createNativeQuery("""
                        select id, cast(body as text), version from item
                        where district = :district and list = :list order by id""", Object[].class)
                .setParameter("district", district)
                .setParameter("list", list.field())
                .getResultStream()
                .map(row -> item(list, row))
                .forEach(item -> all.put(item.id(), item));
        return all;
    }

    /** How many items each list has; lists without any are left out. */
    @Transactional
    public Map<DistrictList, Long> counts(String district) {
        var counts = new LinkedHashMap<DistrictList, Long>();
        session()
                .createQuery(
                        "select list, count(*) from ItemRow where district = :district group by list", Object[].class)
                .setParameter("district", district)
                .getResultStream()
                .forEach(row ->
                        counts.put(DistrictList.findByField((String) row[0]).orElseThrow(), (Long) row[1]));
        return counts;
    }

    /** Those of some items that a list has, by identifier. */
    @Transactional
    public Map<String, StoredItem> some(String district, DistrictList list, Collection<String> ids) {
        var some = new LinkedHashMap<String, StoredItem>();
        session()
                .createNativeQuery("""
                        select id, cast(body as text), version from item
                        where district = :district and list = :list
                          and id in (select json_array_elements_text(cast(:ids as json))) order by id""", Object[].class)
                .setParameter("district", district)
                .setParameter("list", list.field())
                .setParameter("ids", JsonTexts.write(ids))
                .getResultStream()
                .map(row -> item(list, row))
                .forEach(item -> some.put(item.id(), item));
        return some;
    }

    private static StoredItem item(DistrictList list, Object[] row) {
        return new StoredItem(list, (String) row[0], (String) row[1], ((Number) row[2]).longValue());
    }

    /** Those of some identifiers that a list has. */
    @Transactional
    public Set<String> existing(String district, DistrictList list, Collection<String> ids) {
        var found = session()
                .createNativeQuery("""
                        select id from item
                        where district = :district and list = :list
                          and id in (select json_array_elements_text(cast(:ids as json)))""", String.class)
                .setParameter("district", district)
                .setParameter("list", list.field())
                .setParameter("ids", JsonTexts.write(ids))
                .getResultList();
        return new HashSet<>(found);
    }

    /** The phones of the cadres that have one, by identifier of the cadre. */
    @Transactional
    public Map<String, String> phones(String district) {
        return session()
                .createNativeQuery("""
                        select id, body ->> 'phone' from item
                        where district = :district and list = 'cadres' and body ->> 'phone' is not null""", Object[].class)
                .setParameter("district", district)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    /** Cadres whose last service day lies before a date. */
    @Transactional
    public List<String> cadresServingUntil(String district, LocalDate before) {
        return session()
                .createNativeQuery("""
                        select id from item where district = :district and list = 'cadres'
                          and body ->> 'lastServiceDay' < :before order by id""", String.class)
                .setParameter("district", district)
                .setParameter("before", before.toString())
                .getResultList();
    }

    /** Number of the last change of a list; 0 before the first. */
    @Transactional
    public long revision(String district, DistrictList list) {
        return session()
                .createNativeQuery(
                        "select revision from list_revision where district = :district and list = :list", Long.class)
                .setParameter("district", district)
                .setParameter("list", list.field())
                .getResultStream()
                .findFirst()
                .orElse(0L);
    }

    /**
     * Who points to some items of a list.
     *
     * @param limit how many are listed at most
     */
    @Transactional
    public List<Referrer> referrers(String district, DistrictList list, Collection<String> ids, int limit) {
        return session()
                .createNativeQuery("""
                        select list, item, field, target from item_reference
                        where district = :district and target_list = :list
                          and target in (select json_array_elements_text(cast(:ids as json)))
                        order by target, list, item, field limit :limit""", Object[].class)
                .setParameter("district", district)
                .setParameter("list", list.field())
                .setParameter("ids", JsonTexts.write(ids))
                .setParameter("limit", limit)
                .getResultStream()
                .map(row -> new Referrer(
                        DistrictList.findByField((String) row[0]).orElseThrow(),
                        (String) row[1],
                        (String) row[2],
                        (String) row[3]))
                .toList();
    }

    /** How often some items of a list are pointed to. */
    @Transactional
    public long countReferrers(String district, DistrictList list, Collection<String> ids) {
        return session()
                .createNativeQuery("""
                                select count(*) from item_reference
                                where district = :district and target_list = :list
                                  and target in (select json_array_elements_text(cast(:ids as json)))""", Long.class)
                .setParameter("district", district)
                .setParameter("list", list.field())
                .setParameter("ids", JsonTexts.write(ids))
                .getSingleResult();
    }

    /** Adds items, or replaces those that have the same identifiers. What they point to must be there. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void put(String district, DistrictList list, List<ItemWrite> writes, long change) {
        for (int first = 0; first < writes.size(); first += ROWS_AT_ONCE) {
            putSome(district, list, writes.subList(first, Math.min(writes.size(), first + ROWS_AT_ONCE)), change);
        }
        revise(district, list, change);
    }

    private void putSome(String district, DistrictList list, List<ItemWrite> writes, long change) {
        var bodies = new StringBuilder("[");
        var references = JSON.createArrayNode();
        for (var write : writes) {
            bodies.append(bodies.length() == 1 ? "" : ",").append(write.json());
            addReferences(references, write);
        }
        session()
                .createNativeMutationQuery("""
                        insert into item (district, list, id, body, version)
                        select :district, :list, body ->> 'id', body, :change
                        from json_array_elements(cast(:bodies as json)) as new (body)
                        on conflict (district, list, id)
                        do update set body = excluded.body, version = excluded.version""")
                .setParameter("district", district)
                .setParameter("list", list.field())
                .setParameter("change", change)
                .setParameter("bodies", bodies.append(']').toString())
                .executeUpdate();
        session()
                .createNativeMutationQuery("""
                        delete from item_reference where district = :district and list = :list
                          and item in (select json_array_elements_text(cast(:ids as json)))""")
                .setParameter("district", district)
                .setParameter("list", list.field())
                .setParameter(
                        "ids",
                        JsonTexts.write(writes.stream().map(ItemWrite::id).toList()))
                .executeUpdate();
        session()
                .createNativeMutationQuery("""
                        insert into item_reference (district, list, item, field, target_list, target)
                        select distinct :district, :list, item, field, list, target
                        from json_to_recordset(cast(:references as json))
                          as new (item text, field text, list text, target text)""")
                .setParameter("district", district)
                .setParameter("list", list.field())
                .setParameter("references", references.toString())
                .executeUpdate();
    }

    private static void addReferences(ArrayNode references, ItemWrite write) {
        for (var reference : write.references()) {
            references
                    .addObject()
                    .put("item", write.id())
                    .put("field", reference.field())
                    .put("list", reference.target().field())
                    .put("target", reference.id());
        }
    }

    /** Deletes items to which nothing points any longer. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void delete(String district, DistrictList list, Collection<String> ids, long change) {
        session()
                .createNativeMutationQuery("""
                        delete from item where district = :district and list = :list
                          and id in (select json_array_elements_text(cast(:ids as json)))""")
                .setParameter("district", district)
                .setParameter("list", list.field())
                .setParameter("ids", JsonTexts.write(ids))
                .executeUpdate();
        revise(district, list, change);
    }

    private void revise(String district, DistrictList list, long change) {
        session()
                .createNativeMutationQuery("""
                        insert into list_revision (district, list, revision) values (:district, :list, :change)
                        on conflict (district, list) do update set revision = excluded.revision""")
                .setParameter("district", district)
                .setParameter("list", list.field())
                .setParameter("change", change)
                .executeUpdate();
    }

    private Session session() {
        return items.getEntityManager().unwrap(Session.class);
    }

    /**
     * An item that was found.
     *
     * @param sortedBy the values of the fields that were sorted by, as they were compared
     */
    public record FoundItem(StoredItem item, List<String> sortedBy) {}
}
