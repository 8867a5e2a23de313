package org.muster.evaluation.referee;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.problem.Cadre;
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
import org.muster.problem.rules.DutyRules;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;

/** Who serves where, looked up once: a schedule with every identifier replaced by the record it names. */
public final class ResolvedSchedule {
    private final Problem problem;
    private final Map<String, Community> communities;
    private final Map<String, WorkUnit> units;
    private final Map<String, Skill> skills;
    private final Map<String, DutyRules> dutyRules;
    private final List<Duty> duties;
    private final Map<String, List<Duty>> dutiesOfCadre;
    private final Map<String, List<Duty>> dutiesOnDemand;

    /** @throws IllegalArgumentException when an assignment names a demand or a cadre that the problem does not have */
    public ResolvedSchedule(Problem problem, Schedule schedule) {
        this.problem = problem;
        communities = ById.of(problem.communities(), Community::id);
        units = ById.of(problem.units(), WorkUnit::id);
        skills = ById.of(problem.skills(), Skill::id);
        dutyRules = ById.of(problem.dutyRules(), DutyRules::id);
        duties = List.copyOf(dutiesOf(schedule));
        dutiesOfCadre = duties.stream()
                .sorted(Duty.IN_TIME)
                .collect(groupingBy(duty -> duty.cadre().id()));
        dutiesOnDemand =
                duties.stream().collect(groupingBy(duty -> duty.demand().id()));
    }

    private List<Duty> dutiesOf(Schedule schedule) {
        var cadres = ById.of(problem.cadres(), Cadre::id);
        var demands = ById.of(problem.demands(), Demand::id);
        var posts = ById.of(problem.posts(), Post::id);
        var sites = ById.of(problem.sites(), Site::id);
        var windows = ById.of(problem.windows(), Window::id);
        var rounds = ById.of(problem.rounds(), Round::id);
        var places = new HashMap<String, Integer>();
        for (var demand : problem.demands()) {
            places.put(demand.id(), places.size());
        }
        var found = new ArrayList<Duty>(schedule.assignments().size());
        for (Assignment assignment : schedule.assignments()) {
            var demand = get(demands, "demand", assignment.demand());
            var site = get(sites, "site", demand.site());
            var window = get(windows, "window", demand.window());
            found.add(new Duty(
                    get(cadres, "cadre", assignment.cadre()),
                    demand,
                    get(places, "demand", demand.id()),
                    get(posts, "post", demand.post()),
                    site,
                    subdistrictOf(site.community()),
                    window,
                    get(rounds, "round", window.round()),
                    problem.minuteOf(window.start()),
                    problem.minuteOf(window.end())));
        }
        return found;
    }

    Problem problem() {
        return problem;
    }

    /** All duties, in the schedule's order. */
    List<Duty> duties() {
        return duties;
    }

    /** The duties of a cadre, in time. */
    public List<Duty> dutiesOf(Cadre cadre) {
        return dutiesOfCadre.getOrDefault(cadre.id(), List.of());
    }

    /** The heads on a demand. */
    List<Duty> dutiesOn(Demand demand) {
        return dutiesOnDemand.getOrDefault(demand.id(), List.of());
    }

    /** Cadres with a duty, in the problem's order. */
    List<Cadre> cadresOnDuty() {
        return problem.cadres().stream()
                .filter(cadre -> dutiesOfCadre.containsKey(cadre.id()))
                .toList();
    }

    /** The cadres who serve at one site in one window, for each site and window that has any. */
    Collection<List<Duty>> teams() {
        record SiteAndWindow(String site, String window) {}
        return duties.stream()
                .collect(groupingBy(
                        duty -> new SiteAndWindow(
                                duty.site().id(), duty.window().id()),
                        LinkedHashMap::new,
                        toList()))
                .values();
    }

    WorkUnit unitOf(Cadre cadre) {
        return get(units, "unit", cadre.unit());
    }

    Skill skill(String id) {
        return get(skills, "skill", id);
    }

    String subdistrictOf(String community) {
        return get(communities, "community", community).subdistrict();
    }

    /** The duty rules of a cadre; empty for one whose duties may only not overlap. */
    Optional<DutyRules> findDutyRulesOf(Cadre cadre) {
        var id = cadre.dutyRules();
        return id == null ? Optional.empty() : Optional.of(get(dutyRules, "set of duty rules", id));
    }

    private static <T> T get(Map<String, T> items, String what, String id) {
        @Nullable T item = items.get(id);
        if (item == null) {
            throw new IllegalArgumentException(
                    "The problem has no %s (%s) among its %d. Maybe the schedule belongs to another problem."
                            .formatted(what, id, items.size()));
        }
        return item;
    }
}
