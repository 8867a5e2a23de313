package org.muster.problem;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.muster.problem.faults.BrokenValue;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.FaultList;
import org.muster.problem.faults.Limits;
import org.muster.problem.faults.WholeNumbers;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.DutyRules;

/**
 * Finds what is wrong inside items that were made in Java. Items that were read have been checked value by value, by the
 * same {@link ItemValues}; what the constructor of a record refuses is not checked again. {@link ProblemValidator}
 * compares the items with each other.
 */
public final class ItemValidator {

    private final Limits limits;
    private final FaultList faults;
    private String pointer = "";

    /** Adds the faults that are found to a list. */
    public ItemValidator(Limits limits, FaultList faults) {
        this.limits = limits;
        this.faults = faults;
    }

    /** Starts an item: the fields that are checked next are its. */
    public ItemValidator at(String newPointer) {
        pointer = newPointer;
        return this;
    }

    /** Checks all items of a problem. */
    void all(ProblemDraft draft) {
        each(draft.communities(), this::community);
        each(draft.units(), this::unit);
        each(draft.skills(), this::skill);
        each(draft.posts(), this::post);
        each(draft.sites(), this::site);
        each(draft.rounds(), this::round);
        each(draft.windows(), this::window);
        each(draft.demands(), this::demand);
        each(draft.cadres(), this::cadre);
        each(draft.dutyRules(), this::dutyRules);
        each("assignments", draft.assignments(), this::assignment);
    }

    private <T> void each(DraftList<T> list, Consumer<T> check) {
        each(list.name(), list.items(), check);
    }

    private <T> void each(String list, List<T> items, Consumer<T> check) {
        for (int i = 0; i < items.size(); i++) {
            at("/" + list + "/" + i);
            check.accept(items.get(i));
        }
    }

    public void community(Community community) {
        identifier("id", community.id());
        name(community.name());
        identifier("subdistrict", community.subdistrict());
    }

    public void unit(WorkUnit unit) {
        identifier("id", unit.id());
        name(unit.name());
        number("staff", unit.staff(), WholeNumbers.PEOPLE);
        number("maxAway", unit.maxAway(), WholeNumbers.PEOPLE);
        var share = unit.maxAwayShare();
        if (share != null) {
            report("maxAwayShare", ItemValues.faultOfShare(share, share.toString()));
        }
        identifiers("subdistricts", unit.subdistricts(), QuotedValue.SHOWN);
    }

    public void skill(Skill skill) {
        identifier("id", skill.id());
        name(skill.name());
    }

    public void post(Post post) {
        identifier("id", post.id());
        name(post.name());
        identifiers("skillsAnyOf", post.skillsAnyOf(), QuotedValue.SHOWN);
        identifiers("skillsAllOf", post.skillsAllOf(), QuotedValue.SHOWN);
        identifiers("tags", sorted(post.tags()), QuotedValue.SHOWN);
        number("minAge", post.minAge(), WholeNumbers.AGES);
        number("maxAge", post.maxAge(), WholeNumbers.AGES);
    }

    public void site(Site site) {
        identifier("id", site.id());
        name(site.name());
        identifier("community", site.community());
    }

    public void round(Round round) {
        identifier("id", round.id());
        name(round.name());
        date("date", round.date(), QuotedValue.SHOWN);
    }

    public void window(Window window) {
        identifier("id", window.id());
        identifier("round", window.round());
        time("start", window.start(), QuotedValue.SHOWN);
        time("end", window.end(), QuotedValue.SHOWN);
        identifier("kind", window.kind());
    }

    public void demand(Demand demand) {
        identifier("id", demand.id());
        identifier("site", demand.site());
        identifier("window", demand.window());
        identifier("post", demand.post());
        number("min", demand.min(), WholeNumbers.HEADS);
        number("ideal", demand.ideal(), WholeNumbers.HEADS);
        number("max", demand.max(), WholeNumbers.HEADS);
        number("priority", demand.priority(), ItemValues.PRIORITIES);
        number("idealWeight", demand.idealWeight(), WholeNumbers.WEIGHTS);
        number("overWeight", demand.overWeight(), WholeNumbers.WEIGHTS);
    }

    public void cadre(Cadre cadre) {
        identifier("id", cadre.id());
        name(cadre.name());
        identifier("unit", cadre.unit());
        identifier("homeCommunity", cadre.homeCommunity());
        date("birthDate", cadre.birthDate(), QuotedValue.WITHHELD);
        date("lastServiceDay", cadre.lastServiceDay(), QuotedValue.WITHHELD);
        size("skills", cadre.skills(), ItemValues.NESTED_ITEMS);
        for (int i = 0; i < cadre.skills().size(); i++) {
            var held = cadre.skills().get(i);
            identifier("skills/" + i + "/skill", held.skill());
            date("skills/" + i + "/from", held.from(), QuotedValue.SHOWN);
            date("skills/" + i + "/until", held.until(), QuotedValue.SHOWN);
        }
        size("availability", cadre.availability(), limits.availabilityPerCadre());
        for (int i = 0; i < cadre.availability().size(); i++) {
            availability("availability/" + i + "/", cadre.availability().get(i));
        }
        personalIdentifier("confinedTo", cadre.confinedTo());
        identifiers("avoidTags", sorted(cadre.avoidTags()), QuotedValue.WITHHELD);
        number("roundsServed", cadre.roundsServed(), WholeNumbers.ROUNDS);
        number("minutesServed", cadre.minutesServed(), WholeNumbers.MINUTES);
        identifier("lastSite", cadre.lastSite());
        identifier("dutyRules", cadre.dutyRules());
    }

