package org.muster.formats.json.items;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.muster.formats.json.stream.Field;
import org.muster.formats.json.stream.JsonInput;
import org.muster.formats.json.stream.Numbers;
import org.muster.formats.json.stream.Shape;
import org.muster.formats.json.stream.TextValues;
import org.muster.formats.json.stream.Times;
import org.muster.formats.json.stream.Values;
import org.muster.problem.Availability;
import org.muster.problem.Cadre;
import org.muster.problem.HeldSkill;
import org.muster.problem.Location;
import org.muster.problem.QuotedValue;
import org.muster.problem.faults.Limits;
import org.muster.problem.faults.WholeNumbers;

/** Reads cadres. Personal data are not echoed in faults. */
public final class CadreReader {

    private final Limits limits;
    private final HeldSkills heldSkills = new HeldSkills();
    private final Intervals intervals = new Intervals();

    private final Shape shape = new Shape();
    private final Field<String> id = shape.required("id", TextValues.IDENTIFIER);
    private final Field<String> name = shape.optional("name", TextValues.NAME);
    private final Field<String> unit = shape.required("unit", TextValues.IDENTIFIER);
    private final Field<Cadre.Level> level =
            shape.optional("level", TextValues.oneOf(Cadre.Level.class), Cadre.Level.DISTRICT);
    private final Field<String> homeCommunity = shape.required("homeCommunity", TextValues.IDENTIFIER);
    private final Field<Location> location = shape.required("location", PlaceReader.LOCATION);
    private final Field<LocalDate> birthDate = shape.optional("birthDate", Times.date(QuotedValue.WITHHELD));
    private final Field<LocalDate> lastServiceDay = shape.optional("lastServiceDay", Times.date(QuotedValue.WITHHELD));
    private final Field<List<HeldSkill>> skills;
    private final Field<List<Availability>> availability;
    private final Field<String> confinedTo = shape.optional("confinedTo", TextValues.PERSONAL_IDENTIFIER);
    private final Field<Set<String>> avoidTags = shape.optional("avoidTags", TextValues.PERSONAL_IDENTIFIERS);
    private final Field<Integer> roundsServed = shape.optional("roundsServed", Numbers.integer(WholeNumbers.ROUNDS));
    private final Field<Integer> minutesServed = shape.optional("minutesServed", Numbers.integer(WholeNumbers.MINUTES));
    private final Field<String> lastSite = shape.optional("lastSite", TextValues.IDENTIFIER);
    private final Field<String> dutyRules = shape.optional("dutyRules", TextValues.IDENTIFIER);

    private int intervalsRead;

    public CadreReader(Limits limits) {
        this.limits = limits;
        skills = shape.optional("skills", JsonInput.listOf(TextValues.NESTED_ITEMS, heldSkills::read));
        availability =
                shape.optional("availability", JsonInput.listOf(limits.availabilityPerCadre(), this::readInterval));
    }

    /** The fields of a cadre; more can be added before the first one is read. */
    Shape shape() {
        return shape;
    }

    public Cadre read(JsonInput in) throws IOException {
        return cadre(in.object(shape));
    }

    /** The cadre that has these values. */
    Cadre cadre(Values values) {
        return new Cadre(
                values.get(id),
                values.find(name),
                values.get(unit),
                values.get(level),
                values.get(homeCommunity),
                values.get(location),
                values.find(birthDate),
                values.find(lastServiceDay),
                values.get(skills),
                values.get(availability),
                values.find(confinedTo),
                values.get(avoidTags),
                values.get(roundsServed),
                values.get(minutesServed),
                values.find(lastSite),
                values.find(dutyRules));
    }

    private Availability readInterval(JsonInput in) throws IOException {
        if (++intervalsRead > limits.availability()) {
            throw in.tooMany(limits.availability());
        }
        return intervals.read(in);
    }

    private static final class HeldSkills {
        private final Shape shape = new Shape();
        private final Field<String> skill = shape.required("skill", TextValues.IDENTIFIER);
        private final Field<LocalDate> from = shape.optional("from", Times.date(QuotedValue.SHOWN));
        private final Field<LocalDate> until = shape.optional("until", Times.date(QuotedValue.SHOWN));

        HeldSkill read(JsonInput in) throws IOException {
            var values = in.object(shape);
            boolean isInOrder = Times.isInOrder(in, values, from, until);
            return new HeldSkill(values.get(skill), isInOrder ? values.find(from) : null, values.find(until));
        }
    }

    private static final class Intervals {
        private final Shape shape = new Shape();
        private final Field<LocalDateTime> start = shape.required("start", Times.dateTime(QuotedValue.WITHHELD));
        private final Field<LocalDateTime> end = shape.required("end", Times.dateTime(QuotedValue.WITHHELD));
        private final Field<Availability.Kind> kind = shape.required("kind", TextValues.oneOf(Availability.Kind.class));
        private final Field<Set<String>> windowKinds = shape.optional("windowKinds", TextValues.IDENTIFIERS);
        private final Field<Integer> weight = shape.optional("weight", Numbers.integer(WholeNumbers.WEIGHTS), 1);

        Availability read(JsonInput in) throws IOException {
            var values = in.object(shape);
            boolean isInterval = Times.isInterval(in, values, start, end, QuotedValue.WITHHELD);
            return new Availability(
                    isInterval ? values.get(start) : start.absent(),
                    isInterval ? values.get(end) : start.absent().plusMinutes(1),
                    values.get(kind),
                    values.get(windowKinds),
                    values.get(weight));
        }
    }
}
