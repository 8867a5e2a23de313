package org.muster.formats.json.items;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.district.Absence;
import org.muster.district.Confinement;
import org.muster.district.StoredCadre;
import org.muster.district.StoredItemValidator;
import org.muster.formats.json.stream.Field;
import org.muster.formats.json.stream.JsonInput;
import org.muster.formats.json.stream.Shape;
import org.muster.formats.json.stream.TextValues;
import org.muster.formats.json.stream.Times;
import org.muster.formats.json.stream.Value;
import org.muster.problem.QuotedValue;
import org.muster.problem.faults.Limits;

/** Reads cadres as a district stores them. */
final class StoredCadreReader {

    private static final Value<String> PHONE_NUMBER = new Value<>("", StoredCadreReader::readPhone);

    private final CadreReader cadres;
    private final Field<String> phone;
    private final Field<List<Absence>> absences;
    private final Field<List<Confinement>> confinements;

    StoredCadreReader(Limits limits) {
        cadres = new CadreReader(limits);
        var shape = cadres.shape();
        phone = shape.optional("phone", PHONE_NUMBER);
        absences =
                shape.optional("absences", JsonInput.listOf(limits.availabilityPerCadre(), new AbsenceReader()::read));
        confinements =
                shape.optional("confinements", JsonInput.listOf(TextValues.NESTED_ITEMS, new Confinements()::read));
    }

    StoredCadre read(JsonInput in) throws IOException {
        var values = in.object(cadres.shape());
        return new StoredCadre(
                cadres.cadre(values), values.find(phone), values.get(absences), values.get(confinements));
    }

    private static @Nullable String readPhone(JsonInput in) throws IOException {
        var text = TextValues.string(in);
        return text != null && in.isSound(StoredItemValidator.faultOfPhone(text)) ? text : null;
    }

    private static final class Confinements {
        private final Shape shape = new Shape();
        private final Field<String> site = shape.required("site", TextValues.PERSONAL_IDENTIFIER);
        private final Field<LocalDateTime> from = shape.required("from", Times.dateTime(QuotedValue.WITHHELD));
        private final Field<LocalDateTime> until = shape.optional("until", Times.dateTime(QuotedValue.WITHHELD));

        Confinement read(JsonInput in) throws IOException {
            var values = in.object(shape);
            boolean isInterval = !values.has(until) || Times.isInterval(in, values, from, until, QuotedValue.WITHHELD);
            return new Confinement(
                    values.get(site), values.get(from), isInterval && values.has(from) ? values.find(until) : null);
        }
    }
}
