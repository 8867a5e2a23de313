package org.muster.formats.sheets.cells;

import java.util.Map;
import java.util.Set;
import org.muster.problem.faults.FaultCode;

/** The error values that a workbook shows for failed formulas. */
public final class ErrorValues {

    private static final Set<String> ALL = Set.of(
            "#NULL!",
            "#DIV/0!",
            "#VALUE!",
            "#REF!",
            "#NAME?",
            "#NUM!",
            "#N/A",
            "#GETTING_DATA",
            "#SPILL!",
            "#CALC!",
            "#FIELD!",
            "#BLOCKED!",
            "#UNKNOWN!",
            "#CONNECT!",
            "#BUSY!",
            "#EXTERNAL!");

    private ErrorValues() {}

    public static boolean contain(String text) {
        return ALL.contains(text);
    }

    /** The content of a cell that holds an error. */
    public static CellContent cell(String text) {
        return new CellContent.Broken(FaultCode.CELL_ERROR, Map.of("value", contain(text) ? text : "?"));
    }
}
