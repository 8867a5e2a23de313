package org.muster.district;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.muster.problem.Community;
import org.muster.problem.Demand;
import org.muster.problem.Post;
import org.muster.problem.Round;
import org.muster.problem.Skill;
import org.muster.problem.Window;
import org.muster.problem.WorkUnit;
import org.muster.problem.rules.DutyRules;

/**
 * An item of a list of a district.
 *
 * @param value the item: the record of {@code org.muster.problem}, but {@link StoredCadre} and {@link StoredSite}
 */
public record Item(DistrictList list, String id, Object value) {

    /** Makes an item of the record of one. */
    public static Item of(Object value) {
        return switch (value) {
            case Community community -> new Item(DistrictList.COMMUNITIES, community.id(), value);
            case Skill skill -> new Item(DistrictList.SKILLS, skill.id(), value);
            case Post post -> new Item(DistrictList.POSTS, post.id(), value);
            case DutyRules rules -> new Item(DistrictList.DUTY_RULES, rules.id(), value);
            case WorkUnit unit -> new Item(DistrictList.UNITS, unit.id(), value);
            case StoredSite site -> new Item(DistrictList.SITES, site.site().id(), value);
            case Round round -> new Item(DistrictList.ROUNDS, round.id(), value);
            case Window window -> new Item(DistrictList.WINDOWS, window.id(), value);
            case Demand demand -> new Item(DistrictList.DEMANDS, demand.id(), value);
            case StoredCadre cadre ->
                new Item(DistrictList.CADRES, cadre.cadre().id(), value);
            default ->
                throw new IllegalArgumentException("No list has items of the type (%s).".formatted(value.getClass()));
        };
    }

    /** What it points to. Broken values, which are empty, point to nothing. */
    public List<Reference> references() {
        var found = new ArrayList<Reference>();
        switch (value) {
            case StoredSite site ->
                add(found, "/community", DistrictList.COMMUNITIES, site.site().community());
            case Post post -> {
                addAll(found, "/skillsAnyOf", post.skillsAnyOf());
                addAll(found, "/skillsAllOf", post.skillsAllOf());
            }
            case Window window -> add(found, "/round", DistrictList.ROUNDS, window.round());
            case Demand demand -> {
                add(found, "/site", DistrictList.SITES, demand.site());
                add(found, "/window", DistrictList.WINDOWS, demand.window());
                add(found, "/post", DistrictList.POSTS, demand.post());
            }
            case StoredCadre cadre -> addAll(found, cadre);
            default -> {
                // Items of the other lists refer to no other item.
            }
        }
        return found;
    }

    private static void addAll(List<Reference> found, StoredCadre stored) {
        var cadre = stored.cadre();
        add(found, "/unit", DistrictList.UNITS, cadre.unit());
        add(found, "/homeCommunity", DistrictList.COMMUNITIES, cadre.homeCommunity());
        for (int i = 0; i < cadre.skills().size(); i++) {
            add(
                    found,
                    "/skills/%d/skill".formatted(i),
                    DistrictList.SKILLS,
                    cadre.skills().get(i).skill());
        }
        if (cadre.confinedTo() != null) {
            add(found, "/confinedTo", DistrictList.SITES, cadre.confinedTo());
        }
        for (int i = 0; i < stored.confinements().size(); i++) {
            add(
                    found,
                    "/confinements/%d/site".formatted(i),
                    DistrictList.SITES,
                    stored.confinements().get(i).site());
        }
        if (cadre.lastSite() != null) {
            add(found, "/lastSite", DistrictList.SITES, cadre.lastSite());
        }
        if (cadre.dutyRules() != null) {
            add(found, "/dutyRules", DistrictList.DUTY_RULES, cadre.dutyRules());
        }
    }

    private static void addAll(List<Reference> found, String pointer, Collection<String> skills) {
        skills.stream().sorted().forEach(skill -> add(found, pointer, DistrictList.SKILLS, skill));
    }

    private static void add(List<Reference> found, String pointer, DistrictList target, String id) {
        if (!id.isEmpty()) {
            found.add(new Reference(pointer, target, id));
        }
    }

    @Override
    public String toString() {
        return "Item[%s %s]".formatted(list.path(), id);
    }
}
