package org.muster.registry.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.muster.persistence.districts.DistrictStore;
import org.muster.solving.maintenance.DailyMaintenance;

/** Erases, once a day, what is older than the retention of each district. */
@ApplicationScoped
class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);

    private final DistrictStore districts;
    private final Erasures erasures;

    Retention(DistrictStore districts, Erasures erasures) {
        this.districts = districts;
        this.erasures = erasures;
    }

    void tidy(@Observes DailyMaintenance event) {
        for (var district : districts.ids()) {
            tidy(district);
        }
    }

    /** A failure in one district must not stop retention in the others. */
    private void tidy(String district) {
        try {
            int erased = erasures.deleteExpired(district);
            if (erased > 0) {
                LOG.infof("The district %s has erased %d people, as its retention asks for.", district, erased);
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "The district %s could not forget what is old; it is tried again tomorrow.", district);
        }
    }
}
