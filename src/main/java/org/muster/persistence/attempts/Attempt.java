package org.muster.persistence.attempts;

import java.util.UUID;

/**
 * The right to write to a plan: it ends as soon as the next attempt begins.
 *
 * @param number 1 for the first
 */
public record Attempt(UUID plan, int number) {}
