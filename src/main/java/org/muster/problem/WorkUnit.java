package org.muster.problem;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where cadres are employed. It limits how many of them may be away on one date.
 *
 * @param staff people employed, 0 or more; those who are not cadres of the problem count too
 * @param maxAway ceiling in people, or null
 * @param maxAwayShare ceiling as a share of {@code staff}, 0 to 1, or null; decimal, so that 29 % of 100 is 29
 * @param subdistricts those it is paired with; empty means any
 */
public record WorkUnit(
        String id,
        String name,
        int staff,
        @Nullable Integer maxAway,
        @Nullable BigDecimal maxAwayShare,
        Set<String> subdistricts) {

    public WorkUnit {
        if (staff < 0) {
            throw new IllegalArgumentException("The unit (%s) cannot employ %d people.".formatted(id, staff));
        }
        if (maxAway != null && maxAwayShare != null) {
            throw new IllegalArgumentException(
                    "The unit (%s) has two ceilings, %d people and a share of %s. Maybe leave one out."
                            .formatted(id, maxAway, maxAwayShare));
        }
        if (maxAway != null && maxAway < 0) {
            throw new IllegalArgumentException("The unit (%s) has a negative ceiling (%d).".formatted(id, maxAway));
        }
        if (maxAwayShare != null && (maxAwayShare.signum() < 0 || maxAwayShare.compareTo(BigDecimal.ONE) > 0)) {
            throw new IllegalArgumentException("The unit (%s) has a ceiling of %s of its staff, which is not in 0..1."
                    .formatted(id, maxAwayShare));
        }
        subdistricts = Collections.unmodifiableSet(new LinkedHashSet<>(subdistricts));
    }

    /** How many different cadres of the unit may be on duty on one date; empty when any number may. */
    public OptionalInt ceiling() {
        if (maxAway != null) {
            return OptionalInt.of(maxAway);
        }
        if (maxAwayShare != null) {
            return OptionalInt.of(maxAwayShare
                    .multiply(BigDecimal.valueOf(staff))
                    .setScale(0, RoundingMode.FLOOR)
                    .intValueExact());
        }
        return OptionalInt.empty();
    }

    /** Whether its people may be sent to a subdistrict without a cost for breaking the pairing. */
    public boolean isPairedWith(String subdistrict) {
        return subdistricts.isEmpty() || subdistricts.contains(subdistrict);
    }
}
