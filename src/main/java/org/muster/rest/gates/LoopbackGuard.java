package org.muster.rest.gates;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sees to it that nobody opens the service to others by mistake: there are no accounts yet, and the data are personal.
 */
@ApplicationScoped
final class LoopbackGuard {

    private static final Logger LOG = Logger.getLogger(LoopbackGuard.class);

    private final String host;
    private final boolean openAccess;

    LoopbackGuard(
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "muster.allow-open-access") boolean openAccess) {
        this.host = host;
        this.openAccess = openAccess;
    }

    void check(@Observes @Priority(1) StartupEvent event) throws UnknownHostException {
        if (isLoopback(host)) {
            LOG.infof("Only this machine may call: the service listens on %s, and nobody is asked who they are.", host);
        } else if (openAccess) {
            LOG.warnf(
                    "Everybody who reaches %s may read and change everything: muster.allow-open-access is set.", host);
        } else {
            throw new IllegalStateException(
                    "The service would listen on %s, where anybody could read personal data. Maybe set quarkus.http.host=127.0.0.1, or muster.allow-open-access=true if that is meant."
                            .formatted(host));
        }
    }

    private static boolean isLoopback(String host) throws UnknownHostException {
        for (var address : InetAddress.getAllByName(host)) {
            if (!address.isLoopbackAddress()) {
                return false;
            }
        }
        return true;
    }
}
