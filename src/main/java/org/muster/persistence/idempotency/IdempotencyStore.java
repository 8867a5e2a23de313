package org.muster.persistence.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.hibernate.Session;

/** First answers by the key of their request, for a day. Everything happens in the transaction of the request. */
@ApplicationScoped
public class IdempotencyStore {

    /** How long an answer is kept. */
    public static final Duration KEPT = Duration.ofHours(24);

    private final EntityManager entityManager;
    private final Clock clock;

    IdempotencyStore(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /** Another request had the key. */
    public static final class OtherRequestException extends RuntimeException {
        OtherRequestException() {
            super("The key was used for another request.");
        }
    }

    /** Takes a key until the transaction ends; false where a request with it is under way, in whatever process. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean take(String key) {
        return session()
                .createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended(:key, 1))", Boolean.class)
                .setParameter("key", key)
                .getSingleResult();
    }

    /**
     * The answer to an earlier request with a key.
     *
     * @param fingerprint of the request
     * @throws OtherRequestException when the earlier request was another one
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<StoredResponse> find(String key, byte[] fingerprint) {
        var row = session()
                .createNativeQuery("""
                        select fingerprint, status, location, etag, body from idempotency
                        where key = :key and created > :since""", Object[].class)
                .setParameter("key", key)
                .setParameter("since", clock.instant().minus(KEPT))
                .getResultStream()
                .findFirst();
        if (row.isPresent() && !Arrays.equals((byte[]) row.get()[0], fingerprint)) {
            throw new OtherRequestException();
        }
        return row.map(columns -> new StoredResponse(
                ((Number) columns[1]).intValue(), (String) columns[2], (String) columns[3], (String) columns[4]));
    }

    /** Keeps the answer to a request. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(String key, byte[] fingerprint, StoredResponse answer) {
        session()
                .createNativeMutationQuery("""
                        insert into idempotency (key, fingerprint, status, location, etag, body, created)
                        values (:key, :fingerprint, :status, :location, :etag, :body, :created)
                        on conflict (key) do update set fingerprint = excluded.fingerprint, status = excluded.status,
                          location = excluded.location, etag = excluded.etag, body = excluded.body,
                          created = excluded.created""")
                .setParameter("key", key)
                .setParameter("fingerprint", fingerprint)
                .setParameter("status", answer.status())
                .setParameter("location", answer.location())
                .setParameter("etag", answer.etag())
                .setParameter("body", answer.body())
                .setParameter("created", clock.instant())
                .executeUpdate();
    }

    /** Deletes the answers that are too old. */
    @Transactional
    public int deleteExpired() {
        return session()
                .createNativeMutationQuery("delete from idempotency where created <= :since")
                .setParameter("since", clock.instant().minus(KEPT))
                .executeUpdate();
    }

    /** Deletes the answers that mention an item: the next request with their key is taken for a new one. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void deleteMentioning(String id) {
        session()
                .createNativeMutationQuery("delete from idempotency where position(:quoted in body) > 0")
                .setParameter("quoted", "\"" + id + "\"")
                .executeUpdate();
    }

    private Session session() {
        return entityManager.unwrap(Session.class);
    }
}
