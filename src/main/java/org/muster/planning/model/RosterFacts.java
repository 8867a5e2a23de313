package org.muster.planning.model;

import ai.timefold.solver.core.api.domain.solution.ConstraintWeightOverrides;
import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.muster.problem.Community;
import org.muster.problem.Demand;
import org.muster.problem.Post;
import org.muster.problem.Problem;
import org.muster.problem.Round;
import org.muster.problem.Site;
import org.muster.problem.Skill;
import org.muster.problem.Window;
import org.muster.problem.WorkUnit;
import org.muster.problem.index.ById;
import org.muster.problem.index.ProblemIndex;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;

/** What all rosters of one solve share: cadres, demands, and which seats there are. */
public final class RosterFacts {
    private final ProblemIndex index;
    private final List<CadreFact> cadres;
    private final List<DemandFact> demands;
    private final List<StandingDuty> standingDuties;
    private final ConstraintWeightOverrides<HardMediumSoftScore> weights;
    private final DemandFact[] demandOfSeat;
    private final boolean[] pinned;
    private final int[] firstSeat;

    /** Chooses the candidates of a demand for a search. The list belongs to the demand, or it holds all cadres. */
    @FunctionalInterface
    private interface Choice {
        List<CadreFact> of(int demand, List<CadreFact> cadres);
    }

    private RosterFacts(ProblemIndex index, Schedule schedule, Choice choice) {
        this.index = index;
        var problem = index.problem();
        cadres = cadres(index);
        demands = demands(index, demand -> choice.of(demand, cadres));
        standingDuties = standingDuties(problem);
        weights = RuleWeights.overrides(problem.weights());

        var pinnedSeats = new int[demands.size()];
        var heads = new int[demands.size()];
        var pins = pins();
        for (var assignment : schedule.assignments()) {
            var dutyFact = dutyOf(assignment);
            heads[dutyFact.demand().number()]++;
            if (pins.remove(dutyFact)) {
                pinnedSeats[dutyFact.demand().number()]++;
            }
        }
        firstSeat = new int[demands.size() + 1];
        for (var demand : demands) {
            int seats = Math.max(demand.demand().max(), heads[demand.number()]);
            firstSeat[demand.number() + 1] = firstSeat[demand.number()] + seats;
        }
        demandOfSeat = new DemandFact[firstSeat[demands.size()]];
        pinned = new boolean[demandOfSeat.length];
        for (var demand : demands) {
            for (int seat = firstSeat[demand.number()]; seat < firstSeat[demand.number() + 1]; seat++) {
                demandOfSeat[seat] = demand;
                pinned[seat] = seat - firstSeat[demand.number()] < pinnedSeats[demand.number()];
            }
        }
    }

    /**
     * Prepares seats for a schedule: those of the problem, and more where it puts more heads than there may be. The
     * only candidates are the cadres on the seats, which is enough where Timefold does not search.
     */
    public static RosterFacts of(ProblemIndex index, Schedule schedule) {
        return new RosterFacts(index, schedule, (_, _) -> new ArrayList<>());
    }

    /** The same for a search among likely cadres. */
    public static RosterFacts withCandidates(ProblemIndex index, Schedule schedule, LikelyCadres likely) {
        return new RosterFacts(index, schedule, (demand, cadres) -> {
            var candidates = new ArrayList<CadreFact>(likely.count(demand));
            for (int rank = 0; rank < likely.count(demand); rank++) {
                candidates.add(cadres.get(likely.cadre(demand, rank)));
            }
            return candidates;
        });
    }

    /**
     * Prepares empty seats with all cadres as candidates: the reference that short lists of candidates are measured
     * against.
     */
    static RosterFacts withEverybodyAsCandidate(Problem problem) {
        return new RosterFacts(ProblemIndex.of(problem), Schedule.EMPTY, (_, cadres) -> cadres);
    }

    /** Puts the cadres of a schedule on seats: pinned cadres first, on the pinned seats of their demand. */
    public Roster rosterOf(Schedule schedule) {
        var sitting = new @Nullable CadreFact[seats()];
        var nextPinned = firstSeat.clone();
        var nextFree = firstSeat.clone();
        for (int seat = 0; seat < pinned.length; seat++) {
            if (pinned[seat]) {
                nextFree[demandOfSeat[seat].number()]++;
            }
        }
        var pins = pins();
        for (var assignment : schedule.assignments()) {
            var dutyFact = dutyOf(assignment);
            var next = pins.remove(dutyFact) ? nextPinned : nextFree;
            dutyFact.demand().admit(dutyFact.cadre());
            sitting[next[dutyFact.demand().number()]++] = dutyFact.cadre();
        }
        return new Roster(this, sitting, null);
    }

