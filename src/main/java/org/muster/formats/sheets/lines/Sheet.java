package org.muster.formats.sheets.lines;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A sheet that may hold a list. */
public interface Sheet {

    /** Empty where the file knows no sheets. */
    String name();

    /** Whether a reader of the file does not see it. */
    default boolean isHidden() {
        return false;
    }

    default SheetLayout layout() {
        return SheetLayout.PLAIN;
    }

    /**
     * Starts with its first row.
     *
     * @throws UnreadableSheetException when it cannot be read
     */
    Lines open() throws IOException;

    /** The rows of a sheet, one after the other. */
    interface Lines extends Closeable {

        /**
         * The next row; null after the last one.
         *
         * @throws UnreadableSheetException when it cannot be read
         */
        @Nullable
        Line next() throws IOException;
    }
}
