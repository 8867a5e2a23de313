package org.muster.demo;

import static org.muster.problem.Availability.Kind.DESIRED;
import static org.muster.problem.Availability.Kind.UNAVAILABLE;
import static org.muster.problem.Availability.Kind.UNDESIRED;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muster.problem.Availability;
import org.muster.problem.Cadre;
import org.muster.problem.Community;
import org.muster.problem.HeldSkill;
import org.muster.problem.Site;

/** Makes up the people of a district, with the shares of {@link DemographicShares}. */
final class People {
    /** Employees are from 22 to 59 years old; men retire at 60. */
    private static final int YOUNGEST = 22, RETIREMENT_AGE = 60;

    /** Nurses and doctors are registered at 21; who is an ex-nurse now stopped nursing from 23 to 29. */
    private static final int AGE_AT_REGISTRATION = 21, LEAST_NURSING_YEARS = 2, MOST_NURSING_YEARS = 8;

    private static final int LEAST_AGE_OF_EX_NURSES = 30;

    private final Places places;
    private final Days days;
    private final SeededRandom seededRandom;
    private final Map<String, List<Site>> sitesBySubdistrict = new HashMap<>();
    private final List<DemoSite> compounds;

    private People(Places places, List<DemoSite> sites, Days days, long seed) {
        this.places = places;
        this.days = days;
        seededRandom = new SeededRandom(seed, "people");
        compounds =
                sites.stream().filter(site -> site.size() == SiteSize.SEALED).toList();
        for (var place : sites) {
            if (place.size() != SiteSize.SEALED) {
                sitesBySubdistrict
                        .computeIfAbsent(place.community().subdistrict(), key -> new ArrayList<>())
                        .add(place.site());
            }
        }
    }

    static List<Cadre> of(List<DemoUnit> units, Places places, List<DemoSite> sites, Days days, long seed) {
        return new People(places, sites, days, seed).make(units);
    }

    private List<Cadre> make(List<DemoUnit> units) {
        var employers = new ArrayList<DemoUnit>();
        for (var unit : units) {
            for (int i = 0; i < unit.cadres(); i++) {
                employers.add(unit);
            }
        }
        var compoundOf = confine(employers.size());
        int retiringToday = seededRandom.between(0, employers.size() - 1);
        var cadres = new ArrayList<Cadre>();
        for (int i = 0; i < employers.size(); i++) {
            cadres.add(person("cadre-%05d".formatted(i + 1), employers.get(i), compoundOf.get(i), i == retiringToday));
        }
        return cadres;
    }

    /** Who lives in which sealed compound: by the index of the cadre. */
    private Map<Integer, DemoSite> confine(int cadres) {
        var indices = new ArrayList<Integer>();
        for (int i = 0; i < cadres; i++) {
            indices.add(i);
        }
        var confined = new HashMap<Integer, DemoSite>();
        for (var index :
                seededRandom.shuffled(indices).subList(0, compounds.size() * DemographicShares.CONFINED_PER_COMPOUND)) {
            confined.put(index, compounds.get(confined.size() / DemographicShares.CONFINED_PER_COMPOUND));
        }
        return confined;
    }

    private Cadre person(String id, DemoUnit employer, @Nullable DemoSite compound, boolean retiresToday) {
        var home = compound != null ? compound.community() : seededRandom.pick(places.communities());
        var location = compound != null ? compound.site().location() : places.within(home, seededRandom);
        int rounds = seededRandom.pickByShare(DemographicShares.BY_ROUNDS_SERVED);
        var spared = spared();
        boolean needsCare = seededRandom.chance(
                spared.isEmpty() ? DemographicShares.CARE_OTHERWISE : DemographicShares.CARE_IF_SPARED);
        boolean retires = retiresToday || seededRandom.chance(DemographicShares.RETIRING);
        var lastDay =
                Days.FIRST.plusDays(retiresToday ? 0 : seededRandom.between(0, DemographicShares.RETIREMENT_DAYS));
        var birthDate = retires ? lastDay.minusYears(RETIREMENT_AGE) : birthDate();
        return Cadre.of(id, employer.unit().id(), employer.level(), home.id(), location)
                .name(PersonNames.any(seededRandom))
                .birthDate(!retires && seededRandom.chance(DemographicShares.BIRTH_DATE_UNKNOWN) ? null : birthDate)
                .lastServiceDay(retires ? lastDay : null)
                .skills(skills(employer.health(), birthDate, rounds >= Cadre.ROUNDS_OF_EXPERIENCE))
                .availability(availability(birthDate))
                .confinedTo(compound != null ? compound.site().id() : null)
                .avoidTags(spared)
                .roundsServed(rounds)
                .minutesServed(minutesServed(rounds))
                .lastSite(
                        rounds > 0 && seededRandom.chance(DemographicShares.LAST_SITE_KNOWN)
                                ? lastSite(employer, home)
                                : null)
                .dutyRules(needsCare ? DutyRuleSets.CARE : DutyRuleSets.STANDARD)
                .build();
    }

    private LocalDate birthDate() {
        var youngest = Days.FIRST.minusYears(YOUNGEST);
        return youngest.minusDays(seededRandom.between(0, (RETIREMENT_AGE - YOUNGEST - 1) * 365));
    }

