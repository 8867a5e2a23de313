package org.muster.formats.sheets.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.formats.sheets.cells.CellContent;
import org.muster.formats.sheets.cells.Column;
import org.muster.formats.sheets.cells.ListColumns;
import org.muster.formats.sheets.lines.Line;
import org.muster.problem.Identifier;

/**
 * The header of a sheet: one row, or two where columns are in groups with a name above them. A name in merged cells is
 * in the first of them only, so that the cells below or beside it are blank.
 *
 * @param row the number of its lowest row
 * @param names the name of each column; empty for none
 */
record Header(int row, List<String> names) {

    /** A header begins in one of so many rows. */
    static final int ROWS = 20;

    Header {
        names = List.copyOf(names);
    }

    /**
     * The first header among some lines; null where there is none.
     *
     * @param columns those that are known
     * @param least how many known ones make a header; where one suffices, the row may have no other cell
     */
    static @Nullable Header find(List<Line> lines, ListColumns columns, int least) {
        for (int i = 0; i < lines.size(); i++) {
            var upper = lines.get(i);
            var lower = i + 1 < lines.size() ? lines.get(i + 1) : null;
            boolean isTwoRows = lower != null && of(upper).known(columns) > 0 && continues(upper, lower, columns);
            var header = lower != null && isTwoRows ? of(upper, lower) : of(upper);
            if (header.isEnough(columns, least)) {
                return header;
            }
        }
        return null;
    }

    private boolean isEnough(ListColumns columns, int least) {
        int known = known(columns);
        return known >= least
                && (least > 1
                        || known
                                == names.stream()
                                        .filter(name -> !name.isEmpty())
                                        .count());
    }

    /** How many columns of a list it names. */
    int known(ListColumns columns) {
        var known = new HashSet<Column>();
        for (var name : names) {
            var column = columns.find(name);
            if (column != null) {
                known.add(column);
            }
        }
        return known.size();
    }

    /** Whether a row adds names to the row above: it says nothing below a name that is known already. */
    private static boolean continues(Line upper, Line lower, ListColumns columns) {
        int known = 0;
        for (int i = 0; i < lower.cells().size(); i++) {
            String name = lower.cell(i).text();
            var above = columns.find(upper.cell(i).text());
            var column = columns.find(name);
            if (!name.isEmpty() && above != null && !above.equals(column)) {
                return false;
            }
            if (column != null) {
                known++;
            }
        }
        return known > 0;
    }

    private static Header of(Line line) {
        return new Header(
                line.number(), line.cells().stream().map(CellContent::text).toList());
    }

    private static Header of(Line upper, Line lower) {
        var names = new ArrayList<String>();
        for (int i = 0; i < Math.max(upper.cells().size(), lower.cells().size()); i++) {
            String above = upper.cell(i).text();
            String below = lower.cell(i).text();
            names.add(below.isEmpty() ? above : below);
        }
        return new Header(lower.number(), names);
    }

    boolean isNamed(int index) {
        return index < names.size() && !names.get(index).isEmpty();
    }

    /** The name of a column for display: in one line, without control characters. */
    String shown(int index) {
        return isNamed(index) ? Identifier.shown(names.get(index).replaceAll("\\s+", " ")) : "";
    }
}
