package org.muster.formats.sheets.writing;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.muster.formats.sheets.cells.CellContent;

/** Takes the rows of a table, one after the other. Closing it completes the file, and does not close its stream. */
interface TableWriter extends Closeable {

    /** Begins a table. */
    void header(String name, List<Heading> headings) throws IOException;

    /** Adds a row. */
    void row(List<CellContent> cells) throws IOException;

    /** The name of a column. */
    record Heading(String name, boolean isRequired) {}
}
