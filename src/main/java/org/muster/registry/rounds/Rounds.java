package org.muster.registry.rounds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.district.DistrictData;
import org.muster.district.DistrictList;
import org.muster.district.Item;
import org.muster.district.requests.ProposalRequest;
import org.muster.district.rounds.DemandHeuristics;
import org.muster.district.rounds.DemandHeuristics.Heads;
import org.muster.district.rounds.NextRounds;
import org.muster.district.rounds.RoundProblem;
import org.muster.persistence.districts.DistrictStore;
import org.muster.problem.Demand;
import org.muster.problem.Post;
import org.muster.problem.Round;
import org.muster.problem.Window;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.FaultList;
import org.muster.problem.faults.Limits;
import org.muster.registry.RegistryException.UnknownDistrict;
import org.muster.registry.RegistryException.UnknownItem;
import org.muster.registry.lists.Lists;
import org.muster.registry.lists.Snapshots;

/** Makes the next rounds from earlier ones, and demands from the number of residents. */
@ApplicationScoped
public class Rounds {

    /** How many rounds can be made at once. */
    public static final int MOST_COPIES = 31;

    private static final List<String> POSTS_OF_A_TABLE = List.of("registrar", "sampling");
    private static final Map<String, Integer> HEADS_OF_A_SITE = Map.of("guide", 2, "disinfection", 1);

    private final DistrictStore districts;
    private final Snapshots snapshots;
    private final Lists lists;
    private final Limits limits;

    Rounds(DistrictStore districts, Snapshots snapshots, Lists lists, Limits limits) {
        this.districts = districts;
        this.snapshots = snapshots;
        this.lists = lists;
        this.limits = limits;
    }

    /**
     * Makes rounds with the sites, windows and demands of an earlier one.
     *
     * @param like identifier of the earlier one
     * @param count how many, 1 to {@link #MOST_COPIES}
     * @param first date of the first; null for so many days after the earlier one as are between them
     * @param everyDays days from one to the next, 0 or more
     * @return what was made: rounds, windows, demands
     */
    @Transactional
    public List<Item> copy(String district, String like, int count, @Nullable LocalDate first, int everyDays) {
        var change = districts.lockForChange(district).orElseThrow(() -> new UnknownDistrict(district));
        var data = snapshots.take(district);
        var round = round(data, like);
        var windows = RoundProblem.windowsOf(data, Set.of(like));
        var made = new NextRounds(round, windows, demands(data, windows), taken(data))
                .make(count, first != null ? first : round.date().plusDays(everyDays), everyDays);
        requireSound(made);
        lists.add(change, made);
        return made;
    }

    /** Identifiers have grown and dates have moved: the copies must pass the same validation as items that are sent. */
    private void requireSound(List<Item> made) {
        for (var list : List.of(DistrictList.ROUNDS, DistrictList.WINDOWS, DistrictList.DEMANDS)) {
            snapshots.requireSound(
                    list, made.stream().filter(item -> item.list() == list).toList());
        }
    }

    private static Round round(DistrictData data, String id) {
        return data.rounds().stream()
                .filter(round -> round.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnknownItem(DistrictList.ROUNDS, id));
    }

    private static List<Demand> demands(DistrictData data, List<Window> windows) {
        var ids = windows.stream().map(Window::id).collect(Collectors.toSet());
        return data.demands().stream()
                .filter(demand -> ids.contains(demand.window()))
                .toList();
    }

    private static Map<DistrictList, Set<String>> taken(DistrictData data) {
        var taken = new EnumMap<DistrictList, Set<String>>(DistrictList.class);
        taken.put(DistrictList.ROUNDS, ids(data.rounds().stream().map(Round::id).toList()));
        taken.put(
                DistrictList.WINDOWS,
                ids(data.windows().stream().map(Window::id).toList()));
        taken.put(
                DistrictList.DEMANDS,
                ids(data.demands().stream().map(Demand::id).toList()));
        return taken;
    }

    private static Set<String> ids(List<String> ids) {
        return new HashSet<>(ids);
    }

    /**
     * Proposes the demands of a round. Nothing is stored: the caller reviews and changes them, and sends them to the
     * list of demands.
     */
    @Transactional
    public DemandHeuristics.Proposal propose(String district, String round, ProposalRequest request) {
        var data = snapshots.take(district);
        round(data, round);
        var windows = RoundProblem.windowsOf(data, Set.of(round));
        var faults = new FaultList(limits);
        if (windows.isEmpty()) {
            faults.add(() -> "", FaultCode.MISSING_WINDOWS, Map.of("round", round));
        }
        var residents = residents(data, request, faults);
        var posts = data.posts().stream().map(Post::id).collect(Collectors.toSet());
        var aTable = request.aTable() != null ? request.aTable() : usualOfTable(posts);
        var aSite = request.aSite() != null ? request.aSite() : usualOfSite(posts);
        checkPosts("/aTable", aTable, posts, faults);
        checkPosts("/aSite", aSite, posts, faults);
        if (aTable.isEmpty() && aSite.isEmpty()) {
            faults.add(() -> "/aTable", FaultCode.MISSING, Map.of());
        }
        if (faults.count() > 0) {
            throw faults.asException();
        }
        return DemandHeuristics.propose(residents, windows, aTable, aSite, demands(data, windows));
    }

    private static Map<String, Integer> residents(DistrictData data, ProposalRequest request, FaultList faults) {
        var stored = new LinkedHashMap<String, @Nullable Integer>();
        data.sites().forEach(site -> stored.put(site.site().id(), site.residents()));
        var residents = new LinkedHashMap<String, Integer>();
        if (request.residents() == null) {
            stored.forEach((site, people) -> {
                if (people != null) {
                    residents.put(site, people);
                }
            });
        } else {
            for (int i = 0; i < request.residents().size(); i++) {
                var given = request.residents().get(i);
                int index = i;
                if (!stored.containsKey(given.site())) {
                    faults.add(
                            () -> "/residents/%d/site".formatted(index),
                            FaultCode.UNKNOWN_REFERENCE,
                            Map.of("id", given.site(), "list", DistrictList.SITES.field()));
                }
                residents.put(given.site(), given.residents());
            }
        }
        if (residents.isEmpty()) {
            faults.add(() -> "/residents", FaultCode.MISSING, Map.of());
        }
        return residents;
    }

    private static List<Heads> usualOfTable(Set<String> posts) {
        return POSTS_OF_A_TABLE.stream()
                .filter(posts::contains)
                .map(post -> new Heads(post, 1))
                .toList();
    }

    private static List<Heads> usualOfSite(Set<String> posts) {
        return HEADS_OF_A_SITE.entrySet().stream()
                .filter(heads -> posts.contains(heads.getKey()))
                .map(heads -> new Heads(heads.getKey(), heads.getValue()))
                .sorted(Comparator.comparing(Heads::post))
                .toList();
    }

    private static void checkPosts(String field, List<Heads> heads, Set<String> posts, FaultList faults) {
        for (int i = 0; i < heads.size(); i++) {
            var post = heads.get(i).post();
            int index = i;
            if (!posts.contains(post)) {
                faults.add(
                        () -> "%s/%d/post".formatted(field, index),
                        FaultCode.UNKNOWN_REFERENCE,
                        Map.of("id", post, "list", DistrictList.POSTS.field()));
            }
        }
    }
}
