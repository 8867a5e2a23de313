package org.muster.problem.index;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.muster.problem.Cadre;
import org.muster.problem.Demand;
import org.muster.problem.Post;
import org.muster.problem.Problem;
import org.muster.problem.Site;
import org.muster.problem.Window;
import org.muster.problem.rules.DutyRules;
import org.muster.problem.rules.Rule;

/**
 * The problem with numbers instead of identifiers, for algorithms that query it millions of times: answers take
 * nanoseconds.
 *
 * <p>Every item has the number of its place in the problem's list. All methods may be called from several threads. What
 * a duty costs or breaks by itself, whatever else the cadre does, is answered here; rules about several duties are not.
 *
 * <p>How to read it: after the counts ({@link #cadres()}, {@link #demands()}, ...) and the way from identifiers to
 * numbers come the facts of demands and windows, then those of cadres and units. Three questions are what the rest is
 * for: {@link #mayServe} (and {@link #obstacle}, which says why not), {@link #dutyCost}, and {@link #quantityAlone},
 * the same rule by rule. Each splits into a part of the place ({@link #siteCost}) and one of post and window, the
 * kind of a duty ({@link #kindCost}, {@link #pool}): so a table for all pairs of demand and cadre is never made.
 */
public final class ProblemIndex {
    /** Stands for "no item" where a number of one is returned. */
    public static final int NONE = -1;

    private final Problem problem;
    /** By ordinal of the rule. */
    private final long[] weights;

    private final Numbering cadreNumbers;
    private final Numbering demandNumbers;

    private final int[] siteOfDemand;
    private final int[] windowOfDemand;
    private final int[] dutyKindOfDemand;

    private final WindowTable windowTable;
    private final long[] windowStart;
    private final long[] windowEnd;
    private final int[] windowMinutes;
    private final int[] windowHours;
    private final int[] windowDay;

    private final int[] unitOfCadre;
    private final int[] lastSite;
    private final int[] baseHours;
    private final DutyRules[] rulesOfCadre;
    private final DutyRuleLimits[] limitsOfCadre;
    private final int[] ceilingOfUnit;

    private final List<DutyKind> dutyKinds;
    private final DutyPlaces places;
    private final Preferences preferences;
    private final Eligibility eligibility;
    private final ServiceWindows serviceWindows;
    private final DutyOrder dutyOrder;

    private ProblemIndex(Problem problem) {
        this.problem = problem;
        weights = Arrays.stream(Rule.values()).mapToLong(problem.weights()::of).toArray();
        cadreNumbers = Numbering.of(problem.cadres(), Cadre::id);
        demandNumbers = Numbering.of(problem.demands(), Demand::id);
        var sites = Numbering.of(problem.sites(), Site::id);
        var windows = Numbering.of(problem.windows(), Window::id);

        windowTable = new WindowTable(problem);
        windowStart = windowTable.start;
        windowEnd = windowTable.end;
        windowMinutes = windowTable.minutes;
        windowHours = windowTable.hours;
        windowDay = windowTable.day;

        siteOfDemand = sites.numbersOf(problem.demands(), Demand::site);
        windowOfDemand = windows.numbersOf(problem.demands(), Demand::window);
        var posts = Numbering.of(problem.posts(), Post::id);
        var kinds = new DutyKinds(posts.numbersOf(problem.demands(), Demand::post), windowOfDemand);
        dutyKindOfDemand = kinds.ofDemand;
        dutyKinds = kinds.all;

        var cadres = new CadreTable(problem, sites);
        unitOfCadre = cadres.unit;
        lastSite = cadres.lastSite;
        baseHours = cadres.baseHours;
        rulesOfCadre = cadres.rules;
        var limits = new HashMap<DutyRules, DutyRuleLimits>();
        limitsOfCadre = Arrays.stream(rulesOfCadre)
                .map(rules -> limits.computeIfAbsent(rules, fresh -> new DutyRuleLimits(fresh, windowTable)))
                .toArray(DutyRuleLimits[]::new);
        ceilingOfUnit = problem.units().stream()
                .mapToInt(unit -> unit.ceiling().orElse(Integer.MAX_VALUE))
                .toArray();
        places = new DutyPlaces(problem, cadres);

        preferences = new Preferences(problem, windowStart, windowEnd);
        eligibility = new Eligibility(problem, dutyKinds, preferences, windowTable, limitsOfCadre);
        serviceWindows = new ServiceWindows(windowStart, windowEnd, windowDay, sitesOfWindows());
        dutyOrder = new DutyOrder(
                windowOfDemand.length,
                demand -> windowStart[windowOfDemand[demand]],
                demand -> windowEnd[windowOfDemand[demand]]);
    }

    private BitSet[] sitesOfWindows() {
        var sites = new BitSet[windowStart.length];
        Arrays.setAll(sites, _ -> new BitSet());
        for (int demand = 0; demand < siteOfDemand.length; demand++) {
            sites[windowOfDemand[demand]].set(siteOfDemand[demand]);
        }
        return sites;
    }

