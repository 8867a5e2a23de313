package org.muster.formats.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.muster.problem.FaultCode;
import org.muster.problem.Limits;
import org.muster.problem.WorkUnit;

/** Reads work units. */
final class UnitReader {

    private final Shape shape = new Shape();
    private final Field<String> id = shape.required("id", TextValues.IDENTIFIER);
    private final Field<String> name = shape.optional("name", TextValues.NAME);
    private final Field<Integer> staff = shape.required("staff", Numbers.integer(0, Limits.STAFF));
    private final Field<Integer> maxAway = shape.optional("maxAway", Numbers.integer(0, Limits.STAFF));
    private final Field<BigDecimal> maxAwayShare = shape.optional("maxAwayShare", Numbers.SHARE);
    private final Field<Set<String>> subdistricts = shape.optional("subdistricts", TextValues.IDENTIFIERS);

    WorkUnit read(JsonInput in) throws IOException {
        var values = in.object(shape);
        boolean hasBoth = values.has(maxAway) && values.has(maxAwayShare);
        if (hasBoth) {
            in.fault(FaultCode.EXCLUSIVE, Map.of("first", "maxAway", "second", "maxAwayShare"));
        }
        return new WorkUnit(
                values.get(id),
                values.nameOr(name, id),
                values.get(staff),
                values.find(maxAway),
                hasBoth ? null : values.find(maxAwayShare),
                values.get(subdistricts));
    }
}
