package org.muster.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.muster.persistence.webhooks.Delivery.Obstacle;

/** Says which targets may be called, and at which addresses. */
@ApplicationScoped
class Targets {

    private final WebhookConfig config;

    Targets(WebhookConfig config) {
        this.config = config;
    }

    /** A target that is not called. */
    static final class RefusedException extends Exception {
        private final Obstacle obstacle;

        RefusedException(Obstacle obstacle) {
            super("The target is refused: %s.".formatted(obstacle));
            this.obstacle = obstacle;
        }

        Obstacle obstacle() {
            return obstacle;
        }
    }

    /** Whether targets without encryption are called. */
    boolean allowHttp() {
        return config.allowHttp();
    }

    /**
     * The addresses of a target, at least one; asks the name service. Only these may be connected to: a second question
     * might be answered with another address.
     *
     * @throws RefusedException when there are none, or one of them is not to be called
     */
    List<InetAddress> addresses(Target target) throws RefusedException {
        if (!target.isEncrypted() && !allowHttp()) {
            throw new RefusedException(Obstacle.FORBIDDEN_TARGET);
        }
        List<InetAddress> addresses;
        try {
            addresses = List.of(InetAddress.getAllByName(target.host()));
        } catch (UnknownHostException e) {
            throw new RefusedException(Obstacle.UNKNOWN_HOST);
        }
        if (!config.allowPrivateTargets() && !addresses.stream().allMatch(PublicAddresses::contain)) {
            throw new RefusedException(Obstacle.FORBIDDEN_TARGET);
        }
        return addresses;
    }
}
