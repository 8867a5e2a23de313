package org.muster.formats.json.requests;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muster.formats.json.stream.Field;
import org.muster.formats.json.stream.JsonDocument;
import org.muster.formats.json.stream.JsonInput;
import org.muster.formats.json.stream.Numbers;
import org.muster.formats.json.stream.Shape;
import org.muster.formats.json.stream.TextValues;
import org.muster.formats.json.stream.Value;
import org.muster.problem.Identifier;
import org.muster.problem.QuotedValue;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.FaultList;
import org.muster.problem.faults.InputTooLargeException;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;
import org.muster.problem.faults.UnreadableInputException;

/** Reads {@code {url, events?, description?, enabled?, secret?}}. */
public final class WebhookReader {

    private static final int URL_LENGTH = 2_000;
    private static final int SECRET_LENGTH = 200;

    private final Limits limits;
    private final List<String> offered;

    /**
     * A reader that accepts what lies within the limits. It can be shared.
     *
     * @param offered types of events that there are
     */
    public WebhookReader(Limits limits, List<String> offered) {
        this.limits = limits;
        this.offered = List.copyOf(offered);
    }

    /** Checks a request that could be read, before anything is refused, so that all faults are reported at once. */
    @FunctionalInterface
    public interface Check {

        /** Adds the faults that it finds. The address is empty where it could not be read. */
        void check(WebhookRequest request, FaultList faults);
    }

    /**
     * Reads a request. The stream is not closed.
     *
     * @throws UnreadableInputException when it is not JSON in UTF-8
     * @throws InputTooLargeException when it is too large, too deep or has too long texts
     * @throws InvalidInputException when it has faults
     * @throws IOException when the stream breaks
     */
    public WebhookRequest read(InputStream in, Check check) throws IOException {
        return JsonDocument.read(JsonDocument.open(in, limits), limits, json -> {
            var request = new Body(offered).read(json);
            check.check(request, json.faults());
            return () -> request;
        });
    }

    private static final class Body {
        private final List<String> offered;
        private final Shape shape = new Shape();
        private final Field<String> url = shape.required("url", text(URL_LENGTH));
        private final Field<Set<String>> events;
        private final Field<String> description = shape.optional("description", TextValues.NAME);
        private final Field<Boolean> enabled = shape.optional("enabled", Numbers.BOOLEAN, true);
        private final Field<String> secret = shape.optional("secret", text(SECRET_LENGTH));

        Body(List<String> offered) {
            this.offered = offered;
            var event = new Value<>("", this::readEvent);
            events = shape.optional("events", JsonInput.setOf(TextValues.NESTED_ITEMS, event, QuotedValue.SHOWN));
        }

        WebhookRequest read(JsonInput in) throws IOException {
            var values = in.object(shape);
            var chosen = values.get(events);
            if (values.has(events) && chosen.isEmpty()) {
                in.fault("events", FaultCode.MISSING, Map.of());
            }
            return new WebhookRequest(
                    values.get(url),
                    chosen.isEmpty() ? offered : List.copyOf(chosen),
                    values.find(description),
                    values.get(enabled),
                    values.find(secret));
        }

        private @Nullable String readEvent(JsonInput in) throws IOException {
            var text = TextValues.string(in);
            if (text != null && !offered.contains(text)) {
                in.fault(
                        FaultCode.NOT_ALLOWED,
                        Map.of("value", Identifier.shown(text), "allowed", String.join(", ", offered)));
                return null;
            }
            return text;
        }

        /** A text that is not shown again. */
        private static Value<String> text(int length) {
            return new Value<>("", in -> {
                var text = TextValues.string(in);
                if (text != null && (text.isEmpty() || text.length() > length)) {
                    in.fault(
                            FaultCode.OUT_OF_RANGE,
                            Numbers.range(Integer.toString(text.length()), "1", Integer.toString(length)));
                    return null;
                }
                return text;
            });
        }
    }
}
