package org.muster.parts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muster.problem.Cadre;
import org.muster.problem.Community;
import org.muster.problem.Demand;
import org.muster.problem.HeldSkill;
import org.muster.problem.Identifier;
import org.muster.problem.Post;
import org.muster.problem.Problem;
import org.muster.problem.Round;
import org.muster.problem.Site;
import org.muster.problem.Skill;
import org.muster.problem.Travel;
import org.muster.problem.Window;
import org.muster.problem.WorkUnit;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.rules.DutyRules;

/**
 * Makes the identifiers of parts that know nothing of each other, such as stored districts, those of one request.
 *
 * <p>Each identifier gets the part's in front, {@code part.identifier}, but for those of units that are shared and of
 * their cadres: these are the same everywhere. What the parts know of a shared cadre is put together: skills,
 * availability and tags of all parts; home, last site, confinement and duty rules of the first part that knows them.
 * A shared unit is paired with the subdistricts of all parts. Names and window kinds stay as they are.
 */
public final class IdPrefixing {
    private final String prefix;
    private final Set<String> sharedUnits;
    private final Set<String> sharedCadres = new HashSet<>();

    private IdPrefixing(PartRequest part, Set<String> sharedUnits) {
        prefix = part.id() + ".";
        this.sharedUnits = sharedUnits;
        part.problem().cadres().stream()
                .filter(cadre -> sharedUnits.contains(cadre.unit()))
                .forEach(cadre -> sharedCadres.add(cadre.id()));
    }

    /**
     * The same parts with identifiers of the whole request, each valid by itself.
     *
     * @param parts each valid by itself
     * @param sharedUnits identifiers of units that are the same in every part that has them
     * @throws InvalidInputException when an identifier becomes too long
     */
    public static List<PartRequest> made(List<PartRequest> parts, Set<String> sharedUnits) {
        var renamed = new ArrayList<PartRequest>();
        for (var part : parts) {
            renamed.add(new PartRequest(
                    part.id(), part.pointer(), new IdPrefixing(part, sharedUnits).renamed(part.problem())));
        }
        return new SharedPeople(renamed, sharedUnits).unified();
    }

    private String own(String id) {
        var name = prefix + id;
        if (!Identifier.isAllowed(name)) {
            throw InvalidInputException.of("", FaultCode.BAD_IDENTIFIER, Map.of("value", Identifier.shown(name)));
        }
        return name;
    }

    private @Nullable String ownIfAny(@Nullable String id) {
        return id == null ? null : own(id);
    }

    private String unit(String id) {
        return sharedUnits.contains(id) ? id : own(id);
    }

    private String cadre(String id) {
        return sharedCadres.contains(id) ? id : own(id);
    }

    private Set<String> own(Set<String> ids) {
        var names = new LinkedHashSet<String>();
        ids.forEach(id -> names.add(own(id)));
        return names;
    }

    private Problem renamed(Problem problem) {
        return problem.toBuilder()
                .communities(each(
                        problem.communities(),
                        it -> new Community(own(it.id()), it.name(), it.subdistrict(), it.location())))
                .units(each(
                        problem.units(),
                        it -> new WorkUnit(
                                unit(it.id()),
                                it.name(),
                                it.staff(),
                                it.maxAway(),
                                it.maxAwayShare(),
                                it.subdistricts())))
                .skills(each(problem.skills(), it -> new Skill(own(it.id()), it.name(), it.scarce())))
                .posts(each(problem.posts(), this::renamed))
                .sites(each(
                        problem.sites(),
                        it -> new Site(
                                own(it.id()), it.name(), it.kind(), own(it.community()), it.location(), it.admits())))
                .rounds(each(problem.rounds(), it -> new Round(own(it.id()), it.name(), it.date())))
                .windows(each(
                        problem.windows(),
                        it -> new Window(own(it.id()), own(it.round()), it.start(), it.end(), it.kind())))
                .demands(each(problem.demands(), this::renamed))
                .cadres(each(problem.cadres(), this::renamed))
                .dutyRules(each(
                        problem.dutyRules(),
                        it -> new DutyRules(own(it.id()), it.minRest(), it.maxMinutesPerDay(), it.limits())))
                .assignments(each(problem.assignments(), it -> it.renamed(own(it.demand()), cadre(it.cadre()))))
                .travel(renamed(problem.travel()))
                .build();
    }

