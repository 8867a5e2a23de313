package org.muster.formats.sheets.reading;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.muster.formats.sheets.lines.UnreadableSheetException;
import org.muster.problem.faults.FaultCode;

/** Refuses files that programs write under the name of a spreadsheet, but that are texts of another kind. */
final class MarkupCheck {

    private static final int BEGINNING = 4_000;

    private static final Pattern MARKUP = Pattern.compile("\\s*<[?!a-zA-Z].*", Pattern.DOTALL);

    /** XML Spreadsheet 2003. */
    private static final Pattern SPREADSHEET =
            Pattern.compile("urn:schemas-microsoft-com:office:spreadsheet|progid=[\"']excel\\.sheet");

    /** The symbolic link format. */
    private static final Pattern LEGACY_TEXT = Pattern.compile("ID;P.*", Pattern.DOTALL);

    private static final Pattern OTHER = Pattern.compile("(?:MIME-Version:|%PDF-|\\{\\\\rtf).*", Pattern.DOTALL);

    private MarkupCheck() {}

    /**
     * Looks at the beginning of a text.
     *
     * @throws UnreadableSheetException when it is none with separators
     */
    static void refuse(CsvText text) throws IOException {
        String beginning = text.beginning(BEGINNING);
        if (LEGACY_TEXT.matcher(beginning).matches()) {
            throw UnreadableSheetException.file(FaultCode.LEGACY_SPREADSHEET);
        }
        if (OTHER.matcher(beginning).matches()) {
            throw UnreadableSheetException.file(FaultCode.NOT_A_SPREADSHEET);
        }
        if (MARKUP.matcher(beginning).matches()) {
            boolean isSpreadsheet = !beginning.toLowerCase(Locale.ROOT).contains("<html")
                    && SPREADSHEET.matcher(beginning.toLowerCase(Locale.ROOT)).find();
            throw UnreadableSheetException.file(
                    isSpreadsheet ? FaultCode.LEGACY_SPREADSHEET : FaultCode.NOT_A_SPREADSHEET);
        }
    }
}