    /** Numbers a problem. Takes well under a second for the largest district known. */
    public static ProblemIndex of(Problem problem) {
        return new ProblemIndex(problem);
    }

    public Problem problem() {
        return problem;
    }

    /** Points a unit of the rule's quantity. */
    @SuppressWarnings("EnumOrdinal") // an array is read in a nanosecond, and nobody stores the ordinal
    public long weight(Rule rule) {
        return weights[rule.ordinal()];
    }

    public int cadres() {
        return unitOfCadre.length;
    }

    public int demands() {
        return siteOfDemand.length;
    }

    /** How many heads there may be at most, on all demands together. */
    public long seats() {
        return problem.demands().stream().mapToLong(Demand::max).sum();
    }

    public int windows() {
        return windowStart.length;
    }

    public int sites() {
        return problem.sites().size();
    }

    public int units() {
        return ceilingOfUnit.length;
    }

    /** The days of the horizon. */
    public int days() {
        return problem.horizon().days();
    }

    /** The number of the cadre with an identifier; empty when there is none. */
    public OptionalInt findCadre(String id) {
        return cadreNumbers.find(id);
    }

    /** The number of the demand with an identifier; empty when there is none. */
    public OptionalInt findDemand(String id) {
        return demandNumbers.find(id);
    }

    public Cadre cadre(int cadre) {
        return problem.cadres().get(cadre);
    }

    public Demand demand(int demand) {
        return problem.demands().get(demand);
    }

    public int siteOf(int demand) {
        return siteOfDemand[demand];
    }

    public int windowOf(int demand) {
        return windowOfDemand[demand];
    }

    /** Demands of the same post in the same window have the same number here, from 0 to {@link #dutyKinds()} - 1. */
    public int dutyKindOf(int demand) {
        return dutyKindOfDemand[demand];
    }

    /** How many different pairs of post and window there are. */
    public int dutyKinds() {
        return dutyKinds.size();
    }

    /** The window of a kind of duty. */
    public int windowOfKind(int dutyKind) {
        return dutyKinds.get(dutyKind).window();
    }

    /** Minutes since the epoch, inclusive. */
    public long start(int window) {
        return windowStart[window];
    }

    /** Minutes since the epoch, exclusive. */
    public long end(int window) {
        return windowEnd[window];
    }

    /** How long a duty in the window lasts. */
    public int minutes(int window) {
        return windowMinutes[window];
    }

    /** The same in whole hours, rounded up, as fairness counts them. */
    public int hoursOf(int window) {
        return windowHours[window];
    }

    /** The day on which the window starts, counted from 0 at the start of the horizon. */
    public int day(int window) {
        return windowDay[window];
    }

    /** The date on which the window starts. */
    public LocalDate date(int window) {
        return problem.windows().get(window).date();
    }

    /**
     * Minutes between two windows: how long the earlier one ends before the later one starts. Negative when they
     * overlap: minus the length of the overlap.
     */
    public long gap(int window, int other) {
        return Math.max(windowStart[window], windowStart[other]) - Math.min(windowEnd[window], windowEnd[other]);
    }

    /** Which windows one cadre can serve in both. */
    public ServiceWindows serviceWindows() {
        return serviceWindows;
    }

    /** The order in which duties are served. */
    public DutyOrder dutyOrder() {
        return dutyOrder;
    }

    public int unitOf(int cadre) {
        return unitOfCadre[cadre];
    }

    /** How many cadres of a unit may be away on one date; {@link Integer#MAX_VALUE} when any number may. */
    public int ceiling(int unit) {
        return ceilingOfUnit[unit];
    }

    /** The site the cadre is confined to, or {@link #NONE}. */
    public int confinedTo(int cadre) {
        return places.confinedTo(cadre);
    }

    /** The site of the cadre's last earlier duty, or {@link #NONE}. */
    public int lastSite(int cadre) {
        return lastSite[cadre];
    }

    /** The cadre's load before this plan: whole hours above the least loaded cadre. */
    public int baseHours(int cadre) {
        return baseHours[cadre];
    }

    /** The cadre's duty rules; a set without any rule for a cadre who has none. */
    public DutyRules rulesOf(int cadre) {
        return rulesOfCadre[cadre];
    }

    /** The limits among the cadre's duty rules that look at several duties. */
    public DutyRuleLimits limitsOf(int cadre) {
        return limitsOfCadre[cadre];
    }

    WindowTable windowTable() {
        return windowTable;
    }

    /** One-way travel minutes. */
    public int travel(int cadre, int site) {
        return places.travel(cadre, site);
    }

    /** Weights of undesired intervals that a duty in the window overlaps, minus those of desired ones. */
    public long preference(int cadre, int window) {
        return preferences.points(cadre, window);
    }

