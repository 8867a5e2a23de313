package org.muster.benchmark.cpsat;

import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.Rule;

/** Heads: at most the maximum, the required ones up to a given shortage, and the goals about ideal and over cover. */
final class CoverPart {
    private final ProblemIndex index;
    private final Arcs arcs;
    private final Sheet sheet;
    private final long shortage;
    private final LinearExprBuilder missing = LinearExpr.newBuilder();

    CoverPart(ProblemIndex index, Arcs arcs, Sheet sheet, long shortage) {
        this.index = index;
        this.arcs = arcs;
        this.sheet = sheet;
        this.shortage = shortage;
    }

    /** Writes it; what comes back is the shortage: missing heads, each times its demand's priority. */
    LinearExprBuilder write() {
        for (int demand = 0; demand < index.demands(); demand++) {
            write(demand);
        }
        if (shortage > 0) {
            sheet.atMost(missing, shortage);
        }
        return missing;
    }

    private void write(int number) {
        var demand = index.demand(number);
        var here = arcs.ofDemand(number);
        int atStart = Arcs.standing(here);
        if (here.size() > demand.max()) {
            sheet.atMost(sheet.count(here), demand.max());
        }
        var counted = sheet.count(here);
        if (shortage == 0) {
            sheet.atLeast(sheet.count(here), demand.min());
        } else if (demand.min() > 0) {
            var lacking = sheet.number(demand.min(), Math.max(0, demand.min() - atStart));
            var isShort = sheet.yesOrNo(atStart < demand.min());
            sheet.atLeast(sheet.count(here).add(lacking), demand.min());
            sheet.atMost(sheet.count(here).add(lacking).addTerm(isShort, demand.max() - demand.min()), demand.max());
            sheet.atMost(LinearExpr.newBuilder().add(lacking).addTerm(isShort, -demand.min()), 0);
            missing.addTerm(lacking, demand.priority());
            counted.add(lacking);
        }
        int wanted = demand.ideal() - demand.min();
        long idealPoints = index.weight(Rule.IDEAL_COVER) * demand.idealWeight();
        if (wanted > 0 && idealPoints > 0) {
            var below = sheet.number(wanted, Math.max(0, demand.ideal() - Math.max(atStart, demand.min())));
            sheet.atLeast(counted.add(below), demand.ideal());
            sheet.cost(below, idealPoints);
        }
        long overPoints = index.weight(Rule.OVER_COVER) * demand.overWeight();
        if (demand.max() > demand.ideal() && overPoints > 0) {
            var above = sheet.number(demand.max() - demand.ideal(), Math.max(0, atStart - demand.ideal()));
            sheet.atMost(sheet.count(here).addTerm(above, -1), demand.ideal());
            sheet.cost(above, overPoints);
        }
    }
}
