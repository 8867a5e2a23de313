package org.muster.problem;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person who can be assigned.
 *
 * <p>{@link #toString()} shows the identifier only: name and restrictions are personal data and do not belong in a
 * log.
 *
 * @param name for people; null where the caller keeps names to itself
 * @param unit identifier of the work unit; resident volunteers have their compound's
 * @param birthDate null when unknown, and then every age limit is passed
 * @param lastServiceDay last date on which a duty may start; null for no end
 * @param confinedTo identifier of the one site where the cadre can serve; null for anywhere
 * @param avoidTags post tags the cadre must be spared
 * @param roundsServed earlier rounds, 0 or more; who served in two is experienced
 * @param minutesServed earlier duty minutes of the fairness period, 0 or more
 * @param lastSite identifier of the site of the last earlier duty; null when there was none
 * @param dutyRules identifier of the duty rules; null when duties may only not overlap
 */
public record Cadre(
        String id,
        @Nullable String name,
        String unit,
        Level level,
        String homeCommunity,
        Location location,
        @Nullable LocalDate birthDate,
        @Nullable LocalDate lastServiceDay,
        List<HeldSkill> skills,
        List<Availability> availability,
        @Nullable String confinedTo,
        Set<String> avoidTags,
        int roundsServed,
        int minutesServed,
        @Nullable String lastSite,
        @Nullable String dutyRules) {

    /** How many earlier rounds make a cadre experienced. */
    public static final int ROUNDS_OF_EXPERIENCE = 2;

    /** The level of the authority that the cadre belongs to. */
    public enum Level {
        CITY,
        DISTRICT,
        SUBDISTRICT,
        RESIDENT
    }

    public Cadre {
        skills = List.copyOf(skills);
        availability = List.copyOf(availability);
        avoidTags = Set.copyOf(avoidTags);
        if (roundsServed < 0 || minutesServed < 0) {
            throw new IllegalArgumentException("The cadre (%s) cannot have served %d rounds and %d minutes."
                    .formatted(id, roundsServed, minutesServed));
        }
    }

    /** Whether the cadre holds a skill on a date. */
    public boolean holds(String skill, LocalDate date) {
        return skills.stream().anyMatch(held -> held.skill().equals(skill) && held.isHeldOn(date));
    }

    /** Whether the cadre has served in enough earlier rounds to guide a newcomer. */
    public boolean isExperienced() {
        return roundsServed >= ROUNDS_OF_EXPERIENCE;
    }

    @Override
    public String toString() {
        return "Cadre[" + id + "]";
    }

    /** Starts a builder with the required fields only. */
    public static Builder of(String id, String unit, Level level, String homeCommunity, Location location) {
        return new Builder(id, unit, level, homeCommunity, location);
    }

    /** Starts a builder with the values of this cadre. */
    public Builder toBuilder() {
        return toBuilder(id, location);
    }

    /** Starts a builder with the values of this cadre, but another identifier and another place. */
    public Builder toBuilder(String newId, Location newLocation) {
        return new Builder(newId, unit, level, homeCommunity, newLocation)
                .name(name)
                .birthDate(birthDate)
                .lastServiceDay(lastServiceDay)
                .skills(skills)
                .availability(availability)
                .confinedTo(confinedTo)
                .avoidTags(avoidTags)
                .roundsServed(roundsServed)
                .minutesServed(minutesServed)
                .lastSite(lastSite)
                .dutyRules(dutyRules);
    }

    /** Builds a cadre field by field. */
    public static final class Builder {
        private final String id;
        private final String unit;
        private final Level level;
        private final String homeCommunity;
        private final Location location;
        private @Nullable String name;
        private @Nullable LocalDate birthDate;
        private @Nullable LocalDate lastServiceDay;
        private List<HeldSkill> skills = List.of();
        private List<Availability> availability = List.of();
        private @Nullable String confinedTo;
        private Set<String> avoidTags = Set.of();
        private int roundsServed;
        private int minutesServed;
        private @Nullable String lastSite;
        private @Nullable String dutyRules;

        private Builder(String id, String unit, Level level, String homeCommunity, Location location) {
            this.id = Objects.requireNonNull(id);
            this.unit = unit;
            this.level = level;
            this.homeCommunity = homeCommunity;
            this.location = location;
        }

        public Builder name(@Nullable String value) {
            name = value;
            return this;
        }

        public Builder birthDate(@Nullable LocalDate value) {
            birthDate = value;
            return this;
        }

        public Builder lastServiceDay(@Nullable LocalDate value) {
            lastServiceDay = value;
            return this;
        }

        public Builder skills(List<HeldSkill> value) {
            skills = value;
            return this;
        }

        public Builder availability(List<Availability> value) {
            availability = value;
            return this;
        }

        public Builder confinedTo(@Nullable String value) {
            confinedTo = value;
            return this;
        }

        public Builder avoidTags(Set<String> value) {
            avoidTags = value;
            return this;
        }

        public Builder roundsServed(int value) {
            roundsServed = value;
            return this;
        }

        public Builder minutesServed(int value) {
            minutesServed = value;
            return this;
        }

        public Builder lastSite(@Nullable String value) {
            lastSite = value;
            return this;
        }

        public Builder dutyRules(@Nullable String value) {
            dutyRules = value;
            return this;
        }

        public Cadre build() {
            return new Cadre(
                    id,
                    name,
                    unit,
                    level,
                    homeCommunity,
                    location,
                    birthDate,
                    lastServiceDay,
                    skills,
                    availability,
                    confinedTo,
                    avoidTags,
                    roundsServed,
                    minutesServed,
                    lastSite,
                    dutyRules);
        }
    }
}
