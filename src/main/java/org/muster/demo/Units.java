package org.muster.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muster.problem.Cadre;
import org.muster.problem.WorkUnit;

/** Makes the work units of a district: street offices, health units, organs of the city, organs of the district. */
final class Units {
    /** How far apart unit sizes are: the standard deviation of their logarithm. */
    private static final double SPREAD_OF_SIZES = 0.5;

    private final DistrictProfile profile;
    private final Places places;
    private final SeededRandom seededRandom;

    private Units(DistrictProfile profile, Places places, long seed) {
        this.profile = profile;
        this.places = places;
        seededRandom = new SeededRandom(seed, "units");
    }

    static List<DemoUnit> of(DistrictProfile profile, Places places, long seed) {
        return new Units(profile, places, seed).make();
    }

    /** A unit before its size is known. */
    private record Draft(String name, Cadre.Level level, boolean health, Set<String> subdistricts) {}

    private List<DemoUnit> make() {
        var health = new ArrayList<Draft>();
        var others = new ArrayList<Draft>();
        draft(health, others);
        int inHealth = (int) Math.round(profile.cadres() * DemographicShares.IN_HEALTH_UNITS);
        var units = new ArrayList<DemoUnit>();
        employ(others, profile.cadres() - inHealth, units);
        employ(health, inHealth, units);
        return units;
    }

    private void draft(List<Draft> health, List<Draft> others) {
        var names = new UnitNames(profile.nameZh());
        var subdistricts = places.subdistricts();
        var offices = names.offices(subdistricts);
        for (int i = 0; i < offices.size(); i++) {
            others.add(new Draft(offices.get(i), Cadre.Level.SUBDISTRICT, false, Set.of(subdistricts.get(i))));
        }
        int healthUnits = (int) Math.round(profile.units() * DemographicShares.HEALTH_UNITS);
        int cityUnits = (int) Math.round(profile.units() * DemographicShares.CITY_UNITS);
        for (var name : names.health(subdistricts, healthUnits)) {
            health.add(new Draft(name, Cadre.Level.DISTRICT, true, pairingOfHealthUnit(name)));
        }
        for (var name : names.city(cityUnits)) {
            others.add(new Draft(name, Cadre.Level.CITY, false, pairing()));
        }
        for (var name : names.district(profile.units() - offices.size() - healthUnits - cityUnits)) {
            others.add(new Draft(name, Cadre.Level.DISTRICT, false, pairing()));
        }
    }

    private Set<String> pairing() {
        if (seededRandom.chance(DemographicShares.UNPAIRED_UNITS)) {
            return Set.of();
        }
        return Set.copyOf(places.nearest(seededRandom.pick(places.subdistricts()), seededRandom.between(1, 3)));
    }

    /** Health centres and stations stay around the subdistrict whose name they have. */
    private Set<String> pairingOfHealthUnit(String name) {
        var own = places.subdistricts().stream()
                .filter(subdistrict -> name.startsWith(UnitNames.placeOf(subdistrict)))
                .findFirst();
        return own.isPresent() ? Set.copyOf(places.nearest(own.get(), seededRandom.between(1, 3))) : pairing();
    }

    private void employ(List<Draft> drafts, int cadres, List<DemoUnit> units) {
        var weights = drafts.stream()
                .mapToDouble(draft -> Math.exp(SPREAD_OF_SIZES * seededRandom.gaussian()))
                .toArray();
        var sizes = Apportionment.of(cadres, 1, weights);
        for (int i = 0; i < sizes.length; i++) {
            var draft = drafts.get(i);
            var unit = unit("unit-%03d".formatted(units.size() + 1), draft, sizes[i]);
            units.add(new DemoUnit(unit, sizes[i], draft.level(), draft.health()));
        }
    }

    private WorkUnit unit(String id, Draft draft, int cadres) {
        var staffing = profile.staffing();
        int staff = (int) Math.round(cadres * seededRandom.between(staffing.leastStaff(), staffing.mostStaff()));
        int percent = 5 * seededRandom.between(staffing.leastCeiling() / 5, staffing.mostCeiling() / 5);
        var kinds = List.of(DemographicShares.CEILING_AS_SHARE, DemographicShares.CEILING_IN_PEOPLE);
        @Nullable BigDecimal share = null;
        @Nullable Integer people = null;
        switch (seededRandom.pickByShare(kinds)) {
            case 0 -> share = BigDecimal.valueOf(percent, 2);
            case 1 -> people = staff * percent / 100;
            default -> {}
        }
        return new WorkUnit(id, draft.name(), staff, people, share, draft.subdistricts());
    }
}
