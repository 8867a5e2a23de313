package org.muster.formats.json.problems;

import java.io.IOException;
import java.time.Duration;
import org.muster.formats.json.stream.Field;
import org.muster.formats.json.stream.JsonInput;
import org.muster.formats.json.stream.Numbers;
import org.muster.formats.json.stream.Shape;
import org.muster.formats.json.stream.TextValues;
import org.muster.formats.json.stream.Times;
import org.muster.problem.QueuePlace;
import org.muster.problem.QuotedValue;
import org.muster.problem.SolveOptions;
import org.muster.problem.SolveOptions.Profile;

/** Reads how long and how hard to search. A time limit wins over that of the profile. */
public final class SolveOptionsReader {

    private final Shape shape = new Shape();
    private final Field<Duration> timeLimit = shape.optional("timeLimit", Times.TIME_LIMIT);
    private final Field<Double> gapTarget = shape.optional("gapTarget", Numbers.decimal(0, 1, QuotedValue.SHOWN));
    private final Field<Long> seed = shape.optional("seed", Numbers.longInteger(Long.MIN_VALUE, Long.MAX_VALUE), 0L);
    private final Field<Long> stepLimit = shape.optional("stepLimit", Numbers.longInteger(1, Long.MAX_VALUE));
    private final Field<Profile> profile = shape.optional("profile", TextValues.oneOf(Profile.class), Profile.STANDARD);

    private final Field<String> from = shape.optional("from", TextValues.IDENTIFIER);
    private final Field<String> account = shape.optional("account", TextValues.IDENTIFIER);
    private final Field<Integer> priority = shape.optional(
            "priority", Numbers.integer(QueuePlace.LEAST, QueuePlace.MOST), QueuePlace.DEFAULT.priority());

    public SolveOptions read(JsonInput in) throws IOException {
        var values = in.object(shape);
        var given = values.find(timeLimit);
        return new SolveOptions(
                given != null ? given : values.get(profile).timeLimit(),
                values.get(gapTarget),
                values.get(seed),
                values.find(stepLimit),
                values.get(profile),
                values.find(from),
                new QueuePlace(values.find(account), values.get(priority)));
    }
}
