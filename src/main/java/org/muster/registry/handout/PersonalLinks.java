package org.muster.registry.handout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.muster.district.DistrictList;
import org.muster.persistence.districts.AuditEntry.Action;
import org.muster.persistence.districts.DistrictStore;
import org.muster.persistence.districts.ItemStore;
import org.muster.persistence.districts.PersonalLinkStore;
import org.muster.persistence.districts.PersonalLinkStore.Holder;
import org.muster.persistence.plans.Plan;
import org.muster.registry.AuditTrail;
import org.muster.registry.RegistryException.UnknownDistrict;
import org.muster.registry.RegistryException.UnknownItem;
import org.muster.solving.maintenance.DailyMaintenance;

/**
 * Links by which cadres see their own duties, and no others. The secret part of a link is random and is told once, when
 * the link is made; what is stored is its hash. A person may have any number of links, and each use prolongs one.
 */
@ApplicationScoped
public class PersonalLinks {

    private static final Logger LOG = Logger.getLogger(PersonalLinks.class);
    private static final String HASH = "SHA-256";
    private static final int SECRET_BYTES = 32;
    private static final int SECRET_LENGTH = 43;

    private final PersonalLinkStore store;
    private final DistrictStore districts;
    private final ItemStore items;
    private final AuditTrail audit;
    private final Duration life;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PersonalLinks(
            PersonalLinkStore store,
            DistrictStore districts,
            ItemStore items,
            AuditTrail audit,
            LinkConfig config,
            Clock clock) {
        if (config.days() < 1) {
            throw new IllegalStateException("muster.links.days is %d; it must be 1 or more.".formatted(config.days()));
        }
        this.store = store;
        this.districts = districts;
        this.items = items;
        this.audit = audit;
        this.life = Duration.ofDays(config.days());
        this.clock = clock;
    }

    /**
     * Makes a new link for each of some cadres. For a plan of a district's rounds it is a link of the district, which
     * shows what stands there; for a plan that came as a whole problem it shows that plan.
     *
     * @param plan in which the cadres are
     * @return the secret parts by cadre, without cadres who are in the district's list no longer
     */
    public Map<String, String> make(Plan plan, Collection<String> cadres) {
        var secrets = new HashMap<String, String>();
        var hashes = new HashMap<String, byte[]>();
        for (var cadre : cadres) {
            var secret = newSecret();
            secrets.put(cadre, secret);
            hashes.put(cadre, hash(secret));
        }
        var now = clock.instant();
        var origin = plan.origin();
        var made = origin == null
                ? store.add(plan.id(), hashes, now, now.plus(life))
                : store.add(origin.district(), hashes, now, now.plus(life));
        secrets.keySet().retainAll(made);
        return secrets;
    }

    private String newSecret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance(HASH).digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has %s.".formatted(HASH), e);
        }
    }

    /** Whose link has a secret part; its end moves. Empty where there is no such link, or no longer. */
    public Optional<Holder> use(String secret) {
        if (secret.length() != SECRET_LENGTH) {
            return Optional.empty();
        }
        var now = clock.instant();
        return store.use(hash(secret), now, now.plus(life));
    }

    /**
     * Ends all links of a cadre of a district.
     *
     * @return how many there were
     * @throws UnknownItem when the cadre is not in the list; then there are no links either
     */
    @Transactional
    public int revoke(String district, String cadre) {
        var change = districts.lockForChange(district).orElseThrow(() -> new UnknownDistrict(district));
        if (items.find(district, DistrictList.CADRES, cadre).isEmpty()) {
            throw new UnknownItem(DistrictList.CADRES, cadre);
        }
        int revoked = store.delete(district, cadre);
        audit.note(district, change.changes(), Action.REVOKED, DistrictList.CADRES.field(), cadre, List.of("link"));
        return revoked;
    }

    /** A link that has ended shows nothing already; a failure here must not stop what else is done that night. */
    void tidy(@Observes DailyMaintenance event) {
        try {
            int ended = store.deleteEnded(clock.instant());
            if (ended > 0) {
                LOG.infof("%d personal links had ended and were deleted.", ended);
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "Personal links that have ended could not be deleted; it is tried again tomorrow.");
        }
    }
}
