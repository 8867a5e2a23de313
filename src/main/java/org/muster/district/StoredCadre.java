package org.muster.district;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.problem.Cadre;

/**
 * A cadre as a district stores them: with data that no solver needs, and with times that have no end yet.
 *
 * @param cadre served rounds and minutes and the last site are those of duties that Muster has not published
 * @param phone for those who hand schedules out; null when unknown
 */
public record StoredCadre(Cadre cadre, @Nullable String phone, List<Absence> absences, List<Confinement> confinements) {

    public StoredCadre {
        absences = List.copyOf(absences);
        confinements = List.copyOf(confinements);
    }

    /** Shows the identifier only, as {@link Cadre#toString()} does. */
    @Override
    public String toString() {
        return "StoredCadre[" + cadre.id() + "]";
    }

    /** The same cadre with another number of earlier rounds. */
    public StoredCadre withRoundsServed(int rounds) {
        return new StoredCadre(cadre.toBuilder().roundsServed(rounds).build(), phone, absences, confinements);
    }

    /** The same cadre with other absences. */
    public StoredCadre withAbsences(List<Absence> newAbsences) {
        return new StoredCadre(cadre, phone, newAbsences, confinements);
    }
}
