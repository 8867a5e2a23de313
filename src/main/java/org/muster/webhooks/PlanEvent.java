package org.muster.webhooks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muster.persistence.plans.PlanStatus;

/** What a webhook can be told of. */
enum PlanEvent {
    SOLVED,
    STOPPED,
    FAILED;

    /** The type in the API: {@code plan.solved}, {@code plan.stopped}, {@code plan.failed}. */
    String type() {
        return "plan." + name().toLowerCase(Locale.ROOT);
    }

    /** The types of all. */
    static List<String> types() {
        return Arrays.stream(values()).map(PlanEvent::type).toList();
    }

    /** The event of an end; empty for a status that is none. */
    static Optional<PlanEvent> of(PlanStatus status) {
        return Arrays.stream(values())
                .filter(event -> event.name().equals(status.name()))
                .findFirst();
    }
}
