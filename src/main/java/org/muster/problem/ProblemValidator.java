package org.muster.problem;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.muster.problem.faults.Fault;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.FaultList;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;

/**
 * Finds everything that is wrong between the items of a problem: duplicate identifiers, unknown references, windows
 * and horizon, sums above the limits; and, where a problem was made in Java, inside them as well.
 *
 * <p>Whether pinned assignments break rules among themselves is checked by the referee, not here.
 */
public final class ProblemValidator {

    private final ProblemDraft draft;
    private final String root;
    private final Limits limits;
    private final FaultList faults;

    private ProblemValidator(ProblemDraft draft, String root, Limits limits, FaultList faults) {
        this.draft = draft;
        this.root = root;
        this.limits = limits;
        this.faults = faults;
    }

    /** The first faults of a problem that was made in Java; empty exactly when it has none. */
    public static List<Fault> faultsOf(Problem problem, Limits limits) {
        return faultListOf(problem, limits).listed();
    }

    /**
     * Refuses a problem that was made in Java as if it had been sent.
     *
     * @throws InvalidInputException when it has faults
     */
    public static void requireValid(Problem problem, Limits limits) {
        var faults = faultListOf(problem, limits);
        if (faults.count() > 0) {
            throw faults.asException();
        }
    }

    private static FaultList faultListOf(Problem problem, Limits limits) {
        var faults = new FaultList(limits);
        var validator = new ProblemValidator(ProblemDraft.of(problem), "", limits, faults);
        validator.sizes();
        new ItemValidator(limits, faults).all(validator.draft);
        validator.items();
        return faults;
    }

    /**
     * Adds the faults between the items of a draft, which was read within the limits.
     *
     * @param root JSON Pointer of the problem in its document
     */
    public static void check(ProblemDraft draft, String root, Limits limits, FaultList faults) {
        new ProblemValidator(draft, root, limits, faults).items();
    }

    private void items() {
        identifiers();
        placeReferences();
        demandReferences();
        peopleReferences();
        assignments();
        travel();
        seats();
        windows();
        new SkippedTimes(draft, faults, this::pointer).check();
    }

    private void sizes() {
        size(draft.communities(), limits.otherItems());
        size(draft.units(), limits.otherItems());
        size(draft.skills(), limits.otherItems());
        size(draft.posts(), limits.otherItems());
        size(draft.sites(), limits.sites());
        size(draft.rounds(), limits.otherItems());
        size(draft.windows(), limits.windows());
        size(draft.demands(), limits.demands());
        size(draft.cadres(), limits.cadres());
        size(draft.dutyRules(), limits.otherItems());
        atMost(limits.assignments(), draft.assignments().size(), root + "/assignments");
        atMost(
                limits.availability(),
                draft.cadres().items().stream()
                        .mapToLong(cadre -> cadre.availability().size())
                        .sum(),
                root + "/cadres");
    }

    private void size(DraftList<?> list, int limit) {
        atMost(limit, list.size(), root + "/" + list.name());
    }

    private void atMost(long limit, long count, String pointer) {
        if (count > limit) {
            faults.add(() -> pointer, FaultCode.TOO_MANY, Map.of("limit", Long.toString(limit)));
        }
    }

    private void identifiers() {
        for (var list : List.of(
                draft.communities(),
                draft.units(),
                draft.skills(),
                draft.posts(),
                draft.sites(),
                draft.rounds(),
                draft.windows(),
                draft.demands(),
                draft.cadres(),
                draft.dutyRules())) {
            duplicateIdentifiers(list);
        }
    }

    private void duplicateIdentifiers(DraftList<?> list) {
        for (int i = 0; i < list.size(); i++) {
            String id = list.idOf(i);
            int first = list.firstIndexOf(id);
            if (first >= 0 && first < i) {
                fault(
                        list.name(),
                        i,
                        "/id",
                        FaultCode.DUPLICATE_ID,
                        Map.of("id", Identifier.shown(id), "first", pointer(list.name(), first, "/id")));
            }
        }
    }

    private void placeReferences() {
        subdistricts();
        references(draft.posts(), "skillsAnyOf", draft.skills(), Post::skillsAnyOf);
        references(draft.posts(), "skillsAllOf", draft.skills(), Post::skillsAllOf);
        reference(draft.sites(), "community", draft.communities(), Site::community);
    }

