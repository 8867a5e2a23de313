package org.muster.benchmark;

import org.muster.problem.Cadre;
import org.muster.problem.Location;

/** Copies cadres, to change something about them. */
final class People {
    private People() {}

    /** Starts a cadre who is like another one but for who and where he is. */
    static Cadre.Builder like(Cadre cadre, String id, String unit, String homeCommunity, Location location) {
        return Cadre.of(id, unit, cadre.level(), homeCommunity, location)
                .name(cadre.name())
                .birthDate(cadre.birthDate())
                .lastServiceDay(cadre.lastServiceDay())
                .skills(cadre.skills())
                .availability(cadre.availability())
                .confinedTo(cadre.confinedTo())
                .avoidTags(cadre.avoidTags())
                .roundsServed(cadre.roundsServed())
                .minutesServed(cadre.minutesServed())
                .lastSite(cadre.lastSite())
                .dutyRules(cadre.dutyRules());
    }

    /** Starts a cadre who is like another one. */
    static Cadre.Builder like(Cadre cadre) {
        return like(cadre, cadre.id(), cadre.unit(), cadre.homeCommunity(), cadre.location());
    }
}
