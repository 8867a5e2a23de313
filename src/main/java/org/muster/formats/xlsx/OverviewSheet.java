package org.muster.formats.xlsx;

import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.muster.formats.text.DisplayName;
import org.muster.formats.text.TextBundle;

/** The first sheet: the unfilled posts, then the figures, then links to the other sheets. */
final class OverviewSheet {

    private static final int NAME = 36, POST = 20, WHEN = 28, COUNT = 12;
    private static final DateTimeFormatter MADE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Handout handout;
    private final TextBundle texts;
    private final String name;
    private final ScheduleWorkbook.Heading heading;
    private final List<SiteSheet> sites;
    private final List<UnitSheet> units;

    OverviewSheet(
            Handout handout,
            String name,
            ScheduleWorkbook.Heading heading,
            List<SiteSheet> sites,
            List<UnitSheet> units) {
        this.handout = handout;
        this.texts = handout.texts();
        this.name = name;
        this.heading = heading;
        this.sites = sites;
        this.units = units;
    }

    void write(Workbook workbook) throws IOException {
        try (var sheet = new PrintedSheet(workbook, name, NAME, POST, WHEN, COUNT)) {
            writeTitle(sheet);
            writeUnfilled(sheet);
            sheet.skip();
            writeFigures(sheet);
            sheet.skip();
            writeContents(sheet);
        }
    }

    private void writeTitle(PrintedSheet sheet) throws IOException {
        var zone = handout.problem().timeZone();
        var plan = heading.plan();
        sheet.row(RowStyle.TITLE, Cell.of(plan == null || plan.isBlank() ? texts.get("schedule") : plan));
        sheet.row(
                RowStyle.NOTE,
                Cell.of(texts.get("made", MADE.format(heading.made().atZone(zone)), zone.getId())));
        sheet.keepInView();
        if (!heading.isFinal()) {
            sheet.row(RowStyle.ALARM, Cell.of(texts.get("preliminary")));
        }
    }

    private void writeUnfilled(PrintedSheet sheet) throws IOException {
        var deployment = handout.deployment();
        if (deployment.unfilled().isEmpty()) {
            sheet.row(RowStyle.NOTE, Cell.of(texts.get("filled")));
            return;
        }
        int posts = deployment.unfilled().stream()
                .mapToInt(site -> site.posts().size())
                .sum();
        sheet.row(RowStyle.ALARM, Cell.of(texts.get("unfilled", deployment.missing(), posts)));
        sheet.row(
                RowStyle.HEADER,
                Cell.of(texts.get("site")),
                Cell.of(texts.get("post")),
                Cell.of(texts.get("when")),
                Cell.of(texts.get("heads-missing")));
        for (var site : deployment.unfilled()) {
            for (var post : site.posts()) {
                sheet.row(
                        RowStyle.MISSING,
                        Cell.of(DisplayName.of(site.site())),
                        Cell.of(DisplayName.of(post.post())),
                        Cell.of(handout.windowTexts().of(post.window())),
                        Cell.of(post.missing()));
            }
        }
    }

    private void writeFigures(PrintedSheet sheet) throws IOException {
        var everybody = handout.deployment().everybody();
        var own = handout.deployment().own();
        sheet.row(RowStyle.HEADER, Cell.of(texts.get("figures")));
        writeFigure(
                sheet, texts.get("figures.people"), Cell.of(everybody.deployed().people()));
        for (var turnout : everybody.byRound()) {
            var round = turnout.round();
            writeFigure(
                    sheet,
                    texts.get(
                            "figures.round",
                            DisplayName.of(round),
                            handout.windowTexts().day(round.date())),
                    Cell.of(turnout.deployed().people()));
        }
        if (own.shareOf(own.deployed()).isPresent()) {
            writeFigure(
                    sheet,
                    texts.get("figures.own"),
                    new Cell.Percentage(own.shareOf(own.deployed()).getAsDouble()));
        }
        writeFigure(
                sheet,
                texts.get("figures.duties"),
                Cell.of(sites.stream().mapToLong(SiteSheet::heads).sum()));
        writeFigure(sheet, texts.get("figures.sites"), Cell.of(sites.size()));
        writeFigure(sheet, texts.get("figures.units"), Cell.of(units.size()));
    }

    private static void writeFigure(PrintedSheet sheet, String name, Cell figure) throws IOException {
        sheet.row(RowStyle.LINE, Cell.of(name), figure);
    }

    /** Links to the sheets, since a workbook may have a thousand tabs. */
    private void writeContents(PrintedSheet sheet) throws IOException {
        sheet.row(
                RowStyle.HEADER,
                Cell.of(texts.get("contents.site")),
                Cell.of(texts.get("subdistrict")),
                Cell.of(texts.get("contents.duties")),
                Cell.of(texts.get("heads-missing")));
        for (var site : sites) {
            sheet.row(
                    site.missing() > 0 ? RowStyle.MISSING : RowStyle.LINE,
                    new Cell.Link(DisplayName.of(site.site()), site.name()),
                    Cell.of(handout.communityOf(site.site()).subdistrict()),
                    Cell.of(site.heads()),
                    Cell.of(site.missing()));
        }
        sheet.row(
                RowStyle.HEADER,
                Cell.of(texts.get("contents.unit")),
                Cell.of(""),
                Cell.of(texts.get("contents.duties")));
        for (var unit : units) {
            sheet.row(
                    RowStyle.LINE,
                    new Cell.Link(DisplayName.of(unit.unit()), unit.name()),
                    Cell.of(""),
                    Cell.of(unit.duties()));
        }
    }
}
