package org.muster.formats.sheets.lines;

import java.util.List;
import org.muster.formats.sheets.cells.CellContent;

/**
 * A row of a sheet.
 *
 * @param number from 1, as a spreadsheet shows it
 * @param cells at most {@link #WIDTH}, from the first column on
 * @param isTooWide whether there are more, and not only blank ones
 * @param isHidden whether a reader of the sheet does not see it
 */
public record Line(int number, List<CellContent> cells, boolean isTooWide, boolean isHidden) {

    /** So many columns are looked at. */
    public static final int WIDTH = 500;

    public CellContent cell(int index) {
        return index < cells.size() ? cells.get(index) : CellContent.Text.BLANK;
    }

    public boolean isBlank() {
        return !isTooWide && cells.stream().allMatch(CellContent::isBlank);
    }
}
