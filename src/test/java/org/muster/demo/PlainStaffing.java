package org.muster.demo;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.muster.problem.Availability;
import org.muster.problem.Cadre;
import org.muster.problem.Demand;
import org.muster.problem.Post;
import org.muster.problem.Problem;
import org.muster.problem.Round;
import org.muster.problem.Site;
import org.muster.problem.Window;
import org.muster.problem.WorkUnit;

/** Staffs one round the plain way, one duty a cadre, to see that its required heads can be filled at all. */
final class PlainStaffing {
    private final Problem problem;
    private final Map<String, Site> sites;
    private final Map<String, Window> windows;
    private final Map<String, Post> posts;
    private final Map<String, WorkUnit> units;

    private PlainStaffing(Problem problem) {
        this.problem = problem;
        sites = problem.sites().stream().collect(toMap(Site::id, Function.identity()));
        windows = problem.windows().stream().collect(toMap(Window::id, Function.identity()));
        posts = problem.posts().stream().collect(toMap(Post::id, Function.identity()));
        units = problem.units().stream().collect(toMap(WorkUnit::id, Function.identity()));
    }

    static List<Demand> demandsOf(Problem problem, String round) {
        var windows = new HashSet<String>();
        problem.windows().stream()
                .filter(window -> window.round().equals(round))
                .forEach(window -> windows.add(window.id()));
        return problem.demands().stream()
                .filter(demand -> windows.contains(demand.window()))
                .toList();
    }

    /** The demands, one mention for each head, that stay short when those with the fewest candidates are filled first. */
    static List<String> unfilledAfterFillingTheScarcestFirst(Problem problem) {
        return new PlainStaffing(problem).fill(problem.rounds().getFirst());
    }

    /** The cadres whom the rules of person, place and time allow on a demand. */
    static List<Cadre> candidates(Problem problem, Demand demand) {
        var staffing = new PlainStaffing(problem);
        return problem.cadres().stream()
                .filter(cadre -> staffing.allows(cadre, demand))
                .toList();
    }

    /** Demands that ask for the same: only the place differs. */
    private record Sort(String post, String window, Set<String> confinedTo) {}

    private List<String> fill(Round round) {
        var bySort = new HashMap<Sort, List<Demand>>();
        for (var demand : demandsOf(problem, round.id())) {
            bySort.computeIfAbsent(sortOf(demand), key -> new ArrayList<>()).add(demand);
        }
        var candidates = new HashMap<Sort, List<Cadre>>();
        bySort.forEach((sort, demands) -> candidates.put(sort, candidates(demands.getFirst())));
        var away = new HashMap<String, Integer>();
        var onDuty = new HashSet<String>();
        var unfilled = new ArrayList<String>();
        bySort.keySet().stream()
                .sorted(Comparator.comparingInt(
                        sort -> candidates.getOrDefault(sort, List.of()).size()))
                .forEach(sort -> {
                    var free = candidates.getOrDefault(sort, List.of()).iterator();
                    for (var demand : bySort.getOrDefault(sort, List.of())) {
                        for (int head = 0; head < demand.min(); head++) {
                            if (!send(free, onDuty, away)) {
                                unfilled.add(demand.id());
                            }
                        }
                    }
                });
        return unfilled;
    }

    private Sort sortOf(Demand demand) {
        var site = site(demand);
        return new Sort(
                demand.post(), demand.window(), site.admits() == Site.Admits.RESIDENTS ? Set.of(site.id()) : Set.of());
    }

    private boolean send(Iterator<Cadre> free, Set<String> onDuty, Map<String, Integer> away) {
        while (free.hasNext()) {
            var cadre = free.next();
            int gone = away.getOrDefault(cadre.unit(), 0);
            var ceiling = get(units, cadre.unit()).ceiling();
            if (!onDuty.contains(cadre.id()) && (ceiling.isEmpty() || gone < ceiling.getAsInt())) {
                onDuty.add(cadre.id());
                away.put(cadre.unit(), gone + 1);
                return true;
            }
        }
        return false;
    }

    /** People with few skills first, so that the others stay free. */
    private List<Cadre> candidates(Demand demand) {
        return problem.cadres().stream()
                .filter(cadre -> allows(cadre, demand))
                .sorted(Comparator.comparingInt(cadre -> cadre.skills().size()))
                .toList();
    }

    private boolean allows(Cadre cadre, Demand demand) {
        var window = get(windows, demand.window());
        return isSkilled(cadre, get(posts, demand.post()), window)
                && isThere(cadre, site(demand))
                && isFree(cadre, window);
    }

    private static boolean isSkilled(Cadre cadre, Post post, Window window) {
        var date = window.date();
        var birth = cadre.birthDate();
        boolean ofAge =
                birth == null || post.maxAge() == null || birth.until(date).getYears() <= post.maxAge();
        return ofAge
                && post.skillsAllOf().stream().allMatch(skill -> cadre.holds(skill, date))
                && (post.skillsAnyOf().isEmpty()
                        || post.skillsAnyOf().stream().anyMatch(skill -> cadre.holds(skill, date)))
                && post.tags().stream().noneMatch(cadre.avoidTags()::contains);
    }

    private static boolean isThere(Cadre cadre, Site site) {
        return cadre.confinedTo() == null
                ? site.admits() == Site.Admits.ANYONE
                : cadre.confinedTo().equals(site.id());
    }

    private static boolean isFree(Cadre cadre, Window window) {
        var lastDay = cadre.lastServiceDay();
        return (lastDay == null || !window.date().isAfter(lastDay))
                && cadre.availability().stream()
                        .noneMatch(time -> time.kind() == Availability.Kind.UNAVAILABLE
                                && time.speaksOf(window.kind())
                                && time.start().isBefore(window.end())
                                && window.start().isBefore(time.end()));
    }

    private Site site(Demand demand) {
        return get(sites, demand.site());
    }

    private static <T> T get(Map<String, T> items, String id) {
        var item = items.get(id);
        if (item == null) {
            throw new IllegalArgumentException("The problem has no (%s).".formatted(id));
        }
        return item;
    }
}
