package org.muster.persistence;

import java.time.Instant;
import java.util.UUID;

/** A place in the list of all plans, newest first; identifiers decide between plans of one moment. */
public record PlanPlace(Instant created, UUID id) {}
