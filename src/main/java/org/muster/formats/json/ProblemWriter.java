package org.muster.formats.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import org.muster.problem.Availability;
import org.muster.problem.Cadre;
import org.muster.problem.Community;
import org.muster.problem.Demand;
import org.muster.problem.HeldSkill;
import org.muster.problem.Post;
import org.muster.problem.Problem;
import org.muster.problem.Round;
import org.muster.problem.Site;
import org.muster.problem.Skill;
import org.muster.problem.StandingAssignment;
import org.muster.problem.Travel;
import org.muster.problem.Window;
import org.muster.problem.WorkUnit;

/**
 * Writes a problem so that {@link ProblemReader} reads an equal one. The same problem always gives the same bytes:
 * what has no order is sorted. Unknown values and empty lists are left out.
 */
public final class ProblemWriter {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    /** Writes a problem as a stream, which is flushed and not closed. */
    public void write(Problem problem, OutputStream out) throws IOException {
        try (var generator = FACTORY.createGenerator(out)) {
            new Body(new JsonOutput(generator)).write(problem);
        }
    }

    private record Body(JsonOutput out) {

        void write(Problem problem) throws IOException {
            out.object(() -> {
                out.text("timeZone", problem.timeZone().getId());
                out.object("horizon", () -> {
                    out.text("from", problem.horizon().from().toString());
                    out.text("to", problem.horizon().to().toString());
                });
                out.objects("communities", problem.communities(), this::community);
                out.objects("units", problem.units(), this::unit);
                out.objects("skills", problem.skills(), this::skill);
                out.objects("posts", problem.posts(), this::post);
                out.objects("sites", problem.sites(), this::site);
                out.objects("rounds", problem.rounds(), this::round);
                out.objects("windows", problem.windows(), this::window);
                out.objects("demands", problem.demands(), this::demand);
                out.objects("cadres", problem.cadres(), this::cadre);
                var dutyRules = new DutyRulesWriter(out);
                out.objects("dutyRules", problem.dutyRules(), dutyRules::write);
                out.objects("assignments", problem.assignments(), this::assignment);
                out.object("travel", () -> travel(problem.travel()));
                out.object("weights", () -> {
                    for (var weight : problem.weights().overrides().entrySet()) {
                        out.number(weight.getKey().id(), weight.getValue());
                    }
                });
            });
        }

        private void community(Community community) throws IOException {
            out.text("id", community.id());
            out.text("name", community.name());
            out.text("subdistrict", community.subdistrict());
            out.location(community.location());
        }

        private void unit(WorkUnit unit) throws IOException {
            out.text("id", unit.id());
            out.text("name", unit.name());
            out.number("staff", unit.staff());
            out.number("maxAway", unit.maxAway());
            out.decimal("maxAwayShare", unit.maxAwayShare());
            out.texts("subdistricts", unit.subdistricts());
        }

        private void skill(Skill skill) throws IOException {
            out.text("id", skill.id());
            out.text("name", skill.name());
            out.truth("scarce", skill.scarce());
        }

        private void post(Post post) throws IOException {
            out.text("id", post.id());
            out.text("name", post.name());
            out.texts("skillsAnyOf", post.skillsAnyOf());
            out.texts("skillsAllOf", post.skillsAllOf());
            out.sortedTexts("tags", post.tags());
            out.number("minAge", post.minAge());
            out.number("maxAge", post.maxAge());
        }

        private void site(Site site) throws IOException {
            out.text("id", site.id());
            out.text("name", site.name());
            out.text("kind", site.kind().name());
            out.text("community", site.community());
            out.location(site.location());
            out.text("admits", site.admits().name());
        }

        private void round(Round round) throws IOException {
            out.text("id", round.id());
            out.text("name", round.name());
            out.text("date", round.date().toString());
        }

        private void window(Window window) throws IOException {
            out.text("id", window.id());
            out.text("round", window.round());
            out.text("start", window.start().toString());
            out.text("end", window.end().toString());
            out.text("kind", window.kind());
        }

        private void demand(Demand demand) throws IOException {
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

        private void cadre(Cadre cadre) throws IOException {
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

        private void assignment(StandingAssignment assignment) throws IOException {
            out.text("demand", assignment.demand());
            out.text("cadre", assignment.cadre());
            out.truth("pinned", assignment.pinned());
            out.truth("published", assignment.published());
        }

        private void travel(Travel travel) throws IOException {
            switch (travel) {
                case Travel.ByDistance distance -> {
                    out.decimal("speedKmh", distance.speedKmh());
                    out.decimal("detour", distance.detour());
                }
                case Travel.Table table ->
                    out.object("minutes", () -> {
                        for (var cadre : JsonOutput.sorted(table.minutes()).entrySet()) {
                            out.object(cadre.getKey(), () -> out.numbers(cadre.getValue()));
                        }
                    });
            }
        }
    }
}
