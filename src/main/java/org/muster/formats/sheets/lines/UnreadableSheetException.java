package org.muster.formats.sheets.lines;

import java.util.Map;
import org.muster.problem.faults.FaultCode;

/** A file, or the rest of it, cannot be read. */
public final class UnreadableSheetException extends RuntimeException {

    private final int row;
    private final FaultCode code;
    private final transient Map<String, String> params;

    private UnreadableSheetException(int row, FaultCode code, Map<String, String> params) {
        super("The sheet cannot be read from row %d on: %s.".formatted(row, code));
        this.row = row;
        this.code = code;
        this.params = params;
    }

    /** Refuses a file as a whole. */
    public static UnreadableSheetException file(FaultCode code) {
        return new UnreadableSheetException(0, code, Map.of());
    }

    /** Refuses a file that is, or unpacks to, more than some bytes. */
    public static UnreadableSheetException tooLarge(long limit) {
        return new UnreadableSheetException(0, FaultCode.TOO_LARGE, Map.of("limit", Long.toString(limit)));
    }

    /** Gives up at a row. */
    public static UnreadableSheetException row(int row, FaultCode code) {
        return new UnreadableSheetException(row, code, Map.of());
    }

    public SheetFault fault(String sheet) {
        var place = row == 0 ? SheetPlace.FILE : new SheetPlace(sheet, row, null, null);
        return new SheetFault(place, code, params);
    }
}
