package org.muster.district;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.muster.problem.Community;
import org.muster.problem.Demand;
import org.muster.problem.Post;
import org.muster.problem.Round;
import org.muster.problem.Skill;
import org.muster.problem.Window;
import org.muster.problem.WorkUnit;
import org.muster.problem.rules.DutyRules;

/** A snapshot of all data of a district. */
public final class DistrictData {

    private final District district;
    private final Map<DistrictList, List<Item>> items;

    /** The data of a district; a list that is not given is empty. */
    public DistrictData(District district, Map<DistrictList, List<Item>> items) {
        this.district = district;
        this.items = new EnumMap<>(DistrictList.class);
        this.items.putAll(items);
    }

    public District district() {
        return district;
    }

    public List<Community> communities() {
        return values(DistrictList.COMMUNITIES, Community.class);
    }

    public List<WorkUnit> units() {
        return values(DistrictList.UNITS, WorkUnit.class);
    }

    public List<Skill> skills() {
        return values(DistrictList.SKILLS, Skill.class);
    }

    public List<Post> posts() {
        return values(DistrictList.POSTS, Post.class);
    }

    public List<StoredSite> sites() {
        return values(DistrictList.SITES, StoredSite.class);
    }

    public List<Round> rounds() {
        return values(DistrictList.ROUNDS, Round.class);
    }

    public List<Window> windows() {
        return values(DistrictList.WINDOWS, Window.class);
    }

    public List<Demand> demands() {
        return values(DistrictList.DEMANDS, Demand.class);
    }

    public List<StoredCadre> cadres() {
        return values(DistrictList.CADRES, StoredCadre.class);
    }

    public List<DutyRules> dutyRules() {
        return values(DistrictList.DUTY_RULES, DutyRules.class);
    }

    private <T> List<T> values(DistrictList list, Class<T> type) {
        return items.getOrDefault(list, List.of()).stream()
                .map(item -> type.cast(item.value()))
                .toList();
    }
}
