package org.muster.persistence.districts;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.muster.problem.Identifier;

/** Districts. Every change in a district locks it first, by {@link #lockForChange}. */
@ApplicationScoped
public class DistrictStore {

    private final DistrictRows districts;

    DistrictStore(DistrictRows districts) {
        this.districts = districts;
    }

    /** The current state of the district. */
    @Transactional
    public Optional<StoredDistrict> find(String id) {
        return canBe(id) ? districts.findByIdOptional(id).map(DistrictRow::toDistrict) : Optional.empty();
    }

    /** The database takes no NUL in a text, even where it only compares. */
    private static boolean canBe(String id) {
        return Identifier.isAllowed(id);
    }

    /**
     * Districts by identifier.
     *
     * @param after only those behind it; null from the first
     * @param limit how many at most
     */
    @Transactional
    public List<StoredDistrict> list(@Nullable String after, int limit) {
        return districts.find("id > ?1", Sort.by("id"), after == null ? "" : after).page(0, limit).stream()
                .map(DistrictRow::toDistrict)
                .toList();
    }

    /** Identifiers of all districts. */
    @Transactional
    public List<String> ids() {
        return districts
                .getEntityManager()
                .createQuery("select id from DistrictRow order by id", String.class)
                .getResultList();
    }

    /**
     * Adds a district.
     *
     * @return empty where the identifier is taken
     */
    @Transactional
    public Optional<StoredDistrict> add(String id, String json, Instant created) {
        long number = nextNumber();
        int added = session()
                .createNativeMutationQuery("""
                        insert into district (id, body, version, changes, created)
                        values (:id, :body, :number, :number, :created) on conflict do nothing""")
                .setParameter("id", id)
                .setParameter("number", number)
                .setParameter("body", json)
                .setParameter("created", created)
                .executeUpdate();
        return added == 0 ? Optional.empty() : Optional.of(new StoredDistrict(id, json, number, number, created));
    }

    /**
     * Waits for changes under way and begins one, which lasts as long as the transaction of the caller.
     *
     * @return the district with the number of the new change; empty where there is no such district
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<StoredDistrict> lockForChange(String id) {
        var row = canBe(id)
                ? districts.getEntityManager().find(DistrictRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                : null;
        if (row == null) {
            return Optional.empty();
        }
        districts.getEntityManager().refresh(row);
        row.changes = nextNumber();
        districts.flush();
        return Optional.of(row.toDistrict());
    }

    /** Waits for changes under way and keeps others from beginning, as long as the transaction of the caller lasts. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<StoredDistrict> lockForReading(String id) {
        var row = canBe(id)
                ? districts.getEntityManager().find(DistrictRow.class, id, LockModeType.PESSIMISTIC_READ)
                : null;
        if (row == null) {
            return Optional.empty();
        }
        districts.getEntityManager().refresh(row);
        return Optional.of(row.toDistrict());
    }

    /** Changes a district that the caller has locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    public StoredDistrict replace(String id, String json) {
        var row = districts.findById(id);
        row.body = json;
        row.version = row.changes;
        return row.toDistrict();
    }

    /** Deletes a district that the caller has locked, with all that is in it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void delete(String id) {
        // References do not vanish with what they point to, and so they go first.
        session()
                .createNativeMutationQuery("delete from item_reference where district = :id")
                .setParameter("id", id)
                .executeUpdate();
        districts.delete("id", id);
    }

    /** A number for audit entries of reads: it needs no lock, so that it does not wait for changes under way. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long numberOfReading() {
        return nextNumber();
    }

    /** A number that no change of any district has had. */
    private long nextNumber() {
        return session()
                .createNativeQuery("select nextval('change_number')", Long.class)
                .getSingleResult();
    }

    private Session session() {
        return districts.getEntityManager().unwrap(Session.class);
    }
}
