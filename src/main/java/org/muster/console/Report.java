package org.muster.console;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.evaluation.Evaluation.Cover;
import org.muster.evaluation.referee.Referee;
import org.muster.persistence.plans.BestSchedule;
import org.muster.persistence.plans.Plan;
import org.muster.problem.Cadre;
import org.muster.problem.Demand;
import org.muster.problem.Post;
import org.muster.problem.Problem;
import org.muster.problem.Site;
import org.muster.problem.Window;
import org.muster.problem.index.ById;
import org.muster.schedule.Assignment;

/** A finished plan, printed to a terminal. */
final class Report {

    private static final int SITES_SHOWN = 3;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Problem problem;
    private final Plan plan;
    private final BestSchedule best;
    private final String address;
    private final Map<String, Demand> demands;
    private final Map<String, Window> windows;
    private final Map<String, Post> posts;
    private final Map<String, Cadre> cadres;

    Report(Problem problem, Plan plan, BestSchedule best, String address) {
        this.problem = problem;
        this.plan = plan;
        this.best = best;
        this.address = address;
        demands = ById.of(problem.demands(), Demand::id);
        windows = ById.of(problem.windows(), Window::id);
        posts = ById.of(problem.posts(), Post::id);
        cadres = ById.of(problem.cadres(), Cadre::id);
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("%s after %.1f s: %s%s%s"
                .formatted(
                        plan.status(),
                        plan.progress().spent().toMillis() / 1000.0,
                        Lines.score(plan.score()),
                        Lines.bound(plan),
                        plan.outcome() == null ? "" : ", " + plan.outcome()));
        lines.add(cover());
        lines.add(referee());
        lines.add(goals());
        lines.add("");
        lines.add("Who serves where, at the first %d of %,d sites:"
                .formatted(SITES_SHOWN, problem.sites().size()));
        problem.sites().stream().filter(this::isStaffed).limit(SITES_SHOWN).forEach(site -> teams(site, lines));
        lines.add("");
        lines.add("Look further, for as long as the service runs (Ctrl-C ends it, the plan is kept):");
        var self = address + "/api/v1/plans/" + plan.id();
        lines.add("  curl " + self);
        lines.add("  curl -H 'Accept: text/csv' " + self + "/schedule");
        lines.add("  curl " + self + "/evaluation");
        return lines;
    }

    private String cover() {
        long required = problem.demands().stream().mapToLong(Demand::min).sum();
        long missing =
                best.evaluation().demands().stream().mapToLong(Cover::missing).sum();
        return "%,d heads assigned; %,d of %,d required heads are unfilled."
                .formatted(best.schedule().assignments().size(), missing, required);
    }

    /** Counts once more, from what was stored. */
    private String referee() {
        var recount = Referee.evaluate(problem, best.schedule());
        return recount.score().equals(plan.score())
                ? "The referee recounts every rule and agrees: %,d rules broken."
                        .formatted(recount.violations().size())
                : "The referee DISAGREES: it counts %s.".formatted(Lines.score(recount.score()));
    }

    private String goals() {
        return "Points by goal: "
                + best.evaluation().tallies().stream()
                        .filter(tally -> tally.rule().isGoal() && tally.points() != 0)
                        .map(tally -> "%s %,d".formatted(tally.rule().id(), tally.points()))
                        .collect(joining(", "))
                + ".";
    }

    private boolean isStaffed(Site site) {
        return best.schedule().assignments().stream()
                .anyMatch(assignment -> demand(assignment).site().equals(site.id()));
    }

    private void teams(Site site, List<String> lines) {
        lines.add("  " + site.name());
        best.schedule().assignments().stream()
                .filter(assignment -> demand(assignment).site().equals(site.id()))
                .collect(groupingBy(this::demand, LinkedHashMap::new, Collectors.toList()))
                .forEach((demand, team) -> lines.add(team(demand, team)));
    }

    private String team(Demand demand, List<Assignment> team) {
        var window = windows.get(demand.window());
        var post = posts.get(demand.post());
        if (window == null || post == null) {
            throw new IllegalArgumentException("The demand (%s) names what the problem lacks.".formatted(demand.id()));
        }
        return "    %s-%s  %s: %s"
                .formatted(
                        TIME.format(window.start()),
                        TIME.format(window.end()),
                        post.name(),
                        team.stream().map(this::nameOf).collect(joining(", ")));
    }

    private Demand demand(Assignment assignment) {
        var demand = demands.get(assignment.demand());
        if (demand == null) {
            throw new IllegalArgumentException("The problem has no demand (%s).".formatted(assignment.demand()));
        }
        return demand;
    }

    private @Nullable String nameOf(Assignment assignment) {
        var cadre = cadres.get(assignment.cadre());
        return cadre == null || cadre.name() == null ? assignment.cadre() : cadre.name();
    }
}
