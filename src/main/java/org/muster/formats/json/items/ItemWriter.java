package org.muster.formats.json.items;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.muster.district.Absence;
import org.muster.district.Confinement;
import org.muster.district.Item;
import org.muster.district.StoredCadre;
import org.muster.district.StoredSite;
import org.muster.formats.json.stream.JsonOutput;
import org.muster.problem.Community;
import org.muster.problem.Demand;
import org.muster.problem.Post;
import org.muster.problem.Round;
import org.muster.problem.Skill;
import org.muster.problem.Window;
import org.muster.problem.WorkUnit;
import org.muster.problem.rules.DutyRules;

/** Writes items so that {@link ItemReader} reads equal ones. Equal items give equal texts. */
public final class ItemWriter {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** The item as a JSON object. Unknown values and empty lists are left out. */
    public String write(Item item) {
        var text = new StringWriter();
        try (var generator = FACTORY.createGenerator(text)) {
            var out = new JsonOutput(generator);
            out.object(() -> fields(item, out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void fields(Item item, JsonOutput out) throws IOException {
        var fields = new ItemFields(out);
        switch (item.value()) {
            case Community community -> fields.community(community);
            case Skill skill -> fields.skill(skill);
            case Post post -> fields.post(post);
            case DutyRules rules -> fields.dutyRules(rules);
            case WorkUnit unit -> fields.unit(unit);
            case StoredSite site -> {
                fields.site(site.site());
                out.number("residents", site.residents());
            }
            case Round round -> fields.round(round);
            case Window window -> fields.window(window);
            case Demand demand -> fields.demand(demand);
            case StoredCadre cadre -> {
                fields.cadre(cadre.cadre());
                out.text("phone", cadre.phone());
                out.objects("absences", cadre.absences(), absence -> absence(absence, out));
                out.objects("confinements", cadre.confinements(), each -> confinement(each, out));
            }
            default -> throw new IllegalArgumentException("The item (%s) is of no list.".formatted(item));
        }
    }

    private static void absence(Absence absence, JsonOutput out) throws IOException {
        out.text("kind", absence.kind().name());
        out.text("from", absence.from().toString());
        out.text("until", absence.until() == null ? null : absence.until().toString());
    }

    private static void confinement(Confinement confinement, JsonOutput out) throws IOException {
        out.text("site", confinement.site());
        out.text("from", confinement.from().toString());
        out.text(
                "until",
                confinement.until() == null ? null : confinement.until().toString());
    }
}
