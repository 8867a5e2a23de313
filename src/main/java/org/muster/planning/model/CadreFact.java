package org.muster.planning.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.muster.problem.Cadre;
import org.muster.problem.HeldSkill;
import org.muster.problem.Horizon;
import org.muster.problem.Post;
import org.muster.problem.WorkUnit;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.DutyRules;

/** A cadre as the solver sees one: with everything at hand that constraints ask for at each move. */
public final class CadreFact {
    private final ProblemIndex index;
    private final int number;
    private final Cadre cadre;
    private final WorkUnit unit;
    private final int unitNumber;
    private final int ceiling;
    private final String homeSubdistrict;
    private final List<HeldSkill> scarceSkills;
    private final int baseHours;
    private final int lastSite;
    private final DutyRules rules;
    private final Map<DutyRule, DutyLimit> requiredLimits;
    private final Map<DutyRule, DutyLimit> preferredLimits;

    CadreFact(ProblemIndex index, int number, WorkUnit unit, String homeSubdistrict, List<HeldSkill> scarceSkills) {
        this.index = index;
        this.number = number;
        this.unit = unit;
        this.homeSubdistrict = homeSubdistrict;
        this.scarceSkills = scarceSkills;
        cadre = index.cadre(number);
        unitNumber = index.unitOf(number);
        ceiling = index.ceiling(unitNumber);
        baseHours = index.baseHours(number);
        lastSite = index.lastSite(number);
        rules = index.rulesOf(number);
        requiredLimits = limits(rules, true);
        preferredLimits = limits(rules, false);
    }

    private static Map<DutyRule, DutyLimit> limits(DutyRules rules, boolean required) {
        return rules.limits().entrySet().stream()
                .filter(limit -> limit.getValue().isRequired() == required)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The place in the problem's list. */
    public int number() {
        return number;
    }

    public Cadre cadre() {
        return cadre;
    }

    public WorkUnit unit() {
        return unit;
    }

    public int unitNumber() {
        return unitNumber;
    }

    /** How many of the unit may be away on one date. */
    public int ceiling() {
        return ceiling;
    }

    /** Whether anything limits how many of the unit are away. */
    public boolean hasCeiling() {
        return ceiling != Integer.MAX_VALUE;
    }

    public String homeSubdistrict() {
        return homeSubdistrict;
    }

    /** Whole hours served before, above the least loaded cadre. */
    public int baseHours() {
        return baseHours;
    }

    /** The number of the site of the last earlier duty, or {@link ProblemIndex#NONE}. */
    public int lastSite() {
        return lastSite;
    }

    public DutyRules rules() {
        return rules;
    }

    /** The days that duty rules look at. */
    public Horizon horizon() {
        return index.problem().horizon();
    }

    /** The duty rules that must be kept. */
    public Map<DutyRule, DutyLimit> requiredLimits() {
        return requiredLimits;
    }

    /** The duty rules that are goals. */
    public Map<DutyRule, DutyLimit> preferredLimits() {
        return preferredLimits;
    }

    /** Whether a duty on a demand, taken alone, keeps every rule. */
    public boolean mayServe(DemandFact demand) {
        return index.mayServe(number, demand.number());
    }

    /**
     * Whether one cadre cannot serve both, whatever other duties there are: they overlap, or are too close to each
     * other.
     */
    public boolean mustChoose(DemandFact one, DemandFact other) {
        return !index.serviceWindows().canServeBoth(rules, one.window(), one.site(), other.window(), other.site());
    }

    /** What a duty costs at the soft level whatever else the cadre does. */
    public long costOf(DemandFact demand) {
        return index.dutyCost(number, demand.number());
    }

    /** The points that fairness adds when the cadre, with {@code hours} in this plan so far, serves there too. */
    public long fairnessCostOf(DemandFact demand, int hours) {
        return index.fairnessCost(baseHours + hours, demand.hours());
    }

    /** One-way travel minutes to a demand's site. */
    public int travelTo(DemandFact demand) {
        return index.travel(number, demand.site());
    }

    /** Weights of undesired intervals that a duty overlaps, minus those of desired ones. */
    public long preference(DemandFact demand) {
        return index.preference(number, demand.window());
    }

    /** Whether a scarce skill is held that day and the post asks for none of those held. */
    public boolean wastesScarceSkill(DemandFact demand) {
        return !scarceSkills.isEmpty() && wastesScarceSkill(demand.post(), demand.date());
    }

    private boolean wastesScarceSkill(Post post, LocalDate date) {
        boolean holdsScarce = false;
        for (var held : scarceSkills) {
            if (held.isHeldOn(date)) {
                if (post.asksFor(held.skill())) {
                    return false;
                }
                holdsScarce = true;
            }
        }
        return holdsScarce;
    }

    @Override
    public String toString() {
        return cadre.id();
    }
}
