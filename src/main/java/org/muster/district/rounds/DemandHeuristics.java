package org.muster.district.rounds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muster.problem.Demand;
import org.muster.problem.Identifier;
import org.muster.problem.Window;

/**
 * Proposes the demands of sites of which only the residents are known.
 *
 * <p>A sampling table serves 600 to 800 residents in a round, and a site 2,000 to 3,000: the minimum is for tables at
 * full load, the ideal for tables at the lower load. Source: the figures of {@code docs/dictionary.md}, published for
 * the Beijing rounds of 2022.
 */
public final class DemandHeuristics {

    /** Residents that a sampling table serves in a round. */
    public static final int FEWEST_A_TABLE = 600, MOST_A_TABLE = 800;

    /** Residents that one site can serve in a round. */
    public static final int MOST_A_SITE = 3_000;

    private static final int PRIORITY = 5;

    private DemandHeuristics() {}

    /**
     * Heads of a post.
     *
     * @param post identifier of the post
     * @param heads for each table or each site, 1 or more
     */
    public record Heads(String post, int heads) {}

    /**
     * What is proposed.
     *
     * @param demands one for each site, window and post; those that exist already keep their identifier and priority
     * @param overloaded residents by site, where one site can hardly serve them
     */
    public record Proposal(List<Demand> demands, Map<String, Integer> overloaded) {}

    /**
     * Proposes demands.
     *
     * @param residents by site, in the order in which the demands shall come
     * @param windows those in which each site is open; its residents come spread over them
     * @param aTable heads that each table needs
     * @param aSite heads that each site needs, however many tables it has
     * @param existing demands that the proposal is to replace
     */
    public static Proposal propose(
            Map<String, Integer> residents,
            List<Window> windows,
            List<Heads> aTable,
            List<Heads> aSite,
            List<Demand> existing) {
        var known = new HashMap<Place, Demand>();
        existing.forEach(demand -> known.putIfAbsent(Place.of(demand), demand));
        var demands = new ArrayList<Demand>();
        var overloaded = new HashMap<String, Integer>();
        residents.forEach((site, people) -> {
            if (people > MOST_A_SITE) {
                overloaded.put(site, people);
            }
            int least = people == 0 ? 0 : tables(people, MOST_A_TABLE * windows.size());
            int ideal = people == 0 ? 0 : tables(people, FEWEST_A_TABLE * windows.size());
            for (var window : windows) {
                for (var heads : aTable) {
                    var place = new Place(site, window.id(), heads.post());
                    demands.add(demand(place, least * heads.heads(), ideal * heads.heads(), known.get(place)));
                }
                for (var heads : aSite) {
                    var place = new Place(site, window.id(), heads.post());
                    int all = people == 0 ? 0 : heads.heads();
                    demands.add(demand(place, all, all, known.get(place)));
                }
            }
        });
        return new Proposal(List.copyOf(demands), Map.copyOf(overloaded));
    }

    private static int tables(int people, int aTable) {
        return Math.ceilDiv(people, aTable);
    }

    private record Place(String site, String window, String post) {

        static Place of(Demand demand) {
            return new Place(demand.site(), demand.window(), demand.post());
        }

        String id() {
            return Identifier.shown("%s-%s-%s".formatted(site, window, post));
        }
    }

    private static Demand demand(Place place, int least, int ideal, @Nullable Demand known) {
        return new Demand(
                known == null ? place.id() : known.id(),
                place.site(),
                place.window(),
                place.post(),
                least,
                ideal,
                ideal,
                known == null ? PRIORITY : known.priority(),
                known == null ? 1 : known.idealWeight(),
                known == null ? 1 : known.overWeight());
    }
}
