package org.muster.problem;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.problem.rules.DutyRules;
import org.muster.problem.rules.Weights;

/**
 * A problem while it is being read, in whatever order its parts come. Items may be broken: in place of an invalid value
 * they have a stand-in (an empty identifier, the epoch), and a fault says so. {@link ProblemValidator} compares the
 * items with each other; only a draft without faults becomes a {@link Problem}.
 */
public final class ProblemDraft {

    private final DraftList<Community> communities = new DraftList<>("communities", Community::id);
    private final DraftList<WorkUnit> units = new DraftList<>("units", WorkUnit::id);
    private final DraftList<Skill> skills = new DraftList<>("skills", Skill::id);
    private final DraftList<Post> posts = new DraftList<>("posts", Post::id);
    private final DraftList<Site> sites = new DraftList<>("sites", Site::id);
    private final DraftList<Round> rounds = new DraftList<>("rounds", Round::id);
    private final DraftList<Window> windows = new DraftList<>("windows", Window::id);
    private final DraftList<Demand> demands = new DraftList<>("demands", Demand::id);
    private final DraftList<Cadre> cadres = new DraftList<>("cadres", Cadre::id);
    private final DraftList<DutyRules> dutyRules = new DraftList<>("dutyRules", DutyRules::id);
    private final List<StandingAssignment> assignments = new ArrayList<>();
    private final BitSet windowsWithoutTimes = new BitSet();
    private @Nullable ZoneId timeZone = Problem.DEFAULT_TIME_ZONE;
    private @Nullable Horizon horizon;
    private boolean horizonReadable = true;
    private Travel travel = Travel.ByDistance.DEFAULT;
    private Weights weights = Weights.DEFAULT;

    /** A draft of a problem that was made in Java. */
    static ProblemDraft of(Problem problem) {
        var draft = new ProblemDraft();
        problem.communities().forEach(draft.communities::add);
        problem.units().forEach(draft.units::add);
        problem.skills().forEach(draft.skills::add);
        problem.posts().forEach(draft.posts::add);
        problem.sites().forEach(draft.sites::add);
        problem.rounds().forEach(draft.rounds::add);
        problem.windows().forEach(draft.windows::add);
        problem.demands().forEach(draft.demands::add);
        problem.cadres().forEach(draft.cadres::add);
        problem.dutyRules().forEach(draft.dutyRules::add);
        draft.assignments.addAll(problem.assignments());
        draft.timeZone = problem.timeZone();
        draft.horizon = problem.horizon();
        draft.travel = problem.travel();
        draft.weights = problem.weights();
        return draft;
    }

    /** The problem. Only a draft in which no fault was found can become one. */
    public Problem toProblem() {
        return Problem.builder()
                .timeZone(timeZone != null ? timeZone : Problem.DEFAULT_TIME_ZONE)
                .horizon(horizon)
                .communities(communities.items())
                .units(units.items())
                .skills(skills.items())
                .posts(posts.items())
                .sites(sites.items())
                .rounds(rounds.items())
                .windows(windows.items())
                .demands(demands.items())
                .cadres(cadres.items())
                .dutyRules(dutyRules.items())
                .assignments(assignments)
                .travel(travel)
                .weights(weights)
                .build();
    }

    /** Sets the zone; null when the given value is not a zone. */
    public void timeZone(@Nullable ZoneId value) {
        timeZone = value;
    }

    /** Sets the horizon that was given. */
    public void horizon(Horizon value) {
        horizon = value;
    }

    /** Marks a given horizon as unreadable, so that no window is reported as outside of it. */
    public void markHorizonUnreadable() {
        horizonReadable = false;
    }

    public void travel(Travel value) {
        travel = value;
    }

    public void weights(Weights value) {
        weights = value;
    }

    /** Adds a window whose start or end was invalid. */
    public void addWindowWithoutTimes(Window window) {
        windowsWithoutTimes.set(windows.size());
        windows.add(window);
    }

    public void addAssignment(StandingAssignment assignment) {
        assignments.add(assignment);
    }

    public DraftList<Community> communities() {
        return communities;
    }

    public DraftList<WorkUnit> units() {
        return units;
    }

    public DraftList<Skill> skills() {
        return skills;
    }

    public DraftList<Post> posts() {
        return posts;
    }

    public DraftList<Site> sites() {
        return sites;
    }

    public DraftList<Round> rounds() {
        return rounds;
    }

    public DraftList<Window> windows() {
        return windows;
    }

    public DraftList<Demand> demands() {
        return demands;
    }

    public DraftList<Cadre> cadres() {
        return cadres;
    }

    public DraftList<DutyRules> dutyRules() {
        return dutyRules;
    }

    List<StandingAssignment> assignments() {
        return assignments;
    }

    @Nullable
    ZoneId timeZone() {
        return timeZone;
    }

    @Nullable
    Horizon horizon() {
        return horizon;
    }

    boolean isHorizonReadable() {
        return horizonReadable;
    }

    boolean hasTimes(int window) {
        return !windowsWithoutTimes.get(window);
    }

    Travel travel() {
        return travel;
    }
}
