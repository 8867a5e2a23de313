package org.muster.formats.xlsx;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.muster.evaluation.deployment.Deployment;
import org.muster.evaluation.deployment.Deployment.UnfilledPost;
import org.muster.evaluation.deployment.Deployment.UnfilledSite;
import org.muster.formats.text.TextBundle;
import org.muster.formats.text.WindowTexts;
import org.muster.problem.Cadre;
import org.muster.problem.Community;
import org.muster.problem.Problem;
import org.muster.problem.Site;
import org.muster.problem.WorkUnit;
import org.muster.problem.index.ById;
import org.muster.schedule.Schedule;

/** The content of the sheets of a schedule, and their language. */
final class Handout {

    private final Problem problem;
    private final Map<String, String> phones;
    private final Deployment deployment;
    private final Postings postings;
    private final Map<String, Community> communities;
    private final Map<String, WorkUnit> units;
    private final Map<String, UnfilledSite> unfilled;
    private final TextBundle texts;
    private final WindowTexts windowTexts;

    Handout(Problem problem, Schedule schedule, Map<String, String> phones, Locale language) {
        this.problem = problem;
        this.phones = phones;
        deployment = Deployment.of(problem, schedule);
        postings = new Postings(problem, schedule, language);
        communities = ById.of(problem.communities(), Community::id);
        units = ById.of(problem.units(), WorkUnit::id);
        unfilled = ById.of(deployment.unfilled(), lacking -> lacking.site().id());
        texts = new TextBundle("org.muster.formats.xlsx.workbook", language);
        windowTexts = new WindowTexts(language);
    }

    Problem problem() {
        return problem;
    }

    Deployment deployment() {
        return deployment;
    }

    TextBundle texts() {
        return texts;
    }

    WindowTexts windowTexts() {
        return windowTexts;
    }

    Postings postings() {
        return postings;
    }

    List<UnfilledPost> unfilledAt(Site site) {
        var lacking = unfilled.get(site.id());
        return lacking == null ? List.of() : lacking.posts();
    }

    Community communityOf(Site site) {
        return ById.get(communities, site.community());
    }

    WorkUnit unitOf(Cadre cadre) {
        return ById.get(units, cadre.unit());
    }

    boolean hasPhones() {
        return !phones.isEmpty();
    }

    String phoneOf(Cadre cadre) {
        return phones.getOrDefault(cadre.id(), "");
    }
}
