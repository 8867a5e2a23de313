package org.muster.webhooks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.muster.persistence.plans.Plan;
import org.muster.persistence.webhooks.NewEvent;

/** Writes events as receivers read them: {@code {type, timestamp, data}}. */
@ApplicationScoped
class EventBodies {

    /** The type of a test event. */
    static final String TEST = "webhook.test";

    private static final JsonMapper JSON = new JsonMapper();

    private final WebhookConfig config;

    EventBodies(WebhookConfig config) {
        this.config = config;
    }

    /** The end of a plan, without its problem and its schedule. */
    NewEvent of(PlanEvent event, Plan plan, Instant now) {
        var body = body(event.type(), now);
        var data = body.putObject("data").put("id", plan.id().toString()).put("name", plan.name());
        var origin = plan.origin();
        data.put("district", origin == null ? null : origin.district());
        var rounds = data.putArray("rounds");
        if (origin != null) {
            origin.rounds().forEach(rounds::add);
        }
        data.put("status", event.name());
        data.put("outcome", plan.outcome() == null ? null : plan.outcome().name());
        var score = plan.score();
        if (score == null) {
            data.putNull("score");
        } else {
            put(data.putObject("score"), score.hard(), score.medium(), score.soft());
        }
        var bound = plan.bound();
        if (bound == null) {
            data.putNull("bound");
        } else {
            put(data.putObject("bound"), 0, bound.medium(), bound.soft());
        }
        data.put("gap", plan.gap());
        var self = config.linkBase() + "plans/" + plan.id();
        data.putObject("links")
                .put("self", self)
                .put("schedule", self + "/schedule")
                .put("evaluation", self + "/evaluation");
        return new NewEvent(UUID.randomUUID(), event.type(), plan.id(), body.toString(), now);
    }

    private static void put(ObjectNode score, long hard, long medium, long soft) {
        score.put("hard", hard).put("medium", medium).put("soft", soft);
    }

    /** An event that only shows whether events arrive. */
    NewEvent test(UUID webhook, Instant now) {
        var body = body(TEST, now);
        body.putObject("data").put("webhook", webhook.toString());
        return new NewEvent(UUID.randomUUID(), TEST, null, body.toString(), now);
    }

    private static ObjectNode body(String type, Instant now) {
        return JSON.createObjectNode().put("type", type).put("timestamp", now.toString());
    }
}
