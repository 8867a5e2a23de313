package org.muster.formats.json.items;

import java.io.IOException;
import org.muster.formats.json.stream.JsonOutput;
import org.muster.problem.Availability;
import org.muster.problem.Cadre;
import org.muster.problem.Community;
import org.muster.problem.Demand;
import org.muster.problem.HeldSkill;
import org.muster.problem.Post;
import org.muster.problem.Round;
import org.muster.problem.Site;
import org.muster.problem.Skill;
import org.muster.problem.Travel;
import org.muster.problem.Window;
import org.muster.problem.WorkUnit;
import org.muster.problem.rules.DutyRules;
import org.muster.problem.rules.Weights;

/** Writes the fields of the items of a problem. */
public final class ItemFields {

    private final JsonOutput out;
    private final DutyRulesWriter dutyRules;

    public ItemFields(JsonOutput out) {
        this.out = out;
        dutyRules = new DutyRulesWriter(out);
    }

    public void dutyRules(DutyRules rules) throws IOException {
        dutyRules.write(rules);
    }

    public void travel(Travel.ByDistance distance) throws IOException {
        out.decimal("speedKmh", distance.speedKmh());
        out.decimal("detour", distance.detour());
    }

    public void weights(Weights weights) throws IOException {
        for (var weight : weights.overrides().entrySet()) {
            out.number(weight.getKey().id(), weight.getValue());
        }
    }

    public void community(Community community) throws IOException {
        out.text("id", community.id());
        out.text("name", community.name());
        out.text("subdistrict", community.subdistrict());
        out.location(community.location());
    }

    public void unit(WorkUnit unit) throws IOException {
        out.text("id", unit.id());
        out.text("name", unit.name());
        out.number("staff", unit.staff());
        out.number("maxAway", unit.maxAway());
        out.decimal("maxAwayShare", unit.maxAwayShare());
        out.texts("subdistricts", unit.subdistricts());
    }

    public void skill(Skill skill) throws IOException {
        out.text("id", skill.id());
        out.text("name", skill.name());
        out.truth("scarce", skill.scarce());
    }

    public void post(Post post) throws IOException {
        out.text("id", post.id());
        out.text("name", post.name());
        out.texts("skillsAnyOf", post.skillsAnyOf());
        out.texts("skillsAllOf", post.skillsAllOf());
        out.sortedTexts("tags", post.tags());
        out.number("minAge", post.minAge());
        out.number("maxAge", post.maxAge());
    }

    public void site(Site site) throws IOException {
        out.text("id", site.id());
        out.text("name", site.name());
        out.text("kind", site.kind().name());
        out.text("community", site.community());
        out.location(site.location());
        out.text("admits", site.admits().name());
    }

    public void round(Round round) throws IOException {
        out.text("id", round.id());
        out.text("name", round.name());
        out.text("date", round.date().toString());
    }

    public void window(Window window) throws IOException {
        out.text("id", window.id());
        out.text("round", window.round());
        out.text("start", window.start().toString());
        out.text("end", window.end().toString());
        out.text("kind", window.kind());
    }

    public void demand(Demand demand) throws IOException {
        out.text("id", demand.id());
        out.text("site", demand.site());
        out.text("window", demand.window());
        out.text("post", demand.post());
        out.number("min", demand.min());
        out.number("ideal", demand.ideal());
        out.number("max", demand.max());
        out.number("priority", demand.priority());
        out.number("idealWeight", demand.idealWeight());
        out.number("overWeight", demand.overWeight());
    }

    public void cadre(Cadre cadre) throws IOException {
        out.text("id", cadre.id());
        out.text("name", cadre.name());
        out.text("unit", cadre.unit());
        out.text("level", cadre.level().name());
        out.text("homeCommunity", cadre.homeCommunity());
        out.location(cadre.location());
        out.date("birthDate", cadre.birthDate());
        out.date("lastServiceDay", cadre.lastServiceDay());
        out.objects("skills", cadre.skills(), this::heldSkill);
        out.objects("availability", cadre.availability(), this::availability);
        out.text("confinedTo", cadre.confinedTo());
        out.sortedTexts("avoidTags", cadre.avoidTags());
        out.number("roundsServed", cadre.roundsServed());
        out.number("minutesServed", cadre.minutesServed());
        out.text("lastSite", cadre.lastSite());
        out.text("dutyRules", cadre.dutyRules());
    }

    private void heldSkill(HeldSkill held) throws IOException {
        out.text("skill", held.skill());
        out.date("from", held.from());
        out.date("until", held.until());
    }

    private void availability(Availability availability) throws IOException {
        out.text("start", availability.start().toString());
        out.text("end", availability.end().toString());
        out.text("kind", availability.kind().name());
        out.sortedTexts("windowKinds", availability.windowKinds());
        out.number("weight", availability.weight());
    }
}
