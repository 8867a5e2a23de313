package org.muster.formats.json.items;

import java.io.IOException;
import java.util.function.Function;
import org.muster.district.Absence;
import org.muster.district.Confinement;
import org.muster.district.DistrictList;
import org.muster.district.StoredCadre;
import org.muster.district.StoredSite;
import org.muster.formats.json.stream.JsonOutput;
import org.muster.formats.json.stream.Reading;
import org.muster.problem.Community;
import org.muster.problem.Demand;
import org.muster.problem.Post;
import org.muster.problem.Round;
import org.muster.problem.Skill;
import org.muster.problem.Window;
import org.muster.problem.WorkUnit;
import org.muster.problem.faults.Limits;
import org.muster.problem.rules.DutyRules;

/**
 * How items of a list are JSON.
 *
 * @param type the record of an item
 * @param reader makes what reads items; it is used for one document
 * @param writing writes the fields of an item
 */
record ItemFormat<T>(Class<T> type, Function<Limits, Reading<T>> reader, Writing<T> writing) {

    /** Writes the fields of an item. */
    interface Writing<T> {
        void write(T item, ItemFields fields, JsonOutput out) throws IOException;
    }

    /** The format of a list. */
    static ItemFormat<?> of(DistrictList list) {
        return switch (list) {
            case COMMUNITIES ->
                new ItemFormat<>(
                        Community.class, _ -> new PlaceReader()::community, (item, out, _) -> out.community(item));
            case SKILLS ->
                new ItemFormat<>(Skill.class, _ -> new PostReader()::skill, (item, out, _) -> out.skill(item));
            case POSTS -> new ItemFormat<>(Post.class, _ -> new PostReader()::post, (item, out, _) -> out.post(item));
            case DUTY_RULES ->
                new ItemFormat<>(
                        DutyRules.class, _ -> new DutyRulesReader()::read, (item, out, _) -> out.dutyRules(item));
            case UNITS ->
                new ItemFormat<>(WorkUnit.class, _ -> new UnitReader()::read, (item, out, _) -> out.unit(item));
            case SITES -> new ItemFormat<>(StoredSite.class, _ -> new PlaceReader()::storedSite, ItemFormat::site);
            case ROUNDS ->
                new ItemFormat<>(Round.class, _ -> new DemandReader()::round, (item, out, _) -> out.round(item));
            case WINDOWS ->
                new ItemFormat<>(Window.class, _ -> new DemandReader()::window, (item, out, _) -> out.window(item));
            case DEMANDS ->
                new ItemFormat<>(Demand.class, _ -> new DemandReader()::demand, (item, out, _) -> out.demand(item));
            case CADRES ->
                new ItemFormat<>(StoredCadre.class, limits -> new StoredCadreReader(limits)::read, ItemFormat::cadre);
        };
    }

    void write(Object item, JsonOutput out) throws IOException {
        writing.write(type.cast(item), new ItemFields(out), out);
    }

    private static void site(StoredSite site, ItemFields fields, JsonOutput out) throws IOException {
        fields.site(site.site());
        out.number("residents", site.residents());
    }

    private static void cadre(StoredCadre cadre, ItemFields fields, JsonOutput out) throws IOException {
        fields.cadre(cadre.cadre());
        out.text("phone", cadre.phone());
        out.objects("absences", cadre.absences(), absence -> absence(absence, out));
        out.objects("confinements", cadre.confinements(), each -> confinement(each, out));
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
