package org.muster.evaluation.deployment;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.muster.evaluation.deployment.Deployment.Group;
import org.muster.evaluation.deployment.Deployment.Service;
import org.muster.evaluation.deployment.Deployment.Turnout;
import org.muster.evaluation.deployment.Deployment.UnfilledPost;
import org.muster.evaluation.deployment.Deployment.UnfilledSite;
import org.muster.evaluation.deployment.Deployment.UnitGroup;
import org.muster.evaluation.referee.Duty;
import org.muster.evaluation.referee.HeadcountRules;
import org.muster.evaluation.referee.ResolvedSchedule;
import org.muster.problem.Cadre;
import org.muster.problem.Cadre.Level;
import org.muster.problem.Demand;
import org.muster.problem.Post;
import org.muster.problem.Problem;
import org.muster.problem.Site;
import org.muster.problem.Window;
import org.muster.problem.index.ById;
import org.muster.schedule.Schedule;

/** Counts who is deployed, for how long, and which posts stay unfilled. */
final class DeploymentCount {

    private final Problem problem;
    private final ResolvedSchedule resolvedSchedule;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Level> levels;
    private final GroupCount everybody;
    private final GroupCount own;
    private final Map<String, GroupCount> units = new HashMap<>();

    DeploymentCount(Problem problem, Schedule schedule) {
        this.problem = problem;
        resolvedSchedule = new ResolvedSchedule(problem, schedule);
        for (var round : problem.rounds()) {
            places.put(round.id(), places.size());
        }
        levels = levelsOfUnits(problem.cadres());
        everybody = new GroupCount();
        own = new GroupCount();
        for (var unit : problem.units()) {
            units.put(unit.id(), new GroupCount());
            groupsOf(unit.id()).forEach(group -> group.staff += unit.staff());
        }
    }

    Deployment count() {
        var services = new ArrayList<Service>(problem.cadres().size());
        for (var cadre : problem.cadres()) {
            var duties = resolvedSchedule.dutiesOf(cadre);
            var rounds = roundsOf(duties);
            groupsOf(cadre.unit()).forEach(group -> group.add(cadre.level(), rounds));
            int minutes = duties.stream().mapToInt(Duty::minutes).sum();
            services.add(new Service(cadre, duties.size(), minutes, rounds.cardinality()));
        }
        return new Deployment(
                everybody.group(),
                own.group(),
                problem.units().stream()
                        .map(unit -> new UnitGroup(
                                unit,
                                levels.get(unit.id()),
                                ById.get(units, unit.id()).group()))
                        .toList(),
                services,
                Distribution.of(services.stream()
                        .mapToInt(service -> service.cadre().minutesServed())
                        .toArray()),
                Distribution.of(
                        services.stream().mapToInt(Service::minutesAfter).toArray()),
                unfilled());
    }

    /** The groups in which the cadres of a unit count. */
    private List<GroupCount> groupsOf(String unit) {
        var group = ById.get(units, unit);
        return levels.get(unit) == Level.DISTRICT ? List.of(everybody, own, group) : List.of(everybody, group);
    }

    private BitSet roundsOf(List<Duty> duties) {
        var rounds = new BitSet();
        duties.forEach(duty -> rounds.set(ById.get(places, duty.round().id())));
        return rounds;
    }

    private static Map<String, Level> levelsOfUnits(List<Cadre> cadres) {
        var counts = new HashMap<String, LevelCount>();
        for (var cadre : cadres) {
            counts.computeIfAbsent(cadre.unit(), _ -> new LevelCount()).add(cadre.level());
        }
        var levels = new HashMap<String, Level>();
        counts.forEach((unit, count) -> levels.put(unit, count.commonest()));
        return levels;
    }

    private List<UnfilledSite> unfilled() {
        var posts = ById.of(problem.posts(), Post::id);
        var windows = ById.of(problem.windows(), Window::id);
        var bySite = problem.demands().stream()
                .filter(demand -> HeadcountRules.missing(resolvedSchedule, demand) > 0)
                .collect(groupingBy(Demand::site));
        return problem.sites().stream()
                .filter(site -> bySite.containsKey(site.id()))
                .map(site -> unfilled(site, bySite.getOrDefault(site.id(), List.of()), posts, windows))
                .toList();
    }

    private UnfilledSite unfilled(
            Site site, List<Demand> demands, Map<String, Post> posts, Map<String, Window> windows) {
        return new UnfilledSite(
                site,
                demands.stream()
                        .map(demand -> new UnfilledPost(
                                demand,
                                ById.get(posts, demand.post()),
                                ById.get(windows, demand.window()),
                                HeadcountRules.missing(resolvedSchedule, demand)))
                        .sorted(Comparator.comparing(post -> post.window().start()))
                        .toList());
    }

    /** Counts the people of some units. */
    private final class GroupCount {
        private long staff;
        private int cadres;
        private final LevelCount deployed = new LevelCount();
        /** By index of the round; only rounds with deployed people, since many units are in few of many rounds. */
        private final SortedMap<Integer, LevelCount> byRound = new TreeMap<>();

        void add(Level level, BitSet rounds) {
            cadres++;
            if (!rounds.isEmpty()) {
                deployed.add(level);
            }
            rounds.stream()
                    .forEach(round -> byRound.computeIfAbsent(round, _ -> new LevelCount())
                            .add(level));
        }

        Group group() {
            return new Group(
                    staff,
                    cadres,
                    deployed.headcount(),
                    byRound.entrySet().stream()
                            .map(turnout -> new Turnout(
                                    problem.rounds().get(turnout.getKey()),
                                    turnout.getValue().headcount()))
                            .toList());
        }
    }
}
