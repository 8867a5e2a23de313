package org.muster.persistence.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that webhooks are told of.
 *
 * @param id the same for all webhooks
 * @param plan the plan that it tells of; null for a test
 * @param body exactly what is sent
 */
public record NewEvent(UUID id, String type, @Nullable UUID plan, String body, Instant at) {}
