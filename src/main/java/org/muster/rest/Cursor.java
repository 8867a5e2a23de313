package org.muster.rest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.muster.persistence.PlanPlace;

/** Where a page of plans ended, as a text that callers need not understand. */
final class Cursor {

    private Cursor() {}

    static String of(PlanPlace place) {
        var text = place.created() + "/" + place.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The place; empty for a text that we never gave. */
    static Optional<PlanPlace> read(String cursor) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split("/", -1);
            return parts.length == 2
                    ? Optional.of(new PlanPlace(Instant.parse(parts[0]), UUID.fromString(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
