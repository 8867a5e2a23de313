package org.muster.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.muster.problem.Community;
import org.muster.problem.Site;

/** Spreads the sites of a district over its communities: one each, then a second and a third where there are more. */
final class Sites {

    private Sites() {}

    static List<DemoSite> of(DistrictProfile profile, Places places, long seed) {
        var seededRandom = new SeededRandom(seed, "sites");
        var communities = seededRandom.shuffled(places.communities());
        var sites = new ArrayList<DemoSite>();
        var namesakes = new HashMap<String, Integer>();
        for (var size : seededRandom.shuffled(sizes(profile.sites()))) {
            var community = communities.get(sites.size() % communities.size());
            var name = shortName(community) + size.suffix();
            int number = namesakes.merge(community.subdistrict() + name, 1, Integer::sum);
            var site = new Site(
                    "site-%04d".formatted(sites.size() + 1),
                    number == 1 ? name : "%s（%d号）".formatted(name, number),
                    size.kind(),
                    community.id(),
                    places.within(community, seededRandom),
                    size.admits());
            sites.add(new DemoSite(site, size, community));
        }
        return sites;
    }

    private static List<SiteSize> sizes(DistrictProfile.SiteCounts counts) {
        var sizes = new ArrayList<SiteSize>();
        for (var size : SiteSize.values()) {
            for (int i = 0; i < counts.of(size); i++) {
                sizes.add(size);
            }
        }
        return sizes;
    }

    /** What people call a community: its name without the committee. */
    private static String shortName(Community community) {
        return community.name().replaceFirst("(居民委员会|居委会|村民委员会|村委会)$", "");
    }
}