    private Set<String> spared() {
        var tags = new HashSet<String>();
        if (seededRandom.chance(DemographicShares.AVOID_HEAT)) {
            tags.add("heat");
        }
        if (seededRandom.chance(DemographicShares.AVOID_LIFTING)) {
            tags.add("lifting");
        }
        if (seededRandom.chance(DemographicShares.AVOID_NIGHT)) {
            tags.add("night");
        }
        return tags;
    }

    private List<HeldSkill> skills(boolean health, LocalDate birthDate, boolean experienced) {
        var skills = new ArrayList<HeldSkill>();
        var registered = birthDate.plusYears(AGE_AT_REGISTRATION);
        if (health) {
            switch (seededRandom.pickByShare(
                    List.of(DemographicShares.NURSES_IN_HEALTH_UNITS, DemographicShares.DOCTORS_IN_HEALTH_UNITS))) {
                case 0 -> skills.add(nurse(registered));
                case 1 -> skills.add(new HeldSkill(DemoPost.DOCTOR, registered, null));
                default -> {}
            }
        } else if (seededRandom.chance(DemographicShares.EX_NURSES_ELSEWHERE)
                && !birthDate.plusYears(LEAST_AGE_OF_EX_NURSES).isAfter(Days.FIRST)) {
            var lastDay = registered.plusYears(seededRandom.between(LEAST_NURSING_YEARS, MOST_NURSING_YEARS));
            skills.add(new HeldSkill(DemoPost.NURSE, registered, lastDay));
            skills.add(new HeldSkill(DemoPost.EX_NURSE, lastDay.plusDays(1), null));
        }
        if (seededRandom.chance(DemographicShares.DRIVERS)) {
            skills.add(new HeldSkill(DemoPost.DRIVER, null, null));
        }
        if (seededRandom.chance(DemographicShares.TRAINED_IN_DISINFECTION)) {
            skills.add(new HeldSkill(DemoPost.TRAINED_DISINFECTION, null, null));
        }
        if (experienced && seededRandom.chance(DemographicShares.SUPERVISORS_OF_EXPERIENCED)) {
            skills.add(new HeldSkill(DemoPost.TRAINED_SUPERVISOR, null, null));
        }
        return skills;
    }

    private HeldSkill nurse(LocalDate registered) {
        var lastDay = seededRandom.chance(DemographicShares.NURSES_LAPSING)
                ? Days.FIRST.plusDays(seededRandom.between(0, days.count()))
                : null;
        return new HeldSkill(DemoPost.NURSE, registered, lastDay);
    }

    private List<Availability> availability(LocalDate birthDate) {
        var times = new ArrayList<Availability>();
        if (seededRandom.chance(DemographicShares.ON_LEAVE)) {
            var begins = Days.FIRST.plusDays(seededRandom.between(-4, days.count() - 1));
            var ends = begins.plusDays(seededRandom.between(1, 7));
            times.add(new Availability(begins.atStartOfDay(), ends.atStartOfDay(), UNAVAILABLE, Set.of(), 1));
        }
        boolean hasClass = seededRandom.chance(DemographicShares.EVENING_CLASS);
        var classDay = DayOfWeek.of(seededRandom.between(1, 5));
        for (var date : days.dates()) {
            if (hasClass && date.getDayOfWeek() == classDay) {
                times.add(new Availability(date.atTime(18, 0), date.atTime(21, 0), UNAVAILABLE, Set.of(), 1));
            }
            if (birthDate.getMonth() == date.getMonth() && birthDate.getDayOfMonth() == date.getDayOfMonth()) {
                times.add(
                        new Availability(date.atStartOfDay(), date.plusDays(1).atStartOfDay(), UNDESIRED, Set.of(), 2));
            }
        }
        var wishes =
                List.of(DemographicShares.DESIRE_EARLY, DemographicShares.AVOID_EARLY, DemographicShares.AVOID_LATE);
        switch (seededRandom.pickByShare(wishes)) {
            case 0 -> times.add(wish(DESIRED, Shift.EARLY));
            case 1 -> times.add(wish(UNDESIRED, Shift.EARLY));
            case 2 -> times.add(wish(UNDESIRED, Shift.LATE));
            default -> {}
        }
        return times;
    }

    /** A wish about one shift of every day. */
    private Availability wish(Availability.Kind kind, Shift shift) {
        var end = days.last().plusDays(1).atStartOfDay();
        return new Availability(Days.FIRST.atStartOfDay(), end, kind, Set.of(shift.kind()), 1);
    }

    private int minutesServed(int rounds) {
        int minutes = 0;
        for (int i = 0; i < rounds; i++) {
            int windows = seededRandom.chance(DemographicShares.SERVED_BOTH_WINDOWS) ? 2 : 1;
            minutes += windows * Shift.EARLY.minutes();
        }
        return minutes;
    }

    /** People served where their unit is sent or, where it is sent nowhere in particular, near their home. */
    private @Nullable String lastSite(DemoUnit employer, Community home) {
        var paired = employer.unit().subdistricts();
        var near = places.subdistricts().stream()
                .filter(subdistrict ->
                        paired.isEmpty() ? subdistrict.equals(home.subdistrict()) : paired.contains(subdistrict))
                .flatMap(subdistrict -> sitesBySubdistrict.getOrDefault(subdistrict, List.of()).stream())
                .toList();
        return near.isEmpty() ? null : seededRandom.pick(near).id();
    }
}
