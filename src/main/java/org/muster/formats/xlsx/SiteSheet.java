package org.muster.formats.xlsx;

import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.muster.evaluation.deployment.Deployment.UnfilledPost;
import org.muster.formats.text.DisplayName;
import org.muster.problem.Site;

/** The teams of one site, and before them what it lacks. */
final class SiteSheet {

    private static final int WHEN = 26, POST = 18, WHO = 16, UNIT = 32, PHONE = 16;

    private final Handout handout;
    private final String name;
    private final Site site;
    private final List<Posting> postings;
    private final List<UnfilledPost> unfilled;

    SiteSheet(Handout handout, String name, Site site) {
        this.handout = handout;
        this.name = name;
        this.site = site;
        postings = handout.postings().at(site);
        unfilled = handout.unfilledAt(site);
    }

    String name() {
        return name;
    }

    Site site() {
        return site;
    }

    /** Heads that are there, over all windows. */
    int heads() {
        return postings.size();
    }

    /** Required heads that are not, over all windows. */
    int missing() {
        return unfilled.stream().mapToInt(UnfilledPost::missing).sum();
    }

    void write(Workbook workbook) throws IOException {
        try (var sheet = handout.hasPhones()
                ? new PrintedSheet(workbook, name, WHEN, POST, WHO, UNIT, PHONE)
                : new PrintedSheet(workbook, name, WHEN, POST, WHO, UNIT)) {
            writeHead(sheet);
            for (var post : unfilled) {
                sheet.row(
                        RowStyle.MISSING,
                        Cell.of(handout.windowTexts().of(post.window())),
                        Cell.of(DisplayName.of(post.post())),
                        Cell.of(handout.texts().get("missing", post.missing())));
            }
            for (int place = 0; place < postings.size(); place++) {
                var posting = postings.get(place);
                boolean first = place == 0 || !posting.isInTeamOf(postings.get(place - 1));
                writePosting(sheet, first ? RowStyle.FIRST_LINE : RowStyle.LINE, posting);
            }
        }
    }

    private void writeHead(PrintedSheet sheet) throws IOException {
        var texts = handout.texts();
        var community = handout.communityOf(site);
        sheet.row(RowStyle.TITLE, Cell.of(DisplayName.of(site)));
        sheet.row(RowStyle.NOTE, Cell.of(texts.get("place", DisplayName.of(community), community.subdistrict())));
        sheet.row(
                RowStyle.HEADER,
                Cell.of(texts.get("when")),
                Cell.of(texts.get("post")),
                Cell.of(texts.get("who")),
                Cell.of(texts.get("unit")),
                Cell.of(texts.get("phone")));
        sheet.keepInView();
    }

    private void writePosting(PrintedSheet sheet, RowStyle rowStyle, Posting posting) throws IOException {
        var cadre = posting.cadre();
        sheet.row(
                rowStyle,
                Cell.of(handout.windowTexts().of(posting.window())),
                Cell.of(DisplayName.of(posting.post())),
                Cell.of(DisplayName.of(cadre)),
                Cell.of(DisplayName.of(handout.unitOf(cadre))),
                Cell.of(handout.phoneOf(cadre)));
    }
}
