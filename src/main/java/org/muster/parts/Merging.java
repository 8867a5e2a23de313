package org.muster.parts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.muster.problem.Cadre;
import org.muster.problem.Community;
import org.muster.problem.Demand;
import org.muster.problem.DutyRules;
import org.muster.problem.FaultCode;
import org.muster.problem.FaultList;
import org.muster.problem.Horizon;
import org.muster.problem.Identifier;
import org.muster.problem.InvalidInputException;
import org.muster.problem.Limits;
import org.muster.problem.Post;
import org.muster.problem.Problem;
import org.muster.problem.ProblemValidator;
import org.muster.problem.Round;
import org.muster.problem.Rule;
import org.muster.problem.Site;
import org.muster.problem.Skill;
import org.muster.problem.StandingAssignment;
import org.muster.problem.Travel;
import org.muster.problem.Weights;
import org.muster.problem.Window;
import org.muster.problem.WorkUnit;

/**
 * Makes one problem of several parts.
 *
 * <p>An identifier means the same in all parts: a unit that two parts list is one unit with one ceiling, a cadre whom
 * two parts list is one person. What is listed twice must be equal. Time zone and weights are those of every part;
 * tables of travel minutes are united, also with parts that ask for the default way of travelling, which is what a
 * table falls back on. The horizon goes from the first day of any part to the last day of any part.
 *
 * <p>A cadre serves in the parts that list her and nowhere else. So that every reader of the merged problem knows it,
 * the posts of a part ask for a skill that stands for the part, which its cadres hold: see {@link Membership}.
 */
public final class Merging {
    private final FaultList faults;
    private final Origins origins;
    private final Union<Community> communities = new Union<>("communities", Community::id);
    private final Union<WorkUnit> units = new Union<>("units", WorkUnit::id);
    private final Union<Skill> skills = new Union<>("skills", Skill::id);
    private final Union<Post> posts = new Union<>("posts", Post::id);
    private final Union<Site> sites = new Union<>("sites", Site::id);
    private final Union<Round> rounds = new Union<>("rounds", Round::id);
    private final Union<Window> windows = new Union<>("windows", Window::id);
    private final Union<Demand> demands = new Union<>("demands", Demand::id);
    private final Union<Cadre> cadres = new Union<>("cadres", Cadre::id);
    private final Union<DutyRules> dutyRules = new Union<>("dutyRules", DutyRules::id);
    private final Union<StandingAssignment> assignments = new Union<>(
            "assignments", standing -> Identifier.shown(standing.demand()) + ", " + Identifier.shown(standing.cadre()));
    private final Map<String, Map<String, Integer>> minutes = new HashMap<>();
    private final Map<String, String> firstMinutes = new HashMap<>();

    /**
     * What the parts have become.
     *
     * @param origins where in the request the items of the problem come from
     */
    public record Merged(Whole whole, Origins origins) {}

    private Merging(String root, FaultList faults) {
        this.faults = faults;
        origins = new Origins(root);
    }

    /**
     * Merges parts that are valid by themselves.
     *
     * @param parts at least one
     * @param root JSON Pointer of all parts, for faults of their sum
     * @param limits what the merged problem is measured against
     * @param faults gets what the parts say differently, and sums above the limits
     * @return empty where there was such a fault
     */
    public static Optional<Merged> merge(List<PartRequest> parts, String root, Limits limits, FaultList faults) {
        return new Merging(root, faults).run(parts, limits);
    }

    /**
     * Merges parts that are valid by themselves, and were not read from a request.
     *
     * @param parts at least one
     * @throws InvalidInputException when the parts contradict each other, or are too large together
     */
    public static Whole merge(List<PartRequest> parts, Limits limits) {
        var faults = new FaultList(limits);
        return merge(parts, "", limits, faults).orElseThrow(faults::asException).whole();
    }

    private Optional<Merged> run(List<PartRequest> parts, Limits limits) {
        int before = faults.count();
        parts.forEach(part -> {
            agree(parts.getFirst(), part);
            collect(part);
        });
        if (faults.count() > before) {
            return Optional.empty();
        }
        var sections = parts.stream()
                .map(part -> new Whole.Section(
                        part.id(),
                        part.problem().demands().stream().map(Demand::id).toList()))
                .toList();
        var whole = new Whole(Membership.required(problem(parts), parts), sections);
        ProblemValidator.faultsOf(whole.problem(), limits)
                .forEach(fault -> faults.add(() -> origins.pointerOf(fault.pointer()), fault.code(), fault.params()));
        return faults.count() > before ? Optional.empty() : Optional.of(new Merged(whole, origins));
    }

