package org.muster.formats.sheets.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.muster.district.DistrictList;
import org.muster.formats.sheets.cells.ListColumns;
import org.muster.formats.sheets.cells.TextNormalizer;
import org.muster.formats.sheets.cells.Wording;
import org.muster.formats.sheets.lines.Sheet;
import org.muster.formats.sheets.lines.SheetNotice;
import org.muster.formats.sheets.lines.SheetNotice.Code;

/**
 * Which sheets of a workbook hold a list. All that have its header do, unless they are hidden or know more columns of
 * another list. Those that are not read are named.
 */
final class SheetChoice {

    private final SheetReading reading;
    private final List<SheetBeginning> beginnings = new ArrayList<>();
    private final Map<SheetBeginning, DistrictList> others = new HashMap<>();

    SheetChoice(List<Sheet> sheets, SheetReading reading) throws IOException {
        this.reading = reading;
        for (var sheet : sheets) {
            var beginning = SheetBeginning.of(sheet);
            if (!beginning.isBlank()) {
                beginnings.add(beginning);
            }
        }
    }

    /** Reads the sheets that hold the list. */
    void read() throws IOException {
        var chosen = chosen();
        if (chosen.isEmpty()) {
            SheetBeginning.reportNoHeader(visible(), reading);
            return;
        }
        var counts = new LinkedHashMap<SheetBeginning, Integer>();
        for (var entry : chosen.entrySet()) {
            counts.put(entry.getKey(), reading.read(entry.getKey().sheet(), entry.getValue()));
        }
        for (var beginning : beginnings) {
            var count = counts.get(beginning);
            if (count == null) {
                leaveOut(beginning);
            } else if (counts.size() > 1) {
                notice(beginning, Code.SHEET_READ, Map.of("rows", count.toString()));
            }
        }
    }

    private List<SheetBeginning> visible() {
        return beginnings.stream()
                .filter(beginning -> !beginning.sheet().isHidden())
                .toList();
    }

    private Map<SheetBeginning, Header> chosen() {
        for (var beginning : beginnings) {
            var other = otherListOf(beginning);
            if (other != null) {
                others.put(beginning, other);
            }
        }
        for (int least : new int[] {2, 1}) {
            var own = headers(least, beginning -> !others.containsKey(beginning));
            if (!own.isEmpty()) {
                return own;
            }
            // A sheet that fits another list better is still what was sent, where there is no better one.
            var any = headers(least, _ -> true);
            if (!any.isEmpty()) {
                var first = any.entrySet().iterator().next();
                return Map.of(first.getKey(), first.getValue());
            }
        }
        return Map.of();
    }

    private Map<SheetBeginning, Header> headers(int least, Predicate<SheetBeginning> isMeant) {
        var headers = new LinkedHashMap<SheetBeginning, Header>();
        for (var beginning : visible()) {
            var header = isMeant.test(beginning) ? Header.find(beginning.lines(), reading.columns(), least) : null;
            if (header != null) {
                headers.put(beginning, header);
            }
        }
        return headers;
    }

    /** The list of which a sheet has more columns than of ours, or the same number and its name; null for none. */
    private @Nullable DistrictList otherListOf(SheetBeginning beginning) {
        int own = known(beginning, reading.list());
        for (var other : DistrictList.values()) {
            int known = known(beginning, other);
            boolean isNamed = isNameOf(other, beginning) && !isNameOf(reading.list(), beginning);
            if (other != reading.list() && known >= 2 && (known > own || (known == own && isNamed))) {
                return other;
            }
        }
        return null;
    }

    private static int known(SheetBeginning beginning, DistrictList list) {
        var columns = ListColumns.of(list);
        var header = Header.find(beginning.lines(), columns, 2);
        return header == null ? 0 : header.known(columns);
    }

    private static boolean isNameOf(DistrictList list, SheetBeginning beginning) {
        String name = TextNormalizer.wordKey(beginning.sheet().name());
        return Wording.ALL.stream()
                .anyMatch(wording -> TextNormalizer.wordKey(wording.name(list)).equals(name));
    }

    private void leaveOut(SheetBeginning beginning) throws IOException {
        beginning.faults().forEach(reading::fault);
        reading.unread().add(beginning.sheet());
        var other = others.get(beginning);
        if (beginning.sheet().isHidden()) {
            notice(beginning, Code.HIDDEN_SHEET, Map.of());
        } else if (other != null) {
            notice(beginning, Code.SHEET_OF_OTHER_LIST, Map.of("list", other.field()));
        } else {
            notice(beginning, Code.SHEET_NOT_READ, Map.of());
        }
    }

    private void notice(SheetBeginning beginning, Code code, Map<String, String> params) {
        var all = new HashMap<>(params);
        all.put("sheet", beginning.sheet().name());
        reading.notice(new SheetNotice(code, all));
    }
}
