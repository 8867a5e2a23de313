package org.muster.persistence.idempotency;

import java.time.Instant;
import java.util.UUID;

/** A place in a list that is in the order of creation; identifiers decide between those of one moment. */
public record CreationPlace(Instant created, UUID id) {}
