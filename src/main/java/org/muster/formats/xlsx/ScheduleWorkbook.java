package org.muster.formats.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.muster.formats.text.DisplayName;
import org.muster.problem.Problem;
import org.muster.schedule.Schedule;

/**
 * A schedule for people, to be sent around, printed and pinned to a wall: an overview with every unfilled post on top,
 * a sheet for each site with its teams, and a sheet for each unit that sends people.
 */
public final class ScheduleWorkbook {

    private ScheduleWorkbook() {}

    /**
     * The heading of the workbook.
     *
     * @param plan what the plan is called; null where it has no name
     * @param made when the schedule was made
     * @param isFinal whether the plan has ended: otherwise it says that a better schedule may follow
     */
    public record Heading(@Nullable String plan, Instant made, boolean isFinal) {}

    /**
     * Writes the workbook while it is made: no more than a part of one sheet is in memory. The stream stays open.
     *
     * @param phones by identifier of the cadre; without any, the sheets have no column for them
     * @param language Chinese, or English for every other
     */
    public static void write(
            Problem problem,
            Schedule schedule,
            Heading heading,
            Map<String, String> phones,
            Locale language,
            OutputStream out)
            throws IOException {
        var handout = new Handout(problem, schedule, phones, language);
        var names = new SheetNames();
        var overviewName = names.next(handout.texts().get("overview"));
        var sites = siteSheets(handout, names);
        var units = unitSheets(handout, names);
        try (var workbook = new Workbook(out, "Muster", "1.0")) {
            new OverviewSheet(handout, overviewName, heading, sites, units).write(workbook);
            for (var sheet : sites) {
                sheet.write(workbook);
            }
            for (var sheet : units) {
                sheet.write(workbook);
            }
        }
    }

    /** One for each site that has people or lacks some. */
    private static List<SiteSheet> siteSheets(Handout handout, SheetNames names) {
        return handout.problem().sites().stream()
                .filter(site -> !handout.postings().at(site).isEmpty()
                        || !handout.unfilledAt(site).isEmpty())
                .map(site -> new SiteSheet(handout, names.next(DisplayName.of(site)), site))
                .toList();
    }

    /** One for each unit that sends people. */
    private static List<UnitSheet> unitSheets(Handout handout, SheetNames names) {
        return handout.problem().units().stream()
                .filter(unit -> !handout.postings().of(unit).isEmpty())
                .map(unit -> new UnitSheet(handout, names.next(DisplayName.of(unit)), unit))
                .toList();
    }
}
