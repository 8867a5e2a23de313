package org.muster.problem;

import org.muster.problem.rules.Rule;

/**
 * An assignment that was fixed or published before solving starts.
 *
 * @param demand identifier of the demand
 * @param cadre identifier of the cadre
 * @param pinned every schedule must contain it
 * @param published it was published; taking it back is a disruption
 * @param disruptionWeight how much of a disruption, 0 or more; says nothing where it was not published
 */
public record StandingAssignment(String demand, String cadre, boolean pinned, boolean published, int disruptionWeight) {
    /** What taking a published assignment back counts unless it says otherwise. */
    public static final int USUAL_DISRUPTION = 1;

    public StandingAssignment {
        if (disruptionWeight < 0) {
            throw new IllegalArgumentException("Taking the assignment of (%s) on (%s) back cannot weigh %d."
                    .formatted(cadre, demand, disruptionWeight));
        }
    }

    /** One that is as much of a disruption as others. */
    public StandingAssignment(String demand, String cadre, boolean pinned, boolean published) {
        this(demand, cadre, pinned, published, USUAL_DISRUPTION);
    }

    /** The same under other identifiers. */
    public StandingAssignment renamed(String newDemand, String newCadre) {
        return new StandingAssignment(newDemand, newCadre, pinned, published, disruptionWeight);
    }

    /** The same, pinned or not. */
    public StandingAssignment withPinned(boolean value) {
        return new StandingAssignment(demand, cadre, value, published, disruptionWeight);
    }

    /**
     * What it adds to the quantity of {@link Rule#DISRUPTION} when a schedule lacks it; 0 when it was not published.
     */
    public int disruption() {
        return published ? disruptionWeight : 0;
    }
}
