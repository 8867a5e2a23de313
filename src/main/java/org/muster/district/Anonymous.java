package org.muster.district;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.muster.problem.Cadre;
import org.muster.problem.Community;
import org.muster.problem.HeldSkill;
import org.muster.problem.Problem;
import org.muster.problem.Travel;

/**
 * A problem in which some people are anonymous: a pseudonym, the unit, the level, the skills and the load stay, so that
 * counts and shares stay too. Name, home, birth date, last service day, availability, restrictions and the validity of
 * skills go; their home becomes the middle of their community.
 */
public final class Anonymous {

    private Anonymous() {}

    /**
     * The problem without some people.
     *
     * @param pseudonyms by the identifier of a cadre
     */
    public static Problem without(Problem problem, Map<String, String> pseudonyms) {
        var communities = problem.communities().stream().collect(Collectors.toMap(Community::id, each -> each));
        return problem.toBuilder()
                .cadres(problem.cadres().stream()
                        .map(cadre -> {
                            var pseudonym = pseudonyms.get(cadre.id());
                            return pseudonym == null ? cadre : nobody(cadre, pseudonym, communities);
                        })
                        .toList())
                .assignments(problem.assignments().stream()
                        .map(standing -> standing.renamed(
                                standing.demand(), pseudonyms.getOrDefault(standing.cadre(), standing.cadre())))
                        .toList())
                .travel(travel(problem.travel(), pseudonyms))
                .build();
    }

    private static Cadre nobody(Cadre cadre, String pseudonym, Map<String, Community> communities) {
        var home = communities.get(cadre.homeCommunity());
        return cadre.toBuilder(pseudonym, home == null ? cadre.location() : home.location())
                .name(null)
                .birthDate(null)
                .lastServiceDay(null)
                .confinedTo(null)
                .skills(cadre.skills().stream()
                        .map(held -> new HeldSkill(held.skill(), null, null))
                        .toList())
                .availability(List.of())
                .avoidTags(Set.of())
                .build();
    }

    private static Travel travel(Travel travel, Map<String, String> pseudonyms) {
        return switch (travel) {
            case Travel.ByDistance distance -> distance;
            case Travel.Table table ->
                new Travel.Table(table.minutes().entrySet().stream()
                        .filter(entry -> !pseudonyms.containsKey(entry.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        };
    }
}
