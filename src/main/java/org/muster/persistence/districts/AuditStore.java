package org.muster.persistence.districts;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The audit trail: it can be added to and read. */
@ApplicationScoped
public class AuditStore {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int ROWS_AT_ONCE = 5_000;

    private final Session session;

    AuditStore(Session session) {
        this.session = session;
    }

    /** Adds entries, in the transaction of what they tell of. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(String district, List<AuditEntry> entries) {
        for (int first = 0; first < entries.size(); first += ROWS_AT_ONCE) {
            addSome(district, entries.subList(first, Math.min(entries.size(), first + ROWS_AT_ONCE)));
        }
    }

    private void addSome(String district, List<AuditEntry> entries) {
        var rows = JSON.createArrayNode();
        for (var entry : entries) {
            rows.addObject()
                    .put("change", entry.change())
                    .put("at", entry.at().toString())
                    .put("actor", entry.actor())
                    .put("action", entry.action().name())
                    .put("list", entry.list())
                    .put("item", entry.item())
                    .put("fields", String.join(",", entry.fields()));
        }
        session.createNativeMutationQuery("""
                        insert into audit (district, change, at, actor, action, list, item, fields)
                        select :district, change, at, actor, action, list, item, nullif(fields, '')
                        from json_to_recordset(cast(:rows as json)) as new (change bigint, at timestamptz, actor text,
                          action text, list text, item text, fields text)""")
                .setParameter("district", district)
                .setParameter("rows", rows.toString())
                .executeUpdate();
    }

    /**
     * Entries of all districts that have had an identifier, newest first: where one was deleted and made anew, the trail
     * goes on.
     *
     * @param list only of this list; null for all
     * @param item only of this item; null for all
     * @param before only entries with a lower number; null for the newest
     */
    @Transactional
    public List<AuditEntry> list(
            String district, @Nullable String list, @Nullable String item, @Nullable Long before, int limit) {
        return session.createNativeQuery("""
                        select id, change, at, actor, action, list, item, fields from audit
                        where district = :district
                          and (cast(:list as text) is null or list = :list)
                          and (cast(:item as text) is null or item = :item)
                          and id < :before
                        order by id desc""", Object[].class)
                .setParameter("district", district)
                .setParameter("list", list)
                .setParameter("item", item)
                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setMaxResults(limit)
                .getResultStream()
                .map(AuditStore::entry)
                .toList();
    }

    private static AuditEntry entry(Object[] row) {
        var fields = (String) row[7];
        return new AuditEntry(
                ((Number) row[0]).longValue(),
                ((Number) row[1]).longValue(),
                (Instant) row[2],
                (String) row[3],
                AuditEntry.Action.valueOf((String) row[4]),
                (String) row[5],
                (String) row[6],
                fields == null ? List.of() : List.of(fields.split(",", -1)));
    }
}
