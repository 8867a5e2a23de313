package org.muster.parts;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.muster.problem.Cadre;
import org.muster.problem.Community;
import org.muster.problem.Demand;
import org.muster.problem.HeldSkill;
import org.muster.problem.Post;
import org.muster.problem.Problem;
import org.muster.problem.Round;
import org.muster.problem.Site;
import org.muster.problem.Skill;
import org.muster.problem.Travel;
import org.muster.problem.Window;
import org.muster.problem.WorkUnit;
import org.muster.problem.rules.DutyRules;

/**
 * Takes some demands and some cadres out of a problem, with everything they refer to.
 *
 * <p>Their costs are the same as in the whole problem. The horizon is the whole's. Fairness compares with the least
 * loaded cadre of the whole; where that cadre is not in the part, a bystander with the same load replaces them, whose
 * last day of service is over.
 */
final class PartProblem {
    private static final String BYSTANDER = "bystander";

    private final Problem whole;
    private final int leastMinutes;

    PartProblem(Problem whole) {
        this.whole = whole;
        leastMinutes =
                whole.cadres().stream().mapToInt(Cadre::minutesServed).min().orElse(0);
    }

    /** The problem of the demands and cadres with these numbers. */
    Problem of(BitSet demandNumbers, BitSet cadreNumbers) {
        var demands = demandNumbers.stream().mapToObj(whole.demands()::get).toList();
        var cadres = cadreNumbers.stream().mapToObj(whole.cadres()::get).toList();
        var demandIds = ids(demands, Demand::id);
        var cadreIds = ids(cadres, Cadre::id);
        var siteIds = ids(demands, Demand::site);
        for (var cadre : cadres) {
            if (cadre.lastSite() != null) {
                siteIds.add(cadre.lastSite());
            }
            if (cadre.confinedTo() != null) {
                siteIds.add(cadre.confinedTo());
            }
        }
        var sites = kept(whole.sites(), Site::id, siteIds);
        var units = kept(whole.units(), WorkUnit::id, ids(cadres, Cadre::unit));
        var windows = kept(whole.windows(), Window::id, ids(demands, Demand::window));
        var posts = kept(whole.posts(), Post::id, ids(demands, Demand::post));
        return whole.toBuilder()
                .communities(communities(sites, units, cadres))
                .units(units)
                .skills(kept(whole.skills(), Skill::id, skills(posts, cadres)))
                .posts(posts)
                .sites(sites)
                .rounds(kept(whole.rounds(), Round::id, ids(windows, Window::round)))
                .windows(windows)
                .demands(demands)
                .cadres(withBystander(cadres))
                .dutyRules(kept(whole.dutyRules(), DutyRules::id, dutyRules(cadres)))
                .assignments(whole.assignments().stream()
                        .filter(standing ->
                                demandIds.contains(standing.demand()) && cadreIds.contains(standing.cadre()))
                        .toList())
                .travel(travel(cadreIds, siteIds))
                .build();
    }

    private List<Community> communities(List<Site> sites, List<WorkUnit> units, List<Cadre> cadres) {
        var named = ids(sites, Site::community);
        named.addAll(ids(cadres, Cadre::homeCommunity));
        var paired = new HashSet<String>();
        units.forEach(unit -> paired.addAll(unit.subdistricts()));
        return whole.communities().stream()
                .filter(community -> named.contains(community.id()) || paired.contains(community.subdistrict()))
                .toList();
    }

    private static Set<String> skills(List<Post> posts, List<Cadre> cadres) {
        var skills = new HashSet<String>();
        for (var post : posts) {
            skills.addAll(post.skillsAnyOf());
            skills.addAll(post.skillsAllOf());
        }
        for (var cadre : cadres) {
            cadre.skills().stream().map(HeldSkill::skill).forEach(skills::add);
        }
        return skills;
    }

    private static Set<String> dutyRules(List<Cadre> cadres) {
        var rules = new HashSet<String>();
        for (var cadre : cadres) {
            if (cadre.dutyRules() != null) {
                rules.add(cadre.dutyRules());
            }
        }
        return rules;
    }

    private List<Cadre> withBystander(List<Cadre> cadres) {
        if (cadres.stream().mapToInt(Cadre::minutesServed).min().orElse(leastMinutes) == leastMinutes) {
            return cadres;
        }
        var ids = ids(whole.cadres(), Cadre::id);
        var like = cadres.getFirst();
        var all = new ArrayList<>(cadres);
        all.add(Cadre.of(
                        FreshName.of(BYSTANDER, ids::contains),
                        like.unit(),
                        like.level(),
                        like.homeCommunity(),
                        like.location())
                .lastServiceDay(whole.horizon().from().minusDays(1))
                .minutesServed(leastMinutes)
                .build());
        return all;
    }

    private Travel travel(Set<String> cadres, Set<String> sites) {
        return switch (whole.travel()) {
            case Travel.ByDistance byDistance -> byDistance;
            case Travel.Table table -> {
                var minutes = new HashMap<>(table.minutes());
                minutes.keySet().retainAll(cadres);
                minutes.replaceAll((_, bySite) -> {
                    var kept = new HashMap<>(bySite);
                    kept.keySet().retainAll(sites);
                    return kept;
                });
                yield new Travel.Table(minutes);
            }
        };
    }

    private static <T> Set<String> ids(List<T> items, Function<T, String> id) {
        var ids = new HashSet<String>();
        items.forEach(item -> ids.add(id.apply(item)));
        return ids;
    }

    private static <T> List<T> kept(List<T> items, Function<T, String> id, Set<String> ids) {
        return items.stream().filter(item -> ids.contains(id.apply(item))).toList();
    }
}