    private Post renamed(Post post) {
        return new Post(
                own(post.id()),
                post.name(),
                own(post.skillsAnyOf()),
                own(post.skillsAllOf()),
                post.tags(),
                post.minAge(),
                post.maxAge());
    }

    private Demand renamed(Demand demand) {
        return new Demand(
                own(demand.id()),
                own(demand.site()),
                own(demand.window()),
                own(demand.post()),
                demand.min(),
                demand.ideal(),
                demand.max(),
                demand.priority(),
                demand.idealWeight(),
                demand.overWeight());
    }

    private Cadre renamed(Cadre cadre) {
        return copy(cadre, cadre(cadre.id()), unit(cadre.unit()), own(cadre.homeCommunity()))
                .skills(each(cadre.skills(), held -> new HeldSkill(own(held.skill()), held.from(), held.until())))
                .confinedTo(ownIfAny(cadre.confinedTo()))
                .lastSite(ownIfAny(cadre.lastSite()))
                .dutyRules(ownIfAny(cadre.dutyRules()))
                .build();
    }

    private static Cadre.Builder copy(Cadre cadre, String id, String unit, String homeCommunity) {
        return Cadre.of(id, unit, cadre.level(), homeCommunity, cadre.location())
                .name(cadre.name())
                .birthDate(cadre.birthDate())
                .lastServiceDay(cadre.lastServiceDay())
                .availability(cadre.availability())
                .avoidTags(cadre.avoidTags())
                .roundsServed(cadre.roundsServed())
                .minutesServed(cadre.minutesServed());
    }

    private Travel renamed(Travel travel) {
        return switch (travel) {
            case Travel.ByDistance byDistance -> byDistance;
            case Travel.Table table -> {
                var minutes = new HashMap<String, Map<String, Integer>>();
                table.minutes().forEach((cadre, bySite) -> {
                    var own = new HashMap<String, Integer>();
                    bySite.forEach((site, value) -> own.put(own(site), value));
                    minutes.put(cadre(cadre), own);
                });
                yield new Travel.Table(minutes);
            }
        };
    }

    private static <T> List<T> each(List<T> items, Function<T, T> renamed) {
        return items.stream().map(renamed).toList();
    }

    /** Makes shared units and their cadres the same in all parts, and gives each part what they refer to. */
    private static final class SharedPeople {
        private final List<PartRequest> parts;
        private final Set<String> sharedUnits;
        private final Map<String, List<Cadre>> cadres = new HashMap<>();
        private final Map<String, Set<String>> pairings = new HashMap<>();
        private final Map<String, Community> communities = new LinkedHashMap<>();
        private final Map<String, Site> sites = new HashMap<>();
        private final Map<String, Skill> skills = new HashMap<>();
        private final Map<String, DutyRules> dutyRules = new HashMap<>();

        SharedPeople(List<PartRequest> parts, Set<String> sharedUnits) {
            this.parts = parts;
            this.sharedUnits = sharedUnits;
            for (var part : parts) {
                var problem = part.problem();
                problem.communities().forEach(it -> communities.put(it.id(), it));
                problem.sites().forEach(it -> sites.put(it.id(), it));
                problem.skills().forEach(it -> skills.put(it.id(), it));
                problem.dutyRules().forEach(it -> dutyRules.put(it.id(), it));
                problem.cadres().stream()
                        .filter(cadre -> sharedUnits.contains(cadre.unit()))
                        .forEach(cadre -> cadres.computeIfAbsent(cadre.id(), _ -> new ArrayList<>())
                                .add(cadre));
            }
            sharedUnits.forEach(unit -> pairings.put(unit, pairing(unit)));
        }

