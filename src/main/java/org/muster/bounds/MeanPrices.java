package org.muster.bounds;

import java.util.Arrays;

/** The means of prices that swing around their best values: they come nearer to those than any of them. */
final class MeanPrices {
    private final Multipliers prices;
    private final double[] ofGroup;
    private final double[] ofDay;
    private final double[] ofAbsence;
    private int count;

    /** The mean of nothing. */
    MeanPrices(Multipliers prices) {
        this.prices = prices;
        ofGroup = new double[prices.slots()];
        ofDay = new double[prices.slots()];
        ofAbsence = new double[prices.absences()];
    }

    /** Adds the prices as they are. */
    void add() {
        count++;
        for (int slot = 0; slot < ofGroup.length; slot++) {
            ofGroup[slot] += prices.ofGroup(slot);
            ofDay[slot] += prices.ofDay(slot);
        }
        for (int absence = 0; absence < ofAbsence.length; absence++) {
            ofAbsence[absence] += prices.ofAbsence(absence);
        }
    }

    /** Makes the means the prices, where something was added, and begins anew. */
    void replacePrices() {
        for (int slot = 0; slot < ofGroup.length && count > 0; slot++) {
            prices.setOfGroup(slot, Math.round(ofGroup[slot] / count));
            prices.setOfDay(slot, Math.round(ofDay[slot] / count));
        }
        for (int absence = 0; absence < ofAbsence.length && count > 0; absence++) {
            prices.setOfAbsence(absence, Math.round(ofAbsence[absence] / count));
        }
        clear();
    }

    /** Forgets what was added. */
    void clear() {
        count = 0;
        Arrays.fill(ofGroup, 0);
        Arrays.fill(ofDay, 0);
        Arrays.fill(ofAbsence, 0);
    }
}
