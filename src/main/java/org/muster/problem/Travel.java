package org.muster.problem;

import java.util.HashMap;
import java.util.Map;

/** How long the one-way travel of a cadre to a site takes. */
public sealed interface Travel {

    /**
     * Travel in proportion to the great-circle distance.
     *
     * @param speedKmh kilometres an hour, above 0
     * @param detour way over straight line, 1 or more
     */
    record ByDistance(double speedKmh, double detour) implements Travel {

        /** Ordinary travel in a district: a bicycle's 15 km/h, and streets 1.3 times as long as the straight line. */
        public static final ByDistance DEFAULT = new ByDistance(15, 1.3);

        public ByDistance {
            if (!(speedKmh > 0) || !(detour >= 1) || Double.isInfinite(speedKmh) || Double.isInfinite(detour)) {
                throw new IllegalArgumentException(
                        "A speed of %s km/h or a detour of %s makes no sense.".formatted(speedKmh, detour));
            }
        }

        /** Whole minutes, rounded up but for the noise of the last bits: {@code ceil(km x detour x 60 / speed - 1e-9)}. */
        public int minutesBetween(Location from, Location to) {
            return minutesFor(from.kilometresTo(to));
        }

        /** Whole minutes for a great-circle distance in kilometres. */
        public int minutesFor(double kilometres) {
            return (int) Math.ceil(kilometres * detour * 60 / speedKmh - 1e-9);
        }
    }

    /**
     * Travel as the caller knows it. A pair that is left out counts by distance, as {@link ByDistance#DEFAULT} does.
     *
     * @param minutes by cadre, then by site
     */
    record Table(Map<String, Map<String, Integer>> minutes) implements Travel {

        public Table {
            var copy = new HashMap<String, Map<String, Integer>>();
            minutes.forEach((cadre, bySite) -> copy.put(cadre, Map.copyOf(bySite)));
            minutes = Map.copyOf(copy);
        }
    }

    /** One-way travel minutes of a cadre to a site, 0 or more. A confined cadre is there already: 0. */
    default int minutes(Cadre cadre, Site site) {
        if (cadre.confinedTo() != null) {
            return 0;
        }
        return switch (this) {
            case ByDistance distance -> distance.minutesBetween(cadre.location(), site.location());
            case Table table -> {
                var bySite = table.minutes().get(cadre.id());
                Integer known = bySite == null ? null : bySite.get(site.id());
                yield known != null ? known : ByDistance.DEFAULT.minutesBetween(cadre.location(), site.location());
            }
        };
    }
}