    private void subdistricts() {
        var known = new DraftList<Community>("subdistricts", Community::subdistrict);
        draft.communities().items().forEach(known::add);
        if (!draft.communities().isReadable()) {
            known.markUnreadable();
        }
        references(draft.units(), "subdistricts", known, WorkUnit::subdistricts);
    }

    private void demandReferences() {
        reference(draft.windows(), "round", draft.rounds(), Window::round);
        reference(draft.demands(), "site", draft.sites(), Demand::site);
        reference(draft.demands(), "window", draft.windows(), Demand::window);
        reference(draft.demands(), "post", draft.posts(), Demand::post);
    }

    private void peopleReferences() {
        reference(draft.cadres(), "unit", draft.units(), Cadre::unit);
        reference(draft.cadres(), "homeCommunity", draft.communities(), Cadre::homeCommunity);
        reference(draft.cadres(), "lastSite", draft.sites(), Cadre::lastSite);
        reference(draft.cadres(), "dutyRules", draft.dutyRules(), Cadre::dutyRules);
        var cadres = draft.cadres().items();
        for (int i = 0; i < cadres.size(); i++) {
            confinement(cadres.get(i), i);
            heldSkills(cadres.get(i), i);
        }
    }

    /** The site where a cadre is confined is personal data: it is not echoed. */
    private void confinement(Cadre cadre, int index) {
        String site = cadre.confinedTo();
        if (site != null && draft.sites().lacks(site)) {
            fault(
                    "cadres",
                    index,
                    "/confinedTo",
                    FaultCode.UNKNOWN_REFERENCE,
                    Map.of("id", Fault.WITHHELD, "list", "sites"));
        }
    }

    private void heldSkills(Cadre cadre, int index) {
        for (int i = 0; i < cadre.skills().size(); i++) {
            String skill = cadre.skills().get(i).skill();
            if (draft.skills().lacks(skill)) {
                unknown("cadres", index, "/skills/" + i + "/skill", skill, draft.skills());
            }
        }
    }

    private void assignments() {
        var firstOf = new HashMap<Pair, Integer>();
        for (int i = 0; i < draft.assignments().size(); i++) {
            var assignment = draft.assignments().get(i);
            if (draft.demands().lacks(assignment.demand())) {
                unknown("assignments", i, "/demand", assignment.demand(), draft.demands());
            }
            if (draft.cadres().lacks(assignment.cadre())) {
                unknown("assignments", i, "/cadre", assignment.cadre(), draft.cadres());
            }
            var pair = new Pair(assignment.demand(), assignment.cadre());
            Integer first = pair.isWhole() ? firstOf.putIfAbsent(pair, i) : null;
            if (first != null) {
                fault(
                        "assignments",
                        i,
                        "",
                        FaultCode.DUPLICATE,
                        Map.of("value", pair.shown(), "first", pointer("assignments", first, "")));
            }
        }
    }

    private record Pair(String demand, String cadre) {

        boolean isWhole() {
            return !demand.isEmpty() && !cadre.isEmpty();
        }

        String shown() {
            return Identifier.shown(demand) + ", " + Identifier.shown(cadre);
        }
    }

    /** The table has no order of its own, so its faults are sorted: the same input gets the same answer. */
    private void travel() {
        if (!(draft.travel() instanceof Travel.Table table)) {
            return;
        }
        atMost(
                limits.travelEntries(),
                table.minutes().values().stream().mapToLong(Map::size).sum(),
                root + "/travel/minutes");
        var pointers = root + "/travel/minutes/";
        unknownKeys(table.minutes().keySet(), draft.cadres(), pointers);
        var unknownSites = new HashSet<String>();
        table.minutes()
                .values()
                .forEach(bySite ->
                        bySite.keySet().stream().filter(draft.sites()::lacks).forEach(unknownSites::add));
        if (!unknownSites.isEmpty()) {
            table.minutes().keySet().stream()
                    .sorted()
                    .forEach(cadre -> unknownKeys(
                            unknownAmong(table, cadre, unknownSites),
                            draft.sites(),
                            pointers + Identifier.pointerSegment(cadre) + "/"));
        }
    }

    private static Set<String> unknownAmong(Travel.Table table, String cadre, Set<String> unknownSites) {
        var bySite = table.minutes().getOrDefault(cadre, Map.of());
        var unknown = new HashSet<>(bySite.keySet());
        unknown.retainAll(unknownSites);
        return unknown;
    }

