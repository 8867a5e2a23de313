package org.muster.formats.json.requests;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.muster.district.District;
import org.muster.formats.json.items.ItemFields;
import org.muster.formats.json.stream.JsonOutput;

/** Writes districts so that {@link DistrictReader} reads equal ones. */
public final class DistrictWriter {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** The district as a JSON object. */
    public String write(District district) {
        var text = new StringWriter();
        try (var generator = FACTORY.createGenerator(text)) {
            var out = new JsonOutput(generator);
            var fields = new ItemFields(out);
            out.object(() -> {
                out.text("id", district.id());
                out.text("name", district.name());
                out.text("timeZone", district.timeZone().getId());
                out.object("travel", () -> fields.travel(district.travel()));
                out.object("weights", () -> fields.weights(district.weights()));
                out.number("fairnessDays", district.fairnessDays());
                out.number("retentionDays", district.retentionDays());
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
