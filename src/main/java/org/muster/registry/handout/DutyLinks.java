package org.muster.registry.handout;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.persistence.districts.LinkKeyStore;

/** Links by which cadres see their own duties, and no others. */
@ApplicationScoped
public class DutyLinks {

    private final LinkKeyStore keys;
    private volatile @Nullable LinkCipher cipher;

    DutyLinks(LinkKeyStore keys) {
        this.keys = keys;
    }

    /** Whose duties in which plan a link shows. */
    public record Target(UUID plan, String cadre) {}

    /** The secret part of the link. It stays the same. */
    public String tokenOf(Target target) {
        return cipher().tokenOf(new LinkCipher.Target(target.plan(), target.cadre()));
    }

    /** What a link shows; empty where this service did not make it. The plan may be gone, and the cadre erased. */
    public Optional<Target> read(String token) {
        return cipher().read(token).map(target -> new Target(target.plan(), target.cadre()));
    }

    private LinkCipher cipher() {
        var known = cipher;
        if (known == null) {
            known = new LinkCipher(keys.key());
            cipher = known;
        }
        return known;
    }
}
