package org.muster.formats.json.requests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.muster.district.District;
import org.muster.formats.json.problems.TravelReader;
import org.muster.formats.json.problems.WeightsReader;
import org.muster.formats.json.stream.Field;
import org.muster.formats.json.stream.JsonDocument;
import org.muster.formats.json.stream.JsonInput;
import org.muster.formats.json.stream.Numbers;
import org.muster.formats.json.stream.Shape;
import org.muster.formats.json.stream.TextValues;
import org.muster.formats.json.stream.Times;
import org.muster.formats.json.stream.Value;
import org.muster.problem.Travel;
import org.muster.problem.faults.InputTooLargeException;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;
import org.muster.problem.faults.UnreadableInputException;
import org.muster.problem.rules.Weights;

/** Reads districts, as {@link DistrictWriter} writes them. */
public final class DistrictReader {

    private final Limits limits;

    /** A reader that accepts what lies within the limits. It can be shared. */
    public DistrictReader(Limits limits) {
        this.limits = limits;
    }

    /**
     * Reads a district. The stream is not closed.
     *
     * @throws UnreadableInputException when it is not JSON in UTF-8
     * @throws InputTooLargeException when it is too large, too deep or has too long texts
     * @throws InvalidInputException when it has faults
     * @throws IOException when the stream breaks
     */
    public District read(InputStream in) throws IOException {
        return JsonDocument.read(JsonDocument.open(in, limits), limits, DistrictReader::read);
    }

    /** Reads a district of a tree as one that is sent. */
    public District read(JsonNode tree) throws IOException {
        return JsonDocument.read(tree, limits, DistrictReader::read);
    }

    private static Supplier<District> read(JsonInput json) throws IOException {
        var district = new Body().read(json);
        return () -> district;
    }

    private static final class Body {
        private final Shape shape = new Shape();
        private final Field<String> id = shape.required("id", TextValues.IDENTIFIER);
        private final Field<String> name = shape.optional("name", TextValues.NAME);
        private final Field<ZoneId> timeZone = shape.optional("timeZone", Times.TIME_ZONE);
        private final Field<Travel.ByDistance> travel =
                shape.optional("travel", new Value<>(Travel.ByDistance.DEFAULT, TravelReader::readByDistance));
        private final Field<Weights> weights =
                shape.optional("weights", new Value<>(Weights.DEFAULT, WeightsReader::read));
        private final Field<Integer> fairnessDays = shape.optional(
                "fairnessDays", Numbers.integer(0, District.MOST_FAIRNESS_DAYS), District.DEFAULT_FAIRNESS_DAYS);
        private final Field<Integer> retentionDays =
                shape.optional("retentionDays", Numbers.integer(1, District.MOST_RETENTION_DAYS));

        District read(JsonInput in) throws IOException {
            var values = in.object(shape);
            return new District(
                    values.get(id),
                    values.nameOr(name, id),
                    values.get(timeZone),
                    values.get(travel),
                    values.get(weights),
                    values.get(fairnessDays),
                    values.find(retentionDays));
        }
    }
}
