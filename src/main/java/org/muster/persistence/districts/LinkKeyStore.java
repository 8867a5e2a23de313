package org.muster.persistence.districts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.hibernate.Session;

/** The key that links to duties are encrypted with. */
@ApplicationScoped
public class LinkKeyStore {

    private final EntityManager entityManager;

    LinkKeyStore(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** 32 bytes, the same as long as the database exists. */
    @Transactional
    public byte[] key() {
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery("select key from link_key", byte[].class)
                .getSingleResult();
    }
}