    private void agree(PartRequest first, PartRequest part) {
        if (!part.problem().timeZone().equals(first.problem().timeZone())) {
            contradiction(part, first, "timeZone");
        }
        if (!areEqual(part.problem().weights(), first.problem().weights())) {
            contradiction(part, first, "weights");
        }
        if (!canBeOne(part.problem().travel(), first.problem().travel())) {
            contradiction(part, first, "travel");
        }
    }

    private void contradiction(PartRequest part, PartRequest first, String field) {
        contradiction(part.pointer() + "/" + field, field, first.pointer() + "/" + field);
    }

    private void contradiction(String pointer, String value, String first) {
        faults.add(() -> pointer, FaultCode.CONTRADICTION, Map.of("value", value, "first", first));
    }

    private static boolean areEqual(Weights weights, Weights others) {
        return Rule.goals().stream().allMatch(goal -> weights.of(goal) == others.of(goal));
    }

    /** A pair that a table leaves out counts by distance, as the default does. */
    private static boolean canBeOne(Travel travel, Travel other) {
        return travel.equals(other) || (isTableOrDefault(travel) && isTableOrDefault(other));
    }

    private static boolean isTableOrDefault(Travel travel) {
        return travel instanceof Travel.Table || travel.equals(Travel.ByDistance.DEFAULT);
    }

    private void collect(PartRequest part) {
        var problem = part.problem();
        communities.add(part, problem.communities());
        units.add(part, problem.units());
        skills.add(part, problem.skills());
        posts.add(part, problem.posts());
        sites.add(part, problem.sites());
        rounds.add(part, problem.rounds());
        windows.add(part, problem.windows());
        demands.add(part, problem.demands());
        cadres.add(part, problem.cadres());
        dutyRules.add(part, problem.dutyRules());
        assignments.add(part, problem.assignments());
        if (problem.travel() instanceof Travel.Table table) {
            table.minutes().forEach((cadre, bySite) -> collectMinutes(part, cadre, bySite));
        }
    }

    private void collectMinutes(PartRequest part, String cadre, Map<String, Integer> bySite) {
        var known = minutes.computeIfAbsent(cadre, _ -> new HashMap<>());
        var pointer = part.pointer() + "/travel/minutes/" + segment(cadre);
        bySite.forEach((site, value) -> {
            var first = known.putIfAbsent(site, value);
            if (first != null && !first.equals(value)) {
                contradiction(
                        pointer + "/" + segment(site),
                        Identifier.shown(site),
                        firstMinutes.getOrDefault(cadre, "") + "/" + segment(site));
            }
        });
        firstMinutes.putIfAbsent(cadre, pointer);
    }

    /** A segment of a JSON Pointer, escaped as RFC 6901 asks. */
    private static String segment(String key) {
        return Identifier.shown(key).replace("~", "~0").replace("/", "~1");
    }

    private Problem problem(List<PartRequest> parts) {
        var first = parts.getFirst().problem();
        return Problem.builder()
                .timeZone(first.timeZone())
                .horizon(horizon(parts))
                .communities(communities.list())
                .units(units.list())
                .skills(skills.list())
                .posts(posts.list())
                .sites(sites.list())
                .rounds(rounds.list())
                .windows(windows.list())
                .demands(demands.list())
                .cadres(cadres.list())
                .dutyRules(dutyRules.list())
                .assignments(assignments.list())
                .travel(minutes.isEmpty() ? first.travel() : new Travel.Table(minutes))
                .weights(first.weights())
                .build();
    }

    /** Without a window, the horizon of a part says nothing. */
    private static Horizon horizon(List<PartRequest> parts) {
        var horizons = parts.stream()
                .map(PartRequest::problem)
                .filter(problem -> !problem.windows().isEmpty())
                .map(Problem::horizon)
                .toList();
        if (horizons.isEmpty()) {
            return parts.getFirst().problem().horizon();
        }
        return new Horizon(
                horizons.stream()
                        .map(Horizon::from)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                horizons.stream()
                        .map(Horizon::to)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    /** One list of the merged problem. */
    private final class Union<T> {
        private final String name;
        private final Function<T, String> id;
        private final Map<String, T> items = new LinkedHashMap<>();
        private final Map<String, String> pointers = new HashMap<>();

        Union(String name, Function<T, String> id) {
            this.name = name;
            this.id = id;
        }

        void add(PartRequest part, List<T> more) {
            for (int place = 0; place < more.size(); place++) {
                var pointer = part.pointer() + "/" + name + "/" + place;
                var key = id.apply(more.get(place));
                var first = items.putIfAbsent(key, more.get(place));
                if (first == null) {
                    pointers.put(key, pointer);
                    origins.add(name, pointer);
                } else if (!first.equals(more.get(place))) {
                    contradiction(pointer, key, pointers.getOrDefault(key, ""));
                }
            }
        }

        List<T> list() {
            return new ArrayList<>(items.values());
        }
    }
}
