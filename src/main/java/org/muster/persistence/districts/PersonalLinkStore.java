package org.muster.persistence.districts;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.muster.persistence.database.JsonTexts;

/**
 * Personal links, known by the hashes of their secret parts. Links of a district are deleted with its cadres, those of a
 * plan with the plan.
 */
@ApplicationScoped
public class PersonalLinkStore {

    /** However often a link is used, that is noted no sooner than this after the last note. */
    private static final Duration BETWEEN_NOTES = Duration.ofDays(1);

    private final EntityManager entityManager;

    PersonalLinkStore(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * Whose link it is.
     *
     * @param district of the cadre; null where the link shows a plan
     * @param plan that the link shows; null where it shows what stands in a district
     */
    public record Holder(
            @Nullable String district, @Nullable UUID plan, String cadre) {}

    /**
     * Adds a link for each of some cadres of a district.
     *
     * @param hashes by cadre
     * @return the cadres that the district has; the others get no link
     */
    @Transactional
    public Set<String> add(String district, Map<String, byte[]> hashes, Instant made, Instant ends) {
        // The lock makes a deletion of a cadre wait, or be seen.
        return added(
                session().createNativeQuery("""
                        insert into personal_link (hash, district, cadre, made, ends)
                        select decode(new.hash, 'hex'), item.district, item.id, :made, :ends
                        from item join json_each_text(cast(:hashes as json)) as new (cadre, hash) on new.cadre = item.id
                        where item.district = :district and item.list = 'cadres'
                        for key share of item
                        returning cadre""", String.class).setParameter("district", district), hashes, made, ends);
    }

    /**
     * Adds a link for each of some cadres of a plan.
     *
     * @param hashes by cadre
     * @return the cadres that have one: all, or none where the plan is gone
     */
    @Transactional
    public Set<String> add(UUID plan, Map<String, byte[]> hashes, Instant made, Instant ends) {
        return added(session().createNativeQuery("""
                        insert into personal_link (hash, plan, cadre, made, ends)
                        select decode(new.hash, 'hex'), plan.id, new.cadre, :made, :ends
                        from plan cross join json_each_text(cast(:hashes as json)) as new (cadre, hash)
                        where plan.id = :plan
                        for key share of plan
                        returning cadre""", String.class).setParameter("plan", plan), hashes, made, ends);
    }

    private static Set<String> added(
            NativeQuery<String> insert, Map<String, byte[]> hashes, Instant made, Instant ends) {
        return new HashSet<>(insert.setParameter("hashes", hex(hashes))
                .setParameter("made", made)
                .setParameter("ends", ends)
                .getResultList());
    }

    private static String hex(Map<String, byte[]> hashes) {
        return JsonTexts.write(hashes.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, each -> HexFormat.of().formatHex(each.getValue()))));
    }

    /**
     * Finds whose link has a hash, and notes that it was used.
     *
     * @param ends the end of a link that is used now
     * @return empty where there is no such link, or it has ended
     */
    @Transactional
    public Optional<Holder> use(byte[] hash, Instant now, Instant ends) {
        var found = session()
                .createNativeQuery("""
                        select district, plan, cadre, used is null or used <= :noted from personal_link
                        where hash = :hash and ends > :now""", Object[].class)
                .setParameter("hash", hash)
                .setParameter("now", now)
                .setParameter("noted", now.minus(BETWEEN_NOTES))
                .getResultStream()
                .findFirst();
        if (found.isPresent() && (Boolean) found.get()[3]) {
            note(hash, now, ends);
        }
        return found.map(row -> new Holder((String) row[0], (UUID) row[1], (String) row[2]));
    }

    private void note(byte[] hash, Instant now, Instant ends) {
        session()
                .createNativeMutationQuery("update personal_link set used = :now, ends = :ends where hash = :hash")
                .setParameter("hash", hash)
                .setParameter("now", now)
                .setParameter("ends", ends)
                .executeUpdate();
    }

    /** Ends all links of a cadre of a district; how many there were. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int delete(String district, String cadre) {
        return session()
                .createNativeMutationQuery("delete from personal_link where district = :district and cadre = :cadre")
                .setParameter("district", district)
                .setParameter("cadre", cadre)
                .executeUpdate();
    }

    /** Deletes links that have ended; how many there were. */
    @Transactional
    public int deleteEnded(Instant now) {
        return session()
                .createNativeMutationQuery("delete from personal_link where ends <= :now")
                .setParameter("now", now)
                .executeUpdate();
    }

    private Session session() {
        return entityManager.unwrap(Session.class);
    }
}
