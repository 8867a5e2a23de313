package org.muster.problem.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.muster.problem.Cadre;
import org.muster.problem.Demand;
import org.muster.problem.Post;
import org.muster.problem.Problem;
import org.muster.problem.Site;
import org.muster.problem.Window;
import org.muster.problem.WorkUnit;
import org.muster.problem.rules.DutyRule;
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

    private final Map<String, Integer> cadreNumbers;
    private final Map<String, Integer> demandNumbers;

    private final int[] siteOfDemand;
    private final int[] windowOfDemand;
    private final int[] dutyKindOfDemand;

    private final long[] windowStart;
    private final long[] windowEnd;
    private final int[] windowMinutes;
    private final int[] windowHours;
    private final int[] windowDay;

    private final int[] unitOfCadre;
    private final int[] homeOfCadre;
    private final int[] confinedTo;
    private final int[] lastSite;
    private final int[] baseHours;
    private final DutyRules[] rulesOfCadre;
    /** Travel minutes that a required rule allows, and those that a preferred one does with its points beyond. */
    private final int[] travelAllowed;

    private final int[] travelPreferred;
    private final long[] farPoints;

    private final int[] subdistrictOfSite;
    private final boolean[] residentsOnly;
    private final int[] ceilingOfUnit;
    private final BitSet[] pairedSubdistricts;

    private final List<DutyKind> dutyKinds;
    private final Preferences preferences;
    private final TravelTimes travelTimes;
    private final Eligibility eligibility;
    private final ServiceWindows serviceWindows;
    private final DutyOrder dutyOrder;

    private ProblemIndex(Problem problem) {
        this.problem = problem;
        weights = Arrays.stream(Rule.values()).mapToLong(problem.weights()::of).toArray();
        cadreNumbers = numbers(problem.cadres(), Cadre::id);
        demandNumbers = numbers(problem.demands(), Demand::id);
        var sites = numbers(problem.sites(), Site::id);
        var windows = numbers(problem.windows(), Window::id);
        var posts = numbers(problem.posts(), Post::id);
        var units = numbers(problem.units(), WorkUnit::id);

        windowStart = problem.windows().stream()
                .mapToLong(window -> problem.minuteOf(window.start()))
                .toArray();
        windowEnd = problem.windows().stream()
                .mapToLong(window -> problem.minuteOf(window.end()))
                .toArray();
        windowMinutes = problem.windows().stream().mapToInt(problem::minutesOf).toArray();
        windowHours = Arrays.stream(windowMinutes).map(ProblemIndex::hours).toArray();
        long firstDay = problem.horizon().from().toEpochDay();
        windowDay = problem.windows().stream()
                .mapToInt(window -> Math.toIntExact(window.date().toEpochDay() - firstDay))
                .toArray();

        siteOfDemand = places(problem.demands(), sites, Demand::site);
        windowOfDemand = places(problem.demands(), windows, Demand::window);
        var kinds = new DutyKinds(places(problem.demands(), posts, Demand::post), windowOfDemand);
        dutyKindOfDemand = kinds.ofDemand;
        dutyKinds = kinds.all;

        var subdistricts = new HashMap<String, Integer>();
        var subdistrictOfCommunity = new HashMap<String, Integer>();
        for (var community : problem.communities()) {
            subdistrictOfCommunity.put(
                    community.id(), subdistricts.computeIfAbsent(community.subdistrict(), _ -> subdistricts.size()));
        }
        subdistrictOfSite = places(problem.sites(), subdistrictOfCommunity, Site::community);
        residentsOnly = new boolean[problem.sites().size()];
        for (int site = 0; site < residentsOnly.length; site++) {
            residentsOnly[site] = problem.sites().get(site).admits() == Site.Admits.RESIDENTS;
        }
        ceilingOfUnit = problem.units().stream()
                .mapToInt(unit -> unit.ceiling().orElse(Integer.MAX_VALUE))
                .toArray();
        pairedSubdistricts = pairings(problem.units(), subdistricts);

        var cadres = problem.cadres();
        unitOfCadre = places(cadres, units, Cadre::unit);
        homeOfCadre = places(cadres, subdistrictOfCommunity, Cadre::homeCommunity);
        confinedTo = new int[cadres.size()];
        lastSite = new int[cadres.size()];
        baseHours = new int[cadres.size()];
        rulesOfCadre = new DutyRules[cadres.size()];
        var rules = new HashMap<String, DutyRules>();
        problem.dutyRules().forEach(set -> rules.put(set.id(), set));
        var unprotected = new DutyRules("", 0, null, Map.of());
        int leastMinutes = cadres.stream().mapToInt(Cadre::minutesServed).min().orElse(0);
        for (int number = 0; number < cadres.size(); number++) {
            var cadre = cadres.get(number);
            confinedTo[number] = cadre.confinedTo() == null ? NONE : placeOf(sites, cadre.confinedTo());
            lastSite[number] = cadre.lastSite() == null ? NONE : placeOf(sites, cadre.lastSite());
            baseHours[number] = hours(cadre.minutesServed() - leastMinutes);
            rulesOfCadre[number] =
                    cadre.dutyRules() == null ? unprotected : rules.getOrDefault(cadre.dutyRules(), unprotected);
        }
        travelAllowed = new int[cadres.size()];
        travelPreferred = new int[cadres.size()];
        farPoints = new long[cadres.size()];
        for (int number = 0; number < cadres.size(); number++) {
            var limit = rulesOfCadre[number].limits().get(DutyRule.MAX_TRAVEL);
            travelAllowed[number] = limit != null && limit.weight() == null ? limit.count() : Integer.MAX_VALUE;
            travelPreferred[number] = limit != null && limit.weight() != null ? limit.count() : Integer.MAX_VALUE;
            farPoints[number] = limit != null && limit.weight() != null ? limit.weight() : 0;
        }
        preferences = new Preferences(problem, windowStart, windowEnd);
        travelTimes = new TravelTimes(problem);
        eligibility = new Eligibility(problem, dutyKinds, preferences);
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
        return subdistrictOfSite.length;
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
        var number = cadreNumbers.get(id);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** The number of the demand with an identifier; empty when there is none. */
    public OptionalInt findDemand(String id) {
        var number = demandNumbers.get(id);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
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
        return confinedTo[cadre];
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

    /** One-way travel minutes. */
    public int travel(int cadre, int site) {
        return confinedTo[cadre] == NONE ? travelTimes.minutes(cadre, site) : 0;
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
                && isAdmitted(cadre, siteOfDemand[demand])
                && isNear(cadre, siteOfDemand[demand]);
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
        if (!isBeforeConfinement && !isAdmitted(cadre, siteOfDemand[demand])) {
            return Optional.of(Rule.CONFINEMENT);
        }
        if (obstacle != null) {
            return Optional.of(obstacle);
        }
        return isNear(cadre, siteOfDemand[demand]) ? Optional.empty() : Optional.of(Rule.DUTY_RULES);
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
        int minutes = travel(cadre, site);
        int subdistrict = subdistrictOfSite[site];
        long cost = weight(Rule.TRAVEL) * minutes;
        if (homeOfCadre[cadre] != subdistrict) {
            cost += weight(Rule.HOME);
        }
        if (!isPaired(cadre, subdistrict)) {
            cost += weight(Rule.UNIT_PAIRING);
        }
        if (minutes > travelPreferred[cadre]) {
            cost += weight(Rule.PREFERRED_DUTY_RULES) * farPoints[cadre];
        }
        return cost;
    }

    /**
     * Fills what {@link #siteCost} says of cadres {@code from} (inclusive) to {@code to} (exclusive), at the start of
     * {@code row}; much faster than asking one by one.
     *
     * @param barred stands for those who may not go there
     */
    public void fillSiteCosts(int site, int from, int to, long barred, long[] row) {
        long travelWeight = weight(Rule.TRAVEL);
        long home = weight(Rule.HOME);
        long pairing = weight(Rule.UNIT_PAIRING);
        long preferred = weight(Rule.PREFERRED_DUTY_RULES);
        int subdistrict = subdistrictOfSite[site];
        travelTimes.fill(site, from, to, row);
        for (int cadre = from; cadre < to; cadre++) {
            long minutes = confinedTo[cadre] == NONE ? row[cadre - from] : 0;
            long cost = travelWeight * minutes;
            cost += homeOfCadre[cadre] == subdistrict ? 0 : home;
            cost += isPaired(cadre, subdistrict) ? 0 : pairing;
            cost += minutes > travelPreferred[cadre] ? preferred * farPoints[cadre] : 0;
            row[cadre - from] = isAdmitted(cadre, site) && minutes <= travelAllowed[cadre] ? cost : barred;
        }
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
            case SKILL, AVAILABILITY, SERVICE, AGE, CARE ->
                eligibility.isBroken(rule, cadre, dutyKindOfDemand[demand]) ? 1 : 0;
            case CONFINEMENT -> isAdmitted(cadre, site) ? 0 : 1;
            case DUTY_RULES -> isNear(cadre, site) ? 0 : 1;
            case TRAVEL -> travel(cadre, site);
            case HOME -> homeOfCadre[cadre] == subdistrictOfSite[site] ? 0 : 1;
            case UNIT_PAIRING -> isPaired(cadre, subdistrictOfSite[site]) ? 0 : 1;
            case PREFERENCE -> preferences.points(cadre, windowOfDemand[demand]);
            case SCARCE_SKILL -> eligibility.wastesScarceSkill(cadre, dutyKindOfDemand[demand]) ? 1 : 0;
            case PREFERRED_DUTY_RULES -> travel(cadre, site) > travelPreferred[cadre] ? farPoints[cadre] : 0;
            default -> {
                if (rule.scope() == Rule.Scope.DUTY) {
                    throw new IllegalStateException("Nothing counts the rule (%s) for a single duty.".formatted(rule));
                }
                yield 0;
            }
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
        return isAdmitted(cadre, site) && isNear(cadre, site);
    }

    private boolean isAdmitted(int cadre, int site) {
        return confinedTo[cadre] == NONE ? !residentsOnly[site] : confinedTo[cadre] == site;
    }

    private boolean isNear(int cadre, int site) {
        int allowed = travelAllowed[cadre];
        return allowed == Integer.MAX_VALUE || travel(cadre, site) <= allowed;
    }

    private boolean isPaired(int cadre, int subdistrict) {
        return pairedSubdistricts[unitOfCadre[cadre]].get(subdistrict);
    }

    private static BitSet[] pairings(List<WorkUnit> units, Map<String, Integer> subdistricts) {
        var paired = new BitSet[units.size()];
        for (int unit = 0; unit < paired.length; unit++) {
            paired[unit] = new BitSet(subdistricts.size());
            for (var subdistrict : subdistricts.entrySet()) {
                paired[unit].set(subdistrict.getValue(), units.get(unit).isPairedWith(subdistrict.getKey()));
            }
        }
        return paired;
    }

    private static <T> Map<String, Integer> numbers(List<T> items, Function<T, String> id) {
        var numbers = HashMap.<String, Integer>newHashMap(items.size());
        for (int number = 0; number < items.size(); number++) {
            numbers.put(id.apply(items.get(number)), number);
        }
        return numbers;
    }

    private static <T> int[] places(List<T> items, Map<String, Integer> numbers, Function<T, String> reference) {
        return items.stream()
                .mapToInt(item -> placeOf(numbers, reference.apply(item)))
                .toArray();
    }

    private static int placeOf(Map<String, Integer> numbers, String id) {
        var number = numbers.get(id);
        if (number == null) {
            throw new IllegalArgumentException(
                    "Nothing is called (%s) here. Maybe the problem was not validated.".formatted(id));
        }
        return number;
    }

    /** A post in a window: all that a demand asks of a cadre apart from the place. */
    record DutyKind(int post, int window) {}

    /** Numbers the different pairs of post and window in the order in which demands name them. */
    private static final class DutyKinds {
        private final int[] ofDemand;
        private final List<DutyKind> all;

        DutyKinds(int[] postOfDemand, int[] windowOfDemand) {
            var numbers = new HashMap<DutyKind, Integer>();
            var found = new ArrayList<DutyKind>();
            ofDemand = new int[postOfDemand.length];
            for (int demand = 0; demand < ofDemand.length; demand++) {
                var kind = new DutyKind(postOfDemand[demand], windowOfDemand[demand]);
                ofDemand[demand] = numbers.computeIfAbsent(kind, fresh -> {
                    found.add(fresh);
                    return found.size() - 1;
                });
            }
            all = List.copyOf(found);
        }
    }
}
