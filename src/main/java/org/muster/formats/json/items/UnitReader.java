package org.muster.formats.json.items;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.muster.formats.json.stream.Field;
import org.muster.formats.json.stream.JsonInput;
import org.muster.formats.json.stream.Numbers;
import org.muster.formats.json.stream.Shape;
import org.muster.formats.json.stream.TextValues;
import org.muster.problem.WorkUnit;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.WholeNumbers;

/** Reads work units. */
public final class UnitReader {

    private final Shape shape = new Shape();
    private final Field<String> id = shape.required("id", TextValues.IDENTIFIER);
    private final Field<String> name = shape.optional("name", TextValues.NAME);
    private final Field<Integer> staff = shape.required("staff", Numbers.integer(WholeNumbers.PEOPLE));
    private final Field<Integer> maxAway = shape.optional("maxAway", Numbers.integer(WholeNumbers.PEOPLE));
    private final Field<BigDecimal> maxAwayShare = shape.optional("maxAwayShare", Numbers.SHARE);
    private final Field<Set<String>> subdistricts = shape.optional("subdistricts", TextValues.IDENTIFIERS);

    public WorkUnit read(JsonInput in) throws IOException {
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