    private void unknownKeys(Set<String> keys, DraftList<?> target, String pointers) {
        keys.stream()
                .filter(target::lacks)
                .sorted()
                .forEach(key -> faults.add(
                        () -> pointers + Identifier.pointerSegment(key),
                        FaultCode.UNKNOWN_REFERENCE,
                        Map.of("id", Identifier.shown(key), "list", target.name())));
    }

    private void seats() {
        atMost(
                limits.seats(),
                draft.demands().items().stream().mapToLong(Demand::max).sum(),
                root + "/demands");
    }

    private void windows() {
        var horizon = horizon();
        if (horizon != null && horizon.days() > limits.horizonDays()) {
            faults.add(
                    () -> root + (draft.horizon() != null ? "/horizon" : "/windows"),
                    FaultCode.OUT_OF_RANGE,
                    range(horizon.days(), 1, limits.horizonDays()));
        }
        for (int i = 0; i < draft.windows().size(); i++) {
            if (draft.hasTimes(i)) {
                duration(i);
                insideHorizon(i, horizon);
            }
        }
    }

    /** The days between the first and the last window that has times, where none were given. */
    private @Nullable Horizon horizon() {
        if (!draft.isHorizonReadable() || draft.horizon() != null) {
            return draft.horizon();
        }
        var dates = IntStream.range(0, draft.windows().size())
                .filter(draft::hasTimes)
                .mapToObj(i -> draft.windows().items().get(i).date())
                .sorted()
                .toList();
        return dates.isEmpty() ? null : new Horizon(dates.getFirst(), dates.getLast());
    }

    /** A window that looks right on the clock can still be no time at all when the clock is put forward. */
    private void duration(int index) {
        var zone = draft.timeZone();
        if (zone == null) {
            return;
        }
        var window = draft.windows().items().get(index);
        if (SkippedTimes.isSkipped(zone, window.start()) || SkippedTimes.isSkipped(zone, window.end())) {
            return; // a fault by itself
        }
        long seconds = window.end().atZone(zone).toEpochSecond()
                - window.start().atZone(zone).toEpochSecond();
        if (seconds <= 0) {
            fault(
                    "windows",
                    index,
                    "/end",
                    FaultCode.REVERSED_INTERVAL,
                    Map.of(
                            "start",
                            window.start().toString(),
                            "end",
                            window.end().toString()));
        } else if (seconds > Limits.MINUTES * 60L) {
            fault("windows", index, "/end", FaultCode.OUT_OF_RANGE, range(seconds / 60, 1, Limits.MINUTES));
        }
    }

    private void insideHorizon(int index, @Nullable Horizon horizon) {
        LocalDate date = draft.windows().items().get(index).date();
        if (horizon != null && !horizon.contains(date)) {
            fault(
                    "windows",
                    index,
                    "/start",
                    FaultCode.OUTSIDE_HORIZON,
                    Map.of(
                            "date", date.toString(),
                            "from", horizon.from().toString(),
                            "to", horizon.to().toString()));
        }
    }

    private static Map<String, String> range(long value, long min, long max) {
        return Map.of("value", Long.toString(value), "min", Long.toString(min), "max", Long.toString(max));
    }

    private <T> void reference(
            DraftList<T> list, String field, DraftList<?> target, Function<T, @Nullable String> reference) {
        for (int i = 0; i < list.size(); i++) {
            String id = reference.apply(list.items().get(i));
            if (id != null && target.lacks(id)) {
                unknown(list.name(), i, "/" + field, id, target);
            }
        }
    }

    private <T> void references(
            DraftList<T> list, String field, DraftList<?> target, Function<T, Set<String>> references) {
        for (int i = 0; i < list.size(); i++) {
            var ids = new ArrayList<>(references.apply(list.items().get(i)));
            for (int at = 0; at < ids.size(); at++) {
                if (target.lacks(ids.get(at))) {
                    unknown(list.name(), i, "/" + field + "/" + at, ids.get(at), target);
                }
            }
        }
    }

    private void unknown(String list, int index, String field, String id, DraftList<?> target) {
        fault(
                list,
                index,
                field,
                FaultCode.UNKNOWN_REFERENCE,
                Map.of("id", Identifier.shown(id), "list", target.name()));
    }

    private void fault(String list, int index, String field, FaultCode code, Map<String, String> params) {
        faults.add(() -> pointer(list, index, field), code, params);
    }

    private String pointer(String list, int index, String field) {
        return root + "/" + list + "/" + index + field;
    }
}
