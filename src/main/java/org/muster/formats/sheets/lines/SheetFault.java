package org.muster.formats.sheets.lines;

import java.util.Map;
import org.muster.problem.faults.FaultCode;

/**
 * One thing that is wrong with a sheet itself, whatever its items say.
 *
 * @param params what the text of the fault names, by the names that {@link FaultCode} gives; never personal data
 */
public record SheetFault(SheetPlace place, FaultCode code, Map<String, String> params) {

    public SheetFault {
        params = Map.copyOf(params);
    }
}
