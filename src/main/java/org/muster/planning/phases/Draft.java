package org.muster.planning.phases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muster.planning.CadreFact;
import org.muster.planning.DemandFact;
import org.muster.planning.Duties;
import org.muster.planning.Duty;
import org.muster.planning.DutyRuleExcess;
import org.muster.planning.RosterFacts;
import org.muster.planning.Team;
import org.muster.problem.Rule;

/**
 * Who serves where while a first schedule is made, with what it takes to see at once whether one more duty breaks a
 * rule, and what it costs.
 */
final class Draft {
    private final RosterFacts facts;
    private final long sameSiteWeight;
    private final long disruptionWeight;
    private final long dutyRuleWeight;
    private final long teamUnitsWeight;
    private final long experienceWeight;
    private final Set<Duty> pinned = new HashSet<>();
    private final Set<Duty> published = new HashSet<>();
    private final List<List<DemandFact>> dutiesOfCadre;
    private final List<List<CadreFact>> cadresOfDemand;
    private final Map<Team, List<CadreFact>> teams = new HashMap<>();
    private final int[] awayOfUnitAndDay;
    private final BitSet[] seatedInWindow;

    Draft(RosterFacts facts) {
        this.facts = facts;
        var weights = facts.index().problem().weights();
        sameSiteWeight = weights.of(Rule.SAME_SITE);
        disruptionWeight = weights.of(Rule.DISRUPTION);
        dutyRuleWeight = weights.of(Rule.PREFERRED_DUTY_RULES);
        teamUnitsWeight = weights.of(Rule.TEAM_UNITS);
        experienceWeight = weights.of(Rule.EXPERIENCE);
        dutiesOfCadre = emptyLists(facts.cadres().size());
        cadresOfDemand = emptyLists(facts.demands().size());
        seatedInWindow = new BitSet[facts.index().windows()];
        Arrays.setAll(seatedInWindow, _ -> new BitSet());
        awayOfUnitAndDay = new int[facts.index().units() * facts.index().days()];
        for (var standing : facts.standingDuties()) {
            var duty = new Duty(standing.demand(), standing.cadre());
            if (standing.pinned()) {
                pinned.add(duty);
            }
            if (standing.published()) {
                published.add(duty);
            }
        }
    }

    /** Who serves on a demand; not to be changed. */
    List<CadreFact> cadresOf(DemandFact demand) {
        return cadresOfDemand.get(demand.number());
    }

    /** Where a cadre serves; not to be changed. */
    List<DemandFact> dutiesOf(CadreFact cadre) {
        return dutiesOfCadre.get(cadre.number());
    }

    int heads(DemandFact demand) {
        return cadresOf(demand).size();
    }

    boolean hasFreeSeat(DemandFact demand) {
        return heads(demand) < demand.demand().max();
    }

    boolean isPinned(CadreFact cadre, DemandFact demand) {
        return !pinned.isEmpty() && pinned.contains(new Duty(demand, cadre));
    }

    void put(CadreFact cadre, DemandFact demand) {
        if (cadre.hasCeiling() && !servesOn(cadre, demand.day())) {
            awayOfUnitAndDay[unitAndDay(cadre, demand)]++;
        }
        dutiesOf(cadre).add(demand);
        seatedInWindow[demand.window()].set(cadre.number());
        cadresOf(demand).add(cadre);
        teams.computeIfAbsent(demand.team(), _ -> new ArrayList<>()).add(cadre);
    }

    void take(CadreFact cadre, DemandFact demand) {
        dutiesOf(cadre).remove(demand);
        seatedInWindow[demand.window()].set(cadre.number(), servesIn(cadre, demand.window()));
        cadresOf(demand).remove(cadre);
        teamOf(demand).remove(cadre);
        if (cadre.hasCeiling() && !servesOn(cadre, demand.day())) {
            awayOfUnitAndDay[unitAndDay(cadre, demand)]--;
        }
    }

    /** Everybody whom post and window of a demand do not rule out, and who has no seat in that window. */
    BitSet withoutSeatIn(DemandFact demand) {
        var index = facts.index();
        var cadres = (BitSet) index.pool(index.dutyKindOf(demand.number())).clone();
        cadres.andNot(seatedInWindow[demand.window()]);
        return cadres;
    }

    /** Whether one more duty keeps every rule, but for those that only more duties can mend, and for headcount. */
    boolean mayTake(CadreFact cadre, DemandFact demand) {
        return cadre.mayServe(demand) && hasTimeFor(cadre, demand) && unitCanSpare(cadre, demand);
    }

    /** The only duty that prevents another one; null when none does, or more than one, or something else. */
    @Nullable
    DemandFact onlyObstacle(CadreFact cadre, DemandFact demand) {
        if (!cadre.mayServe(demand)) {
            return null;
        }
        var duties = dutiesOf(cadre);
        DemandFact obstacle = null;
        for (var duty : duties) {
            if (cadre.mustChoose(duty, demand)) {
                if (obstacle != null) {
                    return null;
                }
                obstacle = duty;
            }
        }
        if (obstacle == null && duties.size() == 1) {
            obstacle = duties.getFirst();
        }
        if (obstacle == null || isPinned(cadre, obstacle)) {
            return null;
        }
        return obstacle;
    }

