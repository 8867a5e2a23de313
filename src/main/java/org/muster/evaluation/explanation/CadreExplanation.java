package org.muster.evaluation.explanation;

import java.util.List;

/**
 * Why a cadre serves where he does, or nowhere.
 *
 * @param duties what he does, in the order in which it is served
 * @param further the best further duties, alone or in place of somebody else
 */
public record CadreExplanation(String cadre, List<DutyAccount> duties, List<Alternative> further) {
    public CadreExplanation {
        duties = List.copyOf(duties);
        further = List.copyOf(further);
    }
}
