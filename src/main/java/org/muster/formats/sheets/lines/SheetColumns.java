package org.muster.formats.sheets.lines;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.formats.sheets.cells.Column;

/**
 * The columns of a sheet and the values that they hold.
 *
 * @param sheet the name of the sheet
 * @param headerRow number of the lowest row of the header
 * @param named the columns that are known, from left to right
 * @param missing those that are required and are not there
 */
public record SheetColumns(String sheet, int headerRow, List<Named> named, List<Column> missing) {

    /**
     * A column under a header that is known.
     *
     * @param index from 0
     * @param header its name in the file
     */
    public record Named(int index, String header, Column column) {}

    public SheetColumns {
        named = List.copyOf(named);
        missing = List.copyOf(missing);
    }

    public SheetPlace placeOf(String pointer, int row) {
        return find(pointer)
                .map(found -> place(row, found.index(), found.header()))
                .orElseGet(() -> new SheetPlace(sheet, row, null, null));
    }

    public SheetPlace place(int row, int index, String header) {
        return new SheetPlace(sheet, row, lettersOf(index), header.isEmpty() ? null : header);
    }

    public SheetPlace place(int row, Named column) {
        return place(row, column.index(), column.header());
    }

    /** Whether there is a column for a value of the item, or for a part of it. */
    public boolean has(String pointer) {
        return find(pointer).isPresent();
    }

    /** Whether a value, or a part of it, is in a column that is required and is not there. */
    public boolean lacks(String pointer) {
        return missing.stream().anyMatch(column -> touch(column.pointer(), pointer));
    }

    /** The column with the identifiers; null where there is none. */
    public @Nullable Named identifiers() {
        return find("/id").orElse(null);
    }

    /** How many of the columns that are known are among some. */
    long countIn(CellRange range) {
        return named.stream().filter(known -> range.hasColumn(known.index())).count();
    }

    /** The letters of columns: {@code A, C}. */
    public static String lettersOf(List<Named> columns) {
        return columns.stream().map(column -> lettersOf(column.index())).collect(Collectors.joining(", "));
    }

    /** The column that holds a value, or a part of it. */
    private Optional<Named> find(String pointer) {
        return named.stream()
                .filter(known -> touch(known.column().pointer(), pointer))
                .findFirst();
    }

    /** Whether one of two values is the other one, or is in it. */
    static boolean touch(String pointer, String other) {
        return !other.isEmpty() && ((other + "/").startsWith(pointer + "/") || (pointer + "/").startsWith(other + "/"));
    }

    /** The letters of a column, counted from 0: A to Z, AA and so on. */
    public static String lettersOf(int index) {
        var letters = new StringBuilder();
        for (int rest = index; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
