package org.muster.formats.json.items;

import java.io.IOException;
import java.time.LocalDateTime;
import org.muster.district.Absence;
import org.muster.formats.json.stream.Field;
import org.muster.formats.json.stream.JsonInput;
import org.muster.formats.json.stream.Shape;
import org.muster.formats.json.stream.TextValues;
import org.muster.formats.json.stream.Times;
import org.muster.problem.QuotedValue;

/** Reads a time in which a cadre is away. */
final class AbsenceReader {

    private final Shape shape = new Shape();
    private final Field<Absence.Kind> kind = shape.required("kind", TextValues.oneOf(Absence.Kind.class));
    private final Field<LocalDateTime> from = shape.required("from", Times.dateTime(QuotedValue.WITHHELD));
    private final Field<LocalDateTime> until = shape.optional("until", Times.dateTime(QuotedValue.WITHHELD));

    Absence read(JsonInput in) throws IOException {
        var values = in.object(shape);
        boolean isInterval = !values.has(until) || Times.isInterval(in, values, from, until, QuotedValue.WITHHELD);
        return new Absence(
                values.get(kind), values.get(from), isInterval && values.has(from) ? values.find(until) : null);
    }
}
