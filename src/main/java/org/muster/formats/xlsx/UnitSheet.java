package org.muster.formats.xlsx;

import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.muster.formats.text.DisplayName;
import org.muster.problem.WorkUnit;

/** Where the people of one unit serve. */
final class UnitSheet {

    private static final int WHO = 16, WHEN = 26, SITE = 32, SUBDISTRICT = 16, POST = 18;

    private final Handout handout;
    private final String name;
    private final WorkUnit unit;
    private final List<Posting> postings;

    UnitSheet(Handout handout, String name, WorkUnit unit) {
        this.handout = handout;
        this.name = name;
        this.unit = unit;
        postings = handout.postings().of(unit);
    }

    String name() {
        return name;
    }

    WorkUnit unit() {
        return unit;
    }

    /** Duties of its people. */
    int duties() {
        return postings.size();
    }

    void write(Workbook workbook) throws IOException {
        try (var sheet = new PrintedSheet(workbook, name, WHO, WHEN, SITE, SUBDISTRICT, POST)) {
            writeHead(sheet);
            for (int place = 0; place < postings.size(); place++) {
                var posting = postings.get(place);
                boolean first = place == 0 || !posting.isOfCadreOf(postings.get(place - 1));
                writePosting(sheet, first ? RowStyle.FIRST_LINE : RowStyle.LINE, posting);
            }
        }
    }

    private void writeHead(PrintedSheet sheet) throws IOException {
        var texts = handout.texts();
        long people = postings.stream()
                .map(posting -> posting.cadre().id())
                .distinct()
                .count();
        sheet.row(RowStyle.TITLE, Cell.of(DisplayName.of(unit)));
        sheet.row(RowStyle.NOTE, Cell.of(texts.get("unit.people", people)));
        sheet.row(
                RowStyle.HEADER,
                Cell.of(texts.get("who")),
                Cell.of(texts.get("when")),
                Cell.of(texts.get("site")),
                Cell.of(texts.get("subdistrict")),
                Cell.of(texts.get("post")));
        sheet.keepInView();
    }

    private void writePosting(PrintedSheet sheet, RowStyle rowStyle, Posting posting) throws IOException {
        sheet.row(
                rowStyle,
                Cell.of(DisplayName.of(posting.cadre())),
                Cell.of(handout.windowTexts().of(posting.window())),
                Cell.of(DisplayName.of(posting.site())),
                Cell.of(handout.communityOf(posting.site()).subdistrict()),
                Cell.of(DisplayName.of(posting.post())));
    }
}
