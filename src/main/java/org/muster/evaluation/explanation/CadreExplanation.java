package org.muster.evaluation.explanation;

import java.util.List;

/**
 * Why a cadre has their duties, or none.
 *
 * @param duties the cadre's duties, in the order in which they are served
 * @param further the best further duties, alone or in place of another cadre
 */
public record CadreExplanation(String cadre, List<DutyAccount> duties, List<Alternative> further) {
    public CadreExplanation {
        duties = List.copyOf(duties);
        further = List.copyOf(further);
    }
}
