package org.muster.formats.xlsx;

import static java.util.stream.Collectors.groupingBy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.muster.problem.Cadre;
import org.muster.problem.Demand;
import org.muster.problem.Post;
import org.muster.problem.Problem;
import org.muster.problem.Site;
import org.muster.problem.Window;
import org.muster.problem.WorkUnit;
import org.muster.problem.index.ById;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;

/** The postings of a schedule, by site and by unit. */
final class Postings {

    private final Map<String, Cadre> cadres;
    private final Map<String, Integer> cadrePlaces;
    private final Map<String, Demand> demands;
    private final Map<String, Integer> demandPlaces;
    private final Map<String, Site> sites;
    private final Map<String, Post> posts;
    private final Map<String, Window> windows;
    private final Map<String, List<Posting>> bySite;
    private final Map<String, List<Posting>> byUnit;

    Postings(Problem problem, Schedule schedule, Locale language) {
        cadres = ById.of(problem.cadres(), Cadre::id);
        cadrePlaces = places(problem.cadres(), Cadre::id);
        demands = ById.of(problem.demands(), Demand::id);
        demandPlaces = places(problem.demands(), Demand::id);
        sites = ById.of(problem.sites(), Site::id);
        posts = ById.of(problem.posts(), Post::id);
        windows = ById.of(problem.windows(), Window::id);
        var postings = schedule.assignments().stream().map(this::posting).toList();
        bySite = postings.stream()
                .sorted(Posting.byTeam(language))
                .collect(groupingBy(posting -> posting.site().id()));
        byUnit = postings.stream()
                .sorted(Posting.BY_CADRE)
                .collect(groupingBy(posting -> posting.cadre().unit()));
    }

    /** The postings at a site, team by team. */
    List<Posting> at(Site site) {
        return bySite.getOrDefault(site.id(), List.of());
    }

    /** The postings of a unit's cadres, cadre by cadre. */
    List<Posting> of(WorkUnit unit) {
        return byUnit.getOrDefault(unit.id(), List.of());
    }

    private Posting posting(Assignment assignment) {
        var cadre = ById.get(cadres, assignment.cadre());
        var demand = ById.get(demands, assignment.demand());
        return new Posting(
                cadre,
                ById.get(cadrePlaces, cadre.id()),
                ById.get(sites, demand.site()),
                ById.get(posts, demand.post()),
                ById.get(windows, demand.window()),
                ById.get(demandPlaces, demand.id()));
    }

    private static <T> Map<String, Integer> places(List<T> items, Function<T, String> id) {
        var places = new HashMap<String, Integer>();
        for (var item : items) {
            places.put(id.apply(item), places.size());
        }
        return places;
    }
}
