package org.muster.persistence.plans;

import java.util.UUID;

/**
 * That a plan is a part of another one, which is solved when all its parts are.
 *
 * @param whole the other plan
 * @param name of the part, unique in its whole
 */
public record PartOf(UUID whole, String name) {}
