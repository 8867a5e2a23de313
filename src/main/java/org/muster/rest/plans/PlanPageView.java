package org.muster.rest.plans;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the plans, newest first.
 *
 * @param next path of the following ones; null when there are none
 */
public record PlanPageView(List<PlanView> plans, @Nullable String next) {}