    /** What one more duty costs at least: no cadre of a later place among the candidates costs less. */
    long leastCostOf(CadreFact cadre, DemandFact demand) {
        long cost = cadre.costOf(demand) + cadre.fairnessCostOf(demand, 0) - experienceWeight;
        return published.isEmpty() ? cost : cost - disruptionWeight;
    }

    /** How many points one more duty costs at the soft level, ideal and over cover left aside. */
    long costOf(CadreFact cadre, DemandFact demand) {
        var duties = dutiesOf(cadre);
        int hours = 0;
        boolean knowsSite = duties.isEmpty() ? cadre.lastSite() < 0 : false;
        knowsSite |= cadre.lastSite() == demand.site();
        for (var duty : duties) {
            hours += duty.hours();
            knowsSite |= duty.site() == demand.site();
        }
        long cost = cadre.costOf(demand) + cadre.fairnessCostOf(demand, hours);
        if (!knowsSite) {
            cost += sameSiteWeight;
        }
        if (!published.isEmpty() && published.contains(new Duty(demand, cadre))) {
            cost -= disruptionWeight;
        }
        if (!cadre.preferredLimits().isEmpty()) {
            cost += dutyRuleWeight * growthOfPreferred(cadre, demand);
        }
        return cost + teamCost(cadre, demand);
    }

    private long teamCost(CadreFact cadre, DemandFact demand) {
        var team = teamOf(demand);
        boolean isNewUnit = !team.isEmpty();
        int guides = 0;
        for (var member : team) {
            isNewUnit &= member.unitNumber() != cadre.unitNumber();
            guides += member.cadre().isExperienced() ? 1 : 0;
        }
        int added = cadre.cadre().isExperienced() ? 1 : 0;
        int missing = missingGuides(team.size() + 1, guides + added) - missingGuides(team.size(), guides);
        return (isNewUnit ? teamUnitsWeight : 0) + experienceWeight * missing;
    }

    private static int missingGuides(int heads, int guides) {
        return heads < 2 ? 0 : Math.max(0, Math.ceilDiv(heads, 5) - guides);
    }

    private boolean hasTimeFor(CadreFact cadre, DemandFact demand) {
        int minutesOfDay = demand.minutes();
        for (var duty : dutiesOf(cadre)) {
            if (cadre.mustChoose(duty, demand)) {
                return false;
            }
            if (duty.day() == demand.day()) {
                minutesOfDay += duty.minutes();
            }
        }
        Integer limit = cadre.rules().maxMinutesPerDay();
        return (limit == null || minutesOfDay <= limit)
                && (cadre.requiredLimits().isEmpty() || !exceedsMore(cadre, demand));
    }

    private boolean exceedsMore(CadreFact cadre, DemandFact demand) {
        return DutyRuleExcess.beyondMending(cadre, dutiesWith(cadre, demand))
                > DutyRuleExcess.beyondMending(cadre, Duties.of(dutiesOf(cadre)));
    }

    private long growthOfPreferred(CadreFact cadre, DemandFact demand) {
        return DutyRuleExcess.preferred(cadre, dutiesWith(cadre, demand))
                - DutyRuleExcess.preferred(cadre, Duties.of(dutiesOf(cadre)));
    }

    private Duties dutiesWith(CadreFact cadre, DemandFact demand) {
        var with = new ArrayList<>(dutiesOf(cadre));
        with.add(demand);
        return Duties.of(with);
    }

    private boolean unitCanSpare(CadreFact cadre, DemandFact demand) {
        return !cadre.hasCeiling()
                || awayOfUnitAndDay[unitAndDay(cadre, demand)] < cadre.ceiling()
                || servesOn(cadre, demand.day());
    }

    private boolean servesOn(CadreFact cadre, int day) {
        for (var duty : dutiesOf(cadre)) {
            if (duty.day() == day) {
                return true;
            }
        }
        return false;
    }

    private boolean servesIn(CadreFact cadre, int window) {
        for (var duty : dutiesOf(cadre)) {
            if (duty.window() == window) {
                return true;
            }
        }
        return false;
    }

    private List<CadreFact> teamOf(DemandFact demand) {
        return teams.getOrDefault(demand.team(), List.of());
    }

    private int unitAndDay(CadreFact cadre, DemandFact demand) {
        return cadre.unitNumber() * facts.index().days() + demand.day();
    }

    private static <T> List<List<T>> emptyLists(int count) {
        var lists = new ArrayList<List<T>>(count);
        for (int i = 0; i < count; i++) {
            lists.add(new ArrayList<>(2));
        }
        return lists;
    }
}
