package org.muster.formats.xlsx;

/** What a cell shows. */
sealed interface Cell {

    /** A text that may come from anywhere: it is guarded against being taken for a formula. */
    record Text(String text) implements Cell {}

    record Count(long count) implements Cell {}

    /** A share from 0 to 1, shown in percent. */
    record Percentage(double share) implements Cell {}

    /**
     * A link to another sheet of the workbook.
     *
     * @param sheet the name of the sheet, which has no apostrophe
     */
    record Link(String text, String sheet) implements Cell {}

    static Cell of(String text) {
        return new Text(text);
    }

    static Cell of(long count) {
        return new Count(count);
    }
}
