package org.muster.formats.sheets.lines;

import java.util.BitSet;
import java.util.List;

/**
 * How a sheet is laid out, as far as it changes what its reader sees.
 *
 * @param merged cells that are shown as one
 * @param hiddenColumns numbers of the columns that are not shown, from 0
 */
public record SheetLayout(List<CellRange> merged, BitSet hiddenColumns) {

    public static final SheetLayout PLAIN = new SheetLayout(List.of(), new BitSet());

    public SheetLayout {
        merged = List.copyOf(merged);
    }
}
