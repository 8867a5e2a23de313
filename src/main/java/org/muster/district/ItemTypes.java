package org.muster.district;

import static org.muster.district.ItemField.number;
import static org.muster.district.ItemField.reference;
import static org.muster.district.ItemField.references;
import static org.muster.district.ItemField.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.problem.Community;
import org.muster.problem.Demand;
import org.muster.problem.Post;
import org.muster.problem.Round;
import org.muster.problem.Skill;
import org.muster.problem.Window;
import org.muster.problem.WorkUnit;
import org.muster.problem.faults.Limits;
import org.muster.problem.rules.DutyRules;

/** What the items of each list of a district are. */
final class ItemTypes {

    static final ItemType<Community> COMMUNITY = ItemType.of(
            Community.class,
            Community::id,
            (validator, community) -> validator.fields().community(community),
            text("id"),
            text("name"),
            text("subdistrict"));

    static final ItemType<Skill> SKILL = ItemType.of(
            Skill.class, Skill::id, (validator, skill) -> validator.fields().skill(skill), text("id"), text("name"));

    static final ItemType<Post> POST = ItemType.of(
                    Post.class,
                    Post::id,
                    (validator, post) -> validator.fields().post(post),
                    text("id"),
                    text("name"),
                    references("skillsAnyOf"),
                    references("skillsAllOf"))
            .pointingTo(post -> new Pointers()
                    .toEach("/skillsAnyOf", DistrictList.SKILLS, post.skillsAnyOf())
                    .toEach("/skillsAllOf", DistrictList.SKILLS, post.skillsAllOf())
                    .found());

    static final ItemType<DutyRules> DUTY_RULES = ItemType.of(
            DutyRules.class,
            DutyRules::id,
            (validator, rules) -> validator.fields().dutyRules(rules),
            text("id"),
            text("name"));

    static final ItemType<WorkUnit> UNIT = ItemType.of(
            WorkUnit.class,
            WorkUnit::id,
            (validator, unit) -> validator.fields().unit(unit),
            text("id"),
            text("name"),
            number("staff"),
            number("maxAway"),
            number("maxAwayShare"));

    static final ItemType<StoredSite> SITE = ItemType.of(
                    StoredSite.class,
                    site -> site.site().id(),
                    StoredItemValidator::site,
                    text("id"),
                    text("name"),
                    text("kind"),
                    reference("community"),
                    text("admits"),
                    number("residents"))
            .atMost(Limits::sites)
            .pointingTo(site -> new Pointers()
                    .to("/community", DistrictList.COMMUNITIES, site.site().community())
                    .found());

    static final ItemType<Round> ROUND = ItemType.of(
            Round.class,
            Round::id,
            (validator, round) -> validator.fields().round(round),
            text("id"),
            text("name"),
            text("date"));

    static final ItemType<Window> WINDOW = ItemType.of(
                    Window.class,
                    Window::id,
                    (validator, window) -> validator.fields().window(window),
                    text("id"),
                    reference("round"),
                    text("start"),
                    text("end"),
                    text("kind"))
            .atMost(Limits::windows)
            .pointingTo(window -> new Pointers()
                    .to("/round", DistrictList.ROUNDS, window.round())
                    .found());

    static final ItemType<Demand> DEMAND = ItemType.of(
                    Demand.class,
                    Demand::id,
                    (validator, demand) -> validator.fields().demand(demand),
                    text("id"),
                    reference("site"),
                    reference("window"),
                    reference("post"),
                    number("min"),
                    number("ideal"),
                    number("max"),
                    number("priority"))
            .atMost(Limits::demands)
            .pointingTo(demand -> new Pointers()
                    .to("/site", DistrictList.SITES, demand.site())
                    .to("/window", DistrictList.WINDOWS, demand.window())
                    .to("/post", DistrictList.POSTS, demand.post())
                    .found());

    static final ItemType<StoredCadre> CADRE = ItemType.of(
                    StoredCadre.class,
                    stored -> stored.cadre().id(),
                    StoredItemValidator::cadre,
                    text("id"),
                    text("name"),
                    reference("unit"),
                    text("level"),
                    reference("homeCommunity"),
                    references("skills"),
                    number("roundsServed"),
                    number("minutesServed"),
                    reference("lastSite"),
                    reference("dutyRules"))
            .atMost(Limits::cadres)
            .pointingTo(ItemTypes::pointersOf);

    private ItemTypes() {}

    private static List<Reference> pointersOf(StoredCadre stored) {
        var cadre = stored.cadre();
        var pointers = new Pointers()
                .to("/unit", DistrictList.UNITS, cadre.unit())
                .to("/homeCommunity", DistrictList.COMMUNITIES, cadre.homeCommunity());
        for (int i = 0; i < cadre.skills().size(); i++) {
            pointers.to(
                    "/skills/%d/skill".formatted(i),
                    DistrictList.SKILLS,
                    cadre.skills().get(i).skill());
        }
        pointers.to("/confinedTo", DistrictList.SITES, cadre.confinedTo());
        for (int i = 0; i < stored.confinements().size(); i++) {
            pointers.to(
                    "/confinements/%d/site".formatted(i),
                    DistrictList.SITES,
                    stored.confinements().get(i).site());
        }
        return pointers.to("/lastSite", DistrictList.SITES, cadre.lastSite())
                .to("/dutyRules", DistrictList.DUTY_RULES, cadre.dutyRules())
                .found();
    }

    /** Collects what an item points to. */
    private static final class Pointers {
        private final List<Reference> found = new ArrayList<>();

        Pointers to(String pointer, DistrictList target, @Nullable String id) {
            if (id != null && !id.isEmpty()) {
                found.add(new Reference(pointer, target, id));
            }
            return this;
        }

        /** What has no order is sorted. */
        Pointers toEach(String pointer, DistrictList target, Collection<String> ids) {
            ids.stream().sorted().forEach(id -> to(pointer, target, id));
            return this;
        }

        List<Reference> found() {
            return found;
        }
    }
}