    /**
     * Whether a duty, taken alone, keeps every rule: {@link #obstacle} is empty.
     *
     * <p>A cadre who may serve can still be prevented by other duties, or by a unit's ceiling.
     */
    public boolean mayServe(int cadre, int demand) {
        return eligibility.pool(dutyKindOfDemand[demand]).get(cadre)
                && places.mayGoTo(cadre, siteOfDemand[demand]);
    }

    /**
     * All cadres whom the post and the window of a demand do not rule out; the site still may, by {@link
     * Rule#CONFINEMENT} or a limit on travel. Not to be changed.
     *
     * @param dutyKind see {@link #dutyKindOf}
     */
    public BitSet pool(int dutyKind) {
        return eligibility.pool(dutyKind);
    }

    /**
     * The first rule, in the order of {@link Rule}, that a duty taken alone breaks; empty when it keeps them all. A
     * duty that is longer than the cadre's day, or that a required duty rule forbids by itself, is named as well.
     */
    public Optional<Rule> obstacle(int cadre, int demand) {
        var obstacle = eligibility.obstacle(cadre, dutyKindOfDemand[demand]);
        boolean isBeforeConfinement = obstacle != null && obstacle.compareTo(Rule.CONFINEMENT) < 0;
        if (!isBeforeConfinement && !places.isAdmitted(cadre, siteOfDemand[demand])) {
            return Optional.of(Rule.CONFINEMENT);
        }
        if (obstacle != null) {
            return Optional.of(obstacle);
        }
        return places.isNear(cadre, siteOfDemand[demand]) ? Optional.empty() : Optional.of(Rule.DUTY_RULES);
    }

    /**
     * What a duty costs at the soft level whatever else the cadre does: travel, home, unit pairing, preference, scarce
     * skill, and a preferred limit on travel. Negative where a desired duty is worth more than it costs.
     */
    public long dutyCost(int cadre, int demand) {
        return siteCost(cadre, siteOfDemand[demand]) + kindCost(cadre, dutyKindOfDemand[demand]);
    }

    /** The part of {@link #dutyCost} that depends on the place: travel, home, unit pairing. */
    public long siteCost(int cadre, int site) {
        return places.cost(cadre, site);
    }

    /**
     * Fills what {@link #siteCost} says of cadres {@code from} (inclusive) to {@code to} (exclusive), at the start of
     * {@code row}; much faster than asking one by one.
     *
     * @param barred stands for those who may not go there
     */
    public void fillSiteCosts(int site, int from, int to, long barred, long[] row) {
        places.fillCosts(site, from, to, barred, row);
    }

    /** The part of {@link #dutyCost} that depends on post and window: preference and scarce skill. */
    public long kindCost(int cadre, int dutyKind) {
        long cost = weight(Rule.PREFERENCE)
                * preferences.points(cadre, dutyKinds.get(dutyKind).window());
        return eligibility.wastesScarceSkill(cadre, dutyKind) ? cost + weight(Rule.SCARCE_SKILL) : cost;
    }

    /**
     * What a duty adds to the quantity of a rule whatever else the cadre does; 0 for a rule that looks at several
     * duties, at heads or at teams. Of the duty rules only the limit on travel looks at a single duty.
     */
    public long quantityAlone(Rule rule, int cadre, int demand) {
        int site = siteOfDemand[demand];
        return switch (rule) {
            case CONFINEMENT -> places.isAdmitted(cadre, site) ? 0 : 1;
            case DUTY_RULES -> places.isNear(cadre, site) ? 0 : 1;
            case TRAVEL -> travel(cadre, site);
            case HOME -> places.isAtHome(cadre, site) ? 0 : 1;
            case UNIT_PAIRING -> places.isPaired(cadre, site) ? 0 : 1;
            case PREFERENCE -> preferences.points(cadre, windowOfDemand[demand]);
            case SCARCE_SKILL -> eligibility.wastesScarceSkill(cadre, dutyKindOfDemand[demand]) ? 1 : 0;
            case PREFERRED_DUTY_RULES -> places.farPoints(cadre, site);
            default ->
                rule.scope() == Rule.Scope.DUTY && eligibility.isBroken(rule, cadre, dutyKindOfDemand[demand]) ? 1 : 0;
        };
    }

    /** Whole hours, rounded up. */
    public static int hours(int minutes) {
        return Math.ceilDiv(minutes, 60);
    }

    /** The points that fairness adds when a cadre, so far at {@code load} hours, serves {@code hours} more. */
    public long fairnessCost(int load, int hours) {
        return weight(Rule.FAIRNESS) * hours * (2L * load + hours);
    }

    /** Whether a site does not rule a cadre out, by {@link Rule#CONFINEMENT} or a required limit on travel. */
    public boolean mayGoTo(int cadre, int site) {
        return places.mayGoTo(cadre, site);
    }

    /** A post in a window: all that a demand asks of a cadre apart from the place. */
    record DutyKind(int post, int window) {}
}
