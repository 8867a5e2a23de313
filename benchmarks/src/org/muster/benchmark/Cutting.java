package org.muster.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.muster.problem.Cadre;
import org.muster.problem.Demand;
import org.muster.problem.Problem;
import org.muster.problem.Site;
import org.muster.problem.WorkUnit;

/**
 * Cuts a district down to a number of cadres, with the same share of its sites.
 *
 * <p>Sites of a kind and size are thinned evenly. Units are kept whole, spread over the list, for people of one unit
 * are what teams and ceilings are about; only the last one is cut. Who is confined to a site goes with the site.
 */
final class Cutting {
    /** Multiples of it, taken modulo 1, fill the unit interval more evenly than any other number's. */
    private static final double GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2;

    private Cutting() {}

    /** What makes two sites alike: the kind, and how many demands they have. */
    private record Size(Site.Kind kind, long demands) {}

    /**
     * Cuts a problem.
     *
     * @throws IllegalArgumentException when it has fewer cadres than are wanted
     */
    static Problem cut(Problem problem, int cadres) {
        int all = problem.cadres().size();
        if (cadres < 1 || cadres > all) {
            throw new IllegalArgumentException("A problem of %d cadres cannot be cut to %d.".formatted(all, cadres));
        }
        var sites = sites(problem, (double) cadres / all);
        var kept = cadres(problem, sites, cadres);
        var units = kept.stream().map(Cadre::unit).collect(Collectors.toSet());
        var people = kept.stream().map(Cadre::id).collect(Collectors.toSet());
        var demands = problem.demands().stream()
                .filter(demand -> sites.contains(demand.site()))
                .toList();
        var asked = demands.stream().map(Demand::id).collect(Collectors.toSet());
        return problem.toBuilder()
                .units(problem.units().stream()
                        .filter(unit -> units.contains(unit.id()))
                        .toList())
                .sites(problem.sites().stream()
                        .filter(site -> sites.contains(site.id()))
                        .toList())
                .demands(demands)
                .cadres(kept)
                .assignments(problem.assignments().stream()
                        .filter(standing -> asked.contains(standing.demand()) && people.contains(standing.cadre()))
                        .toList())
                .build();
    }

    private static Set<String> sites(Problem problem, double share) {
        var demands = problem.demands().stream().collect(Collectors.groupingBy(Demand::site, Collectors.counting()));
        var alike = problem.sites().stream()
                .collect(Collectors.groupingBy(
                        site -> new Size(site.kind(), demands.getOrDefault(site.id(), 0L)),
                        LinkedHashMap::new,
                        Collectors.toList()));
        var kept = new HashSet<String>();
        for (var sites : alike.values()) {
            long count = Math.round(share * sites.size());
            for (long place = 0; place < count; place++) {
                kept.add(sites.get((int) (place * sites.size() / count)).id());
            }
        }
        return kept;
    }

    private static List<Cadre> cadres(Problem problem, Set<String> sites, int wanted) {
        var byUnit = problem.cadres().stream()
                .filter(cadre -> cadre.confinedTo() == null)
                .collect(Collectors.groupingBy(Cadre::unit));
        var confined = problem.cadres().stream()
                .filter(cadre -> cadre.confinedTo() != null && sites.contains(cadre.confinedTo()))
                .limit(wanted)
                .toList();
        var chosen = new ArrayList<>(confined);
        for (var unit : spread(problem.units())) {
            var people = byUnit.getOrDefault(unit.id(), List.of());
            chosen.addAll(people.subList(0, Math.min(people.size(), wanted - chosen.size())));
        }
        return inOrderOf(problem, chosen).stream()
                .map(cadre -> withKnownSite(cadre, sites))
                .toList();
    }

    /** The units in an order of which each beginning is spread over the whole list. */
    private static List<WorkUnit> spread(List<WorkUnit> units) {
        return IntStream.range(0, units.size())
                .boxed()
                .sorted(Comparator.comparingDouble(place -> (place * GOLDEN_RATIO) % 1))
                .map(units::get)
                .toList();
    }

    private static List<Cadre> inOrderOf(Problem problem, List<Cadre> chosen) {
        var ids = chosen.stream().map(Cadre::id).collect(Collectors.toSet());
        return problem.cadres().stream()
                .filter(cadre -> ids.contains(cadre.id()))
                .toList();
    }

    private static Cadre withKnownSite(Cadre cadre, Set<String> sites) {
        return cadre.lastSite() == null || sites.contains(cadre.lastSite())
                ? cadre
                : People.like(cadre).lastSite(null).build();
    }
}
