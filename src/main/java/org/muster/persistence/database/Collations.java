package org.muster.persistence.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * In which order the database sorts names: as people of a language do, where it knows that order (PostgreSQL with ICU),
 * else by the numbers of their characters.
 */
@ApplicationScoped
public class Collations {

    private static final Logger LOG = Logger.getLogger(Collations.class);
    private static final String BY_NUMBER = "\"C\"", CHINESE = "zh-x-icu", ENGLISH = "en-x-icu";

    /** Null until the database has been asked. A database does not lose an order while it runs. */
    private volatile @Nullable Set<String> known;

    /** The collation of a language, as SQL names it. */
    public String of(Locale language, Session session) {
        String wanted = language.getLanguage().equals(Locale.CHINESE.getLanguage()) ? CHINESE : ENGLISH;
        var there = known;
        if (there == null) {
            there = ask(session);
            known = there;
        }
        return there.contains(wanted) ? "\"" + wanted + "\"" : BY_NUMBER;
    }

    private static Set<String> ask(Session session) {
        var found = new HashSet<>(session.createNativeQuery("""
                        select collname from pg_catalog.pg_collation
                        where collname in (:chinese, :english) and getdatabaseencoding() = 'UTF8'
                          and collnamespace = (select n.oid from pg_catalog.pg_namespace n where nspname = 'pg_catalog')""", String.class)
                .setParameter("chinese", CHINESE)
                .setParameter("english", ENGLISH)
                .getResultList());
        if (found.size() < 2) {
            LOG.warnf(
                    "The database does not know how people sort names (of %s and %s it has %s): names are sorted by the"
                            + " numbers of their characters. It needs ICU and the encoding UTF8.",
                    CHINESE, ENGLISH, found);
        }
        return Set.copyOf(found);
    }
}
