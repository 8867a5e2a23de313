package org.muster.district.rounds;

import java.util.List;
import java.util.Map;
import org.muster.district.history.PublishedDuty;
import org.muster.district.history.Served;
import org.muster.district.history.UsedUp;

/**
 * What was published of a district, as far as the problem of some of its rounds needs it.
 *
 * @param served what each cadre has done before the first of them, by identifier
 * @param usedUp what duties of other rounds in the fairness period have used up of duty rules, by cadre
 * @param duties all published ones from {@link RoundProblem#nearDays} before to as long after, those of the rounds
 *     included
 */
public record History(Map<String, Served> served, Map<String, UsedUp> usedUp, List<PublishedDuty> duties) {

    /** Nothing was published. */
    public static final History NOTHING = new History(Map.of(), Map.of(), List.of());

    public History {
        served = Map.copyOf(served);
        usedUp = Map.copyOf(usedUp);
        duties = List.copyOf(duties);
    }
}
