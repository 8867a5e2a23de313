package org.muster.persistence.plans;

import org.jspecify.annotations.Nullable;
import org.muster.persistence.idempotency.CreationPlace;

/**
 * Which plans to list.
 *
 * @param status only plans with this status; null for all
 * @param name only plans whose name contains it, whatever the case; null for all
 * @param district only plans of its rounds; null for all
 * @param after only plans older than this place; null for the newest
 */
public record PlanFilter(
        @Nullable PlanStatus status,
        @Nullable String name,
        @Nullable String district,
        @Nullable CreationPlace after) {}