    private void availability(String fields, Availability interval) {
        time(fields + "start", interval.start(), QuotedValue.WITHHELD);
        time(fields + "end", interval.end(), QuotedValue.WITHHELD);
        identifiers(fields + "windowKinds", sorted(interval.windowKinds()), QuotedValue.SHOWN);
        number(fields + "weight", interval.weight(), WholeNumbers.WEIGHTS);
    }

    public void dutyRules(DutyRules rules) {
        identifier("id", rules.id());
        number("minRest", rules.minRest(), WholeNumbers.MINUTES);
        number("maxMinutesPerDay", rules.maxMinutesPerDay(), WholeNumbers.MINUTES);
        rules.limits().forEach(this::limit);
    }

    private void limit(DutyRule rule, DutyLimit limit) {
        String field = limit.isRequired() ? rule.id() : rule.id() + "/limit";
        number(field, limit.count(), WholeNumbers.MINUTES);
        size(field, limit.perKind().keySet(), ItemValues.NESTED_ITEMS);
        for (var kind : sorted(limit.perKind().keySet())) {
            var place = field + "/" + Identifier.pointerSegment(kind);
            identifier(place, kind);
            number(place, limit.perKind().get(kind), WholeNumbers.MINUTES);
        }
        successions(field, limit.successions());
        number(rule.id() + "/weight", limit.weight(), WholeNumbers.WEIGHTS);
    }

    private void successions(String field, List<DutyLimit.Succession> successions) {
        size(field, successions, ItemValues.NESTED_ITEMS);
        var firstOf = new HashMap<DutyLimit.Succession, Integer>();
        for (int i = 0; i < successions.size(); i++) {
            var succession = successions.get(i);
            String place = field + "/" + i;
            identifier(place + "/0", succession.first());
            identifier(place + "/1", succession.next());
            Integer first = firstOf.putIfAbsent(succession, i);
            if (first != null) {
                var value = Identifier.shown(succession.first()) + ", " + Identifier.shown(succession.next());
                var firstPlace = pointer + "/" + field + "/" + first;
                report(place, new BrokenValue(FaultCode.DUPLICATE, Map.of("value", value, "first", firstPlace)));
            }
        }
    }

    public void assignment(StandingAssignment assignment) {
        identifier("demand", assignment.demand());
        identifier("cadre", assignment.cadre());
        number("disruptionWeight", assignment.disruptionWeight(), WholeNumbers.WEIGHTS);
    }

    /** Checks an identifier, a kind or a tag. */
    public void identifier(String field, @Nullable String value) {
        if (value != null) {
            report(field, ItemValues.faultOfIdentifier(value, QuotedValue.SHOWN));
        }
    }

    /** Checks an identifier that says something about a person. */
    public void personalIdentifier(String field, @Nullable String value) {
        if (value != null) {
            report(field, ItemValues.faultOfIdentifier(value, QuotedValue.WITHHELD));
        }
    }

    private void identifiers(String field, Collection<String> values, QuotedValue quotedValue) {
        size(field, values, ItemValues.NESTED_ITEMS);
        int at = 0;
        for (var value : values) {
            report(field + "/" + at++, ItemValues.faultOfIdentifier(value, quotedValue));
        }
    }

    private void name(@Nullable String value) {
        if (value != null) {
            report("name", ItemValues.faultOfName(value));
        }
    }

    /** Checks a whole number. */
    public void number(String field, @Nullable Integer value, WholeNumbers range) {
        if (value != null) {
            report(field, range.faultOf(value));
        }
    }

    private void date(String field, @Nullable LocalDate value, QuotedValue quotedValue) {
        if (value != null) {
            report(field, ItemValues.faultOfDate(value, quotedValue));
        }
    }

    /** Checks a local date and time, which is on a whole minute. */
    public void time(String field, @Nullable LocalDateTime value, QuotedValue quotedValue) {
        if (value != null) {
            report(field, ItemValues.faultOfTime(value, quotedValue));
        }
    }

    /** Checks how many items a list inside an item has. */
    public void size(String field, Collection<?> items, int limit) {
        if (items.size() > limit) {
            report(field, new BrokenValue(FaultCode.TOO_MANY, Map.of("limit", Integer.toString(limit))));
        }
    }

    /** Reports what is wrong with a field; nothing for null. */
    public void report(String field, @Nullable BrokenValue broken) {
        if (broken != null) {
            String place = pointer + "/" + field;
            faults.add(() -> place, broken.code(), broken.params());
        }
    }

    /** What has no order is sorted, as it is written. */
    private static List<String> sorted(Collection<String> values) {
        return values.size() < 2
                ? List.copyOf(values)
                : values.stream().sorted().toList();
    }
}
