package org.muster.formats.sheets;

import java.util.BitSet;
import java.util.List;

/**
 * How a sheet is laid out, as far as it changes what its reader sees.
 *
 * @param merged cells that are shown as one
 * @param hiddenColumns numbers of the columns that are not shown, from 0
 */
record SheetLayout(List<CellRange> merged, BitSet hiddenColumns) {

    static final SheetLayout PLAIN = new SheetLayout(List.of(), new BitSet());

    SheetLayout {
        merged = List.copyOf(merged);
    }
}
