package org.muster.webhooks;

/** A request that cannot be met as the webhooks stand. Messages hold identifiers only. */
public abstract sealed class WebhookException extends RuntimeException {

    private WebhookException(String message) {
        super(message);
    }

    /** There is no such webhook. */
    public static final class Unknown extends WebhookException {
        private final String id;

        public Unknown(String id) {
            super("There is no webhook (%s).".formatted(id));
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    /** The log of the webhook has no such delivery. */
    public static final class UnknownDelivery extends WebhookException {
        private final String id;

        public UnknownDelivery(String id) {
            super("There is no delivery (%s).".formatted(id));
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    /** There are as many webhooks as there may be. */
    public static final class TooMany extends WebhookException {
        private final int limit;

        TooMany(int limit) {
            super("There are %d webhooks already.".formatted(limit));
            this.limit = limit;
        }

        public int limit() {
            return limit;
        }
    }

    /** Somebody else has changed it meanwhile. */
    public static final class Stale extends WebhookException {
        private final long version;

        Stale(long version) {
            super("It has version %d now.".formatted(version));
            this.version = version;
        }

        /** The version that stands now. */
        public long version() {
            return version;
        }
    }

    /** The webhook is disabled, so that nothing is sent to it. */
    public static final class NotEnabled extends WebhookException {
        private final String id;

        NotEnabled(String id) {
            super("The webhook (%s) is disabled.".formatted(id));
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    /** So much waits for the webhook that no more is added by hand. */
    public static final class TooManyPending extends WebhookException {
        private final long waiting;

        TooManyPending(long waiting) {
            super("%d deliveries wait.".formatted(waiting));
            this.waiting = waiting;
        }

        public long waiting() {
            return waiting;
        }
    }

    /** The delivery is being tried at this very moment. */
    public static final class UnderWay extends WebhookException {
        private final String id;

        UnderWay(String id) {
            super("The delivery (%s) is under way.".formatted(id));
            this.id = id;
        }

        public String id() {
            return id;
        }
    }
}