    public ProblemIndex index() {
        return index;
    }

    /** In the order of the problem. */
    public List<CadreFact> cadres() {
        return cadres;
    }

    /** In the order of the problem. */
    public List<DemandFact> demands() {
        return demands;
    }

    public List<StandingDuty> standingDuties() {
        return standingDuties;
    }

    /** The seats of a demand are those from {@code firstSeatOf(demand)}, inclusive, to that of the next, exclusive. */
    public int firstSeatOf(int demand) {
        return firstSeat[demand];
    }

    /**
     * The demand with an identifier.
     *
     * @throws IllegalArgumentException when there is none
     */
    public DemandFact demand(String id) {
        return demands.get(index.findDemand(id)
                .orElseThrow(() -> new IllegalArgumentException("The problem has no demand (%s).".formatted(id))));
    }

    /**
     * The cadre with an identifier.
     *
     * @throws IllegalArgumentException when there is none
     */
    public CadreFact cadre(String id) {
        return cadres.get(index.findCadre(id)
                .orElseThrow(() -> new IllegalArgumentException("The problem has no cadre (%s).".formatted(id))));
    }

    int seats() {
        return demandOfSeat.length;
    }

    DemandFact demandOf(int seat) {
        return demandOfSeat[seat];
    }

    boolean isPinned(int seat) {
        return pinned[seat];
    }

    ConstraintWeightOverrides<HardMediumSoftScore> weights() {
        return weights;
    }

    /** The pins of the problem; a pin holds one seat however often the schedule names it. */
    private Set<DutyFact> pins() {
        var pins = new HashSet<DutyFact>();
        for (var standing : standingDuties) {
            if (standing.pinned()) {
                pins.add(new DutyFact(standing.demand(), standing.cadre()));
            }
        }
        return pins;
    }

    /** A duty that is named twice, perhaps as pinned and as published, occurs once. */
    private List<StandingDuty> standingDuties(Problem problem) {
        var standing = new LinkedHashMap<DutyFact, StandingDuty>();
        for (var assignment : problem.assignments()) {
            var demand = demand(assignment.demand());
            var cadre = cadre(assignment.cadre());
            standing.merge(
                    new DutyFact(demand, cadre),
                    new StandingDuty(
                            demand, cadre, assignment.pinned(), assignment.published(), assignment.disruption()),
                    StandingDuty::and);
        }
        return List.copyOf(standing.values());
    }

    private DutyFact dutyOf(Assignment assignment) {
        return new DutyFact(demand(assignment.demand()), cadre(assignment.cadre()));
    }

    private static List<CadreFact> cadres(ProblemIndex index) {
        var problem = index.problem();
        var units = ById.of(problem.units(), WorkUnit::id);
        var subdistricts = subdistricts(problem);
        var scarce =
                problem.skills().stream().filter(Skill::scarce).map(Skill::id).collect(Collectors.toSet());
        return IntStream.range(0, index.cadres())
                .mapToObj(number -> {
                    var cadre = index.cadre(number);
                    var scarceSkills = cadre.skills().stream()
                            .filter(held -> scarce.contains(held.skill()))
                            .toList();
                    return new CadreFact(
                            index,
                            number,
                            ById.get(units, cadre.unit()),
                            ById.get(subdistricts, cadre.homeCommunity()),
                            scarceSkills);
                })
                .toList();
    }

    private static List<DemandFact> demands(ProblemIndex index, IntFunction<List<CadreFact>> candidates) {
        var problem = index.problem();
        var posts = ById.of(problem.posts(), Post::id);
        var sites = ById.of(problem.sites(), Site::id);
        var windows = ById.of(problem.windows(), Window::id);
        var rounds = ById.of(problem.rounds(), Round::id);
        var subdistricts = subdistricts(problem);
        var facts = new ArrayList<DemandFact>(index.demands());
        for (int number = 0; number < index.demands(); number++) {
            Demand demand = index.demand(number);
            var site = ById.get(sites, demand.site());
            var window = ById.get(windows, demand.window());
            facts.add(new DemandFact(
                    index,
                    number,
                    ById.get(posts, demand.post()),
                    site,
                    ById.get(subdistricts, site.community()),
                    window,
                    ById.get(rounds, window.round()).date(),
                    candidates.apply(number)));
        }
        return facts;
    }

    private static Map<String, String> subdistricts(Problem problem) {
        var subdistricts = new HashMap<String, String>();
        for (Community community : problem.communities()) {
            subdistricts.put(community.id(), community.subdistrict().intern());
        }
        return subdistricts;
    }
}
