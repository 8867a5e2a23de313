package org.muster.formats.csv;

import static org.muster.formats.csv.CsvTable.safe;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.util.Map;
import org.muster.problem.Cadre;
import org.muster.problem.Demand;
import org.muster.problem.Post;
import org.muster.problem.Problem;
import org.muster.problem.Site;
import org.muster.problem.Window;
import org.muster.problem.WorkUnit;
import org.muster.problem.index.ById;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;

/**
 * A schedule as a table: a line for each filled seat, UTF-8 with a byte order mark, by which spreadsheets know it.
 */
public final class ScheduleCsv {

    private static final CsvTable<Line> TABLE = new CsvTable<>(Line.class);

    private final Map<String, Demand> demands;
    private final Map<String, Site> sites;
    private final Map<String, Window> windows;
    private final Map<String, Post> posts;
    private final Map<String, Cadre> cadres;
    private final Map<String, WorkUnit> units;

    @JsonPropertyOrder({
        "demand",
        "site",
        "siteName",
        "window",
        "start",
        "end",
        "post",
        "postName",
        "cadre",
        "cadreName",
        "unit",
        "unitName",
        "pinned"
    })
    private record Line(
            String demand,
            String site,
            String siteName,
            String window,
            String start,
            String end,
            String post,
            String postName,
            String cadre,
            String cadreName,
            String unit,
            String unitName,
            boolean pinned) {}

    private ScheduleCsv(Problem problem) {
        demands = ById.of(problem.demands(), Demand::id);
        sites = ById.of(problem.sites(), Site::id);
        windows = ById.of(problem.windows(), Window::id);
        posts = ById.of(problem.posts(), Post::id);
        cadres = ById.of(problem.cadres(), Cadre::id);
        units = ById.of(problem.units(), WorkUnit::id);
    }

    /** The table of a schedule of the problem, in the order of its assignments. */
    public static byte[] write(Problem problem, Schedule schedule) throws IOException {
        var lines = new ScheduleCsv(problem);
        return TABLE.write(schedule.assignments().stream().map(lines::line));
    }

    private Line line(Assignment assignment) {
        var demand = ById.get(demands, assignment.demand());
        var site = ById.get(sites, demand.site());
        var window = ById.get(windows, demand.window());
        var post = ById.get(posts, demand.post());
        var cadre = ById.get(cadres, assignment.cadre());
        var unit = ById.get(units, cadre.unit());
        return new Line(
                safe(demand.id()),
                safe(site.id()),
                safe(site.name()),
                safe(window.id()),
                window.start().toString(),
                window.end().toString(),
                safe(post.id()),
                safe(post.name()),
                safe(cadre.id()),
                safe(cadre.name()),
                safe(unit.id()),
                safe(unit.name()),
                assignment.pinned());
    }
}