        /** A unit that may go anywhere in one part is paired with each of that part's subdistricts. */
        private Set<String> pairing(String id) {
            var paired = new LinkedHashSet<String>();
            boolean isPaired = false;
            for (var part : parts) {
                for (var unit : part.problem().units()) {
                    if (unit.id().equals(id)) {
                        isPaired |= !unit.subdistricts().isEmpty();
                        paired.addAll(
                                unit.subdistricts().isEmpty()
                                        ? part.problem().communities().stream()
                                                .map(Community::subdistrict)
                                                .toList()
                                        : unit.subdistricts());
                    }
                }
            }
            return isPaired ? paired : Set.of();
        }

        List<PartRequest> unified() {
            return parts.stream()
                    .map(part -> new PartRequest(part.id(), part.pointer(), unified(part.problem())))
                    .toList();
        }

        private Problem unified(Problem problem) {
            var people = each(problem.cadres(), cadre -> sharedUnits.contains(cadre.unit()) ? unified(cadre) : cadre);
            var units = each(problem.units(), this::unified);
            var namedSites = new LinkedHashSet<String>();
            var namedCommunities = new LinkedHashSet<String>();
            var namedSkills = new LinkedHashSet<String>();
            var namedRules = new LinkedHashSet<String>();
            for (var cadre : people) {
                namedCommunities.add(cadre.homeCommunity());
                addIfAny(namedSites, cadre.lastSite());
                addIfAny(namedSites, cadre.confinedTo());
                addIfAny(namedRules, cadre.dutyRules());
                cadre.skills().forEach(held -> namedSkills.add(held.skill()));
            }
            var allSites = with(problem.sites(), Site::id, namedSites, sites);
            allSites.forEach(site -> namedCommunities.add(site.community()));
            var paired = new HashSet<String>();
            units.forEach(unit -> paired.addAll(unit.subdistricts()));
            problem.communities().forEach(community -> paired.remove(community.subdistrict()));
            communities.values().stream()
                    .filter(community -> paired.contains(community.subdistrict()))
                    .forEach(community -> namedCommunities.add(community.id()));
            return problem.toBuilder()
                    .units(units)
                    .cadres(people)
                    .sites(allSites)
                    .communities(with(problem.communities(), Community::id, namedCommunities, communities))
                    .skills(with(problem.skills(), Skill::id, namedSkills, skills))
                    .dutyRules(with(problem.dutyRules(), DutyRules::id, namedRules, dutyRules))
                    .build();
        }

        private WorkUnit unified(WorkUnit unit) {
            return new WorkUnit(
                    unit.id(),
                    unit.name(),
                    unit.staff(),
                    unit.maxAway(),
                    unit.maxAwayShare(),
                    pairings.getOrDefault(unit.id(), unit.subdistricts()));
        }

        private Cadre unified(Cadre cadre) {
            var known = cadres.getOrDefault(cadre.id(), List.of(cadre));
            var tags = new HashSet<String>();
            known.forEach(each -> tags.addAll(each.avoidTags()));
            return copy(cadre, cadre.id(), cadre.unit(), known.getFirst().homeCommunity())
                    .skills(known.stream()
                            .flatMap(each -> each.skills().stream())
                            .distinct()
                            .toList())
                    .availability(known.stream()
                            .flatMap(each -> each.availability().stream())
                            .distinct()
                            .toList())
                    .avoidTags(tags)
                    .confinedTo(firstOf(known, Cadre::confinedTo))
                    .lastSite(firstOf(known, Cadre::lastSite))
                    .dutyRules(firstOf(known, Cadre::dutyRules))
                    .build();
        }

        private static @Nullable String firstOf(List<Cadre> known, Function<Cadre, @Nullable String> field) {
            for (var cadre : known) {
                var value = field.apply(cadre);
                if (value != null) {
                    return value;
                }
            }
            return null;
        }

        private static void addIfAny(Set<String> ids, @Nullable String id) {
            if (id != null) {
                ids.add(id);
            }
        }

        private static <T> List<T> with(List<T> items, Function<T, String> id, Set<String> named, Map<String, T> all) {
            var missing = new LinkedHashSet<>(named);
            items.forEach(item -> missing.remove(id.apply(item)));
            var more = new ArrayList<>(items);
            for (var name : missing) {
                var item = all.get(name);
                if (item != null) {
                    more.add(item);
                }
            }
            return more;
        }
    }
}
