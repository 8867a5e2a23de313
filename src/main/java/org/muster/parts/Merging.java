package org.muster.parts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muster.problem.Cadre;
import org.muster.problem.Community;
import org.muster.problem.Demand;
import org.muster.problem.Horizon;
import org.muster.problem.Identifier;
import org.muster.problem.Post;
import org.muster.problem.Problem;
import org.muster.problem.ProblemValidator;
import org.muster.problem.Round;
import org.muster.problem.Site;
import org.muster.problem.Skill;
import org.muster.problem.StandingAssignment;
import org.muster.problem.Travel;
import org.muster.problem.Window;
import org.muster.problem.WorkUnit;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.FaultList;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;
import org.muster.problem.rules.DutyRules;
import org.muster.problem.rules.Rule;
import org.muster.problem.rules.Weights;

/**
 * Makes one problem of several parts.
 *
 * <p>An identifier means the same in all parts: a unit that two parts list is one unit with one ceiling, a cadre whom
 * two parts list is one person. What is listed twice must be equal. Time zone and weights are those of every part;
 * tables of travel minutes are united, also with parts that ask for the default way of travelling, which is what a
 * table falls back on. The horizon goes from the first day of any part to the last day of any part.
 *
 * <p>A cadre serves only in the parts that list the cadre. To express this in the merged problem, the posts of a part
 * ask for a skill that represents the part and that its cadres hold: see {@link Membership}.
 */
public final class Merging {
    private final String root;
    private final Limits limits;
    private final FaultList faults;
    private final int faultsBefore;
    private final Origins origins;
    private final Union<Community> communities;
    private final Union<WorkUnit> units;
    private final Union<Skill> skills;
    private final Union<Post> posts;
    private final Union<Site> sites;
    private final Union<Round> rounds;
    private final Union<Window> windows;
    private final Union<Demand> demands;
    private final Union<Cadre> cadres;
    private final Union<DutyRules> dutyRules;
    private final Union<StandingAssignment> assignments;
    private final Map<String, Map<String, Integer>> minutes = new HashMap<>();
    private final Map<String, String> firstMinutes = new HashMap<>();
    private final List<MergedProblem.Section> sections = new ArrayList<>();
    private final List<List<String>> cadresOfSection = new ArrayList<>();
    private int travelEntries;
    private @Nullable PartRequest settings;
    private @Nullable Horizon horizon;

    /**
     * What the parts have become.
     *
     * @param origins where in the request the items of the problem come from
     */
    public record Merged(MergedProblem whole, Origins origins) {}

    /**
     * Starts with no part.
     *
     * @param root JSON Pointer of all parts, for faults of their sum
     * @param limits what the merged problem is measured against
     * @param faults gets what the parts say differently, and sums above the limits
     */
    public Merging(String root, Limits limits, FaultList faults) {
        this.root = root;
        this.limits = limits;
        this.faults = faults;
        faultsBefore = faults.count();
        origins = new Origins(root);
        communities = new Union<>("communities", limits.otherItems(), Community::id);
        units = new Union<>("units", limits.otherItems(), WorkUnit::id);
        skills = new Union<>("skills", limits.otherItems(), Skill::id);
        posts = new Union<>("posts", limits.otherItems(), Post::id);
        sites = new Union<>("sites", limits.sites(), Site::id);
        rounds = new Union<>("rounds", limits.otherItems(), Round::id);
        windows = new Union<>("windows", limits.windows(), Window::id);
        demands = new Union<>("demands", limits.demands(), Demand::id);
        cadres = new Union<>("cadres", limits.cadres(), Cadre::id);
        dutyRules = new Union<>("dutyRules", limits.otherItems(), DutyRules::id);
        assignments = new Union<>(
                "assignments",
                limits.assignments(),
                standing -> Identifier.shown(standing.demand()) + ", " + Identifier.shown(standing.cadre()));
    }

    /**
     * Merges parts that were not read from a request.
     *
     * @param parts at least one, each valid by itself
     * @throws InvalidInputException when the parts contradict each other, or are too large together
     */
    public static MergedProblem merge(List<PartRequest> parts, Limits limits) {
        var faults = new FaultList(limits);
        var merging = new Merging("", limits, faults);
        parts.forEach(merging::add);
        return merging.finish().orElseThrow(faults::asException).whole();
    }

    /**
     * Adds a part. Of what was known already, nothing is kept.
     *
     * @param part valid by itself
     * @throws InvalidInputException when a list has become larger than the limits allow
     */
    public void add(PartRequest part) {
        if (settings == null) {
            settings = part;
        }
        agree(settings, part);
        collect(part);
        var problem = part.problem();
        horizon = problem.windows().isEmpty() ? horizon : spanOf(horizon, problem.horizon());
        sections.add(new MergedProblem.Section(
                part.id(), problem.demands().stream().map(Demand::id).toList()));
        cadresOfSection.add(problem.cadres().stream().map(Cadre::id).toList());
    }

    /**
     * The parts as one.
     *
     * @return empty where there was no part, or a fault
     */
    public Optional<Merged> finish() {
        if (settings == null || faults.count() > faultsBefore) {
            return Optional.empty();
        }
        var problem = Membership.required(problem(settings.problem()), sections, cadresOfSection);
        ProblemValidator.faultsOf(problem, limits)
                .forEach(fault -> faults.add(() -> origins.pointerOf(fault.pointer()), fault.code(), fault.params()));
        return faults.count() > faultsBefore
                ? Optional.empty()
                : Optional.of(new Merged(new MergedProblem(problem, sections), origins));
    }

    private static Horizon spanOf(@Nullable Horizon known, Horizon more) {
        return known == null
                ? more
                : new Horizon(
                        known.from().isBefore(more.from()) ? known.from() : more.from(),
                        known.to().isAfter(more.to()) ? known.to() : more.to());
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
        var pointer = part.pointer() + "/travel/minutes/" + Identifier.pointerSegment(cadre);
        bySite.forEach((site, value) -> {
            var first = known.putIfAbsent(site, value);
            travelEntries += first == null ? 1 : 0;
            if (travelEntries > limits.travelEntries()) {
                throw tooMany(limits.travelEntries());
            }
            if (first != null && !first.equals(value)) {
                contradiction(
                        pointer + "/" + Identifier.pointerSegment(site),
                        Identifier.shown(site),
                        firstMinutes.getOrDefault(cadre, "") + "/" + Identifier.pointerSegment(site));
            }
        });
        firstMinutes.putIfAbsent(cadre, pointer);
    }

    private InvalidInputException tooMany(int limit) {
        faults.add(() -> root, FaultCode.TOO_MANY, Map.of("limit", Integer.toString(limit)));
        return faults.asException();
    }

    /** Without a window, the horizon of a part says nothing. */
    private Problem problem(Problem first) {
        return Problem.builder()
                .timeZone(first.timeZone())
                .horizon(horizon != null ? horizon : first.horizon())
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

    /** One list of the merged problem. */
    private final class Union<T> {
        private final String name;
        private final int limit;
        private final Function<T, String> id;
        private final Map<String, T> items = new LinkedHashMap<>();
        private final Map<String, String> pointers = new HashMap<>();

        Union(String name, int limit, Function<T, String> id) {
            this.name = name;
            this.limit = limit;
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
                    if (items.size() > limit) {
                        throw tooMany(limit);
                    }
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
