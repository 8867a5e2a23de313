package org.muster.formats.json.requests;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.muster.district.Absence;
import org.muster.district.requests.AbsenceReport;
import org.muster.district.requests.CopyRequest;
import org.muster.district.requests.PlanRequest;
import org.muster.district.requests.ProposalRequest;
import org.muster.district.rounds.DemandHeuristics.Heads;
import org.muster.formats.json.items.ItemReader;
import org.muster.formats.json.problems.SolveOptionsReader;
import org.muster.formats.json.problems.WeightsReader;
import org.muster.formats.json.stream.Field;
import org.muster.formats.json.stream.JsonDocument;
import org.muster.formats.json.stream.JsonInput;
import org.muster.formats.json.stream.Numbers;
import org.muster.formats.json.stream.Reading;
import org.muster.formats.json.stream.Shape;
import org.muster.formats.json.stream.TextValues;
import org.muster.formats.json.stream.Times;
import org.muster.formats.json.stream.Value;
import org.muster.problem.QuotedValue;
import org.muster.problem.SolveOptions;
import org.muster.problem.faults.InputTooLargeException;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;
import org.muster.problem.faults.UnreadableInputException;
import org.muster.problem.rules.Weights;

/**
 * Reads requests about a district. Streams are not closed, and all methods throw what {@link ItemReader#read} throws:
 * {@link UnreadableInputException}, {@link InputTooLargeException}, {@link InvalidInputException}.
 */
public final class DistrictRequestReader {

    private static final int DAYS = 366;

    private final Limits limits;

    /** A reader that accepts what lies within the limits. It can be shared. */
    public DistrictRequestReader(Limits limits) {
        this.limits = limits;
    }

    /** Reads which rounds to plan, and how. */
    public PlanRequest plan(InputStream in) throws IOException {
        return read(in, new Plans()::read);
    }

    /**
     * Reads how many rounds to make.
     *
     * @param most the most that can be made at once
     */
    public CopyRequest copies(InputStream in, int most) throws IOException {
        return read(in, new Copies(most)::read);
    }

    /** Reads which demands to propose. */
    public ProposalRequest proposal(InputStream in) throws IOException {
        return read(in, new Proposals(limits)::read);
    }

    /**
     * Reads a report of an absence, or of its end.
     *
     * @param isBack whether the cadre is back, so that no kind of absence is named
     */
    public AbsenceReport absence(InputStream in, boolean isBack) throws IOException {
        return read(in, isBack ? new Returns()::read : new Reports()::read);
    }

    /** Reads the identifier of the cadre to erase. */
    public String erasure(InputStream in) throws IOException {
        return read(in, json -> {
            var shape = new Shape();
            var cadre = shape.required("cadre", TextValues.IDENTIFIER);
            return json.object(shape).get(cadre);
        });
    }

    private <T> T read(InputStream in, Reading<T> reading) throws IOException {
        return JsonDocument.read(JsonDocument.open(in, limits), limits, json -> {
            var request = reading.read(json);
            return () -> request;
        });
    }

    private static final class Plans {
        private final Shape shape = new Shape();
        private final Field<String> name = shape.optional("name", TextValues.NAME);
        private final Field<Set<String>> rounds = shape.optional("rounds", TextValues.IDENTIFIERS);
        private final Field<LocalDate> fairnessFrom = shape.optional("fairnessFrom", Times.date(QuotedValue.SHOWN));
        private final Field<Weights> weights =
                shape.optional("weights", new Value<>(Weights.DEFAULT, WeightsReader::read));
        private final Field<SolveOptions> options =
                shape.optional("options", new Value<>(SolveOptions.DEFAULT, new SolveOptionsReader()::read));

        PlanRequest read(JsonInput in) throws IOException {
            var values = in.object(shape);
            return new PlanRequest(
                    values.find(name),
                    values.find(rounds),
                    values.find(fairnessFrom),
                    values.find(weights),
                    values.get(options));
        }
    }

    private static final class Copies {
        private final Shape shape = new Shape();
        private final Field<Integer> count;
        private final Field<LocalDate> firstDate = shape.optional("firstDate", Times.date(QuotedValue.SHOWN));
        private final Field<Integer> everyDays = shape.optional("everyDays", Numbers.integer(0, DAYS), 1);

        Copies(int most) {
            count = shape.optional("count", Numbers.integer(1, most), 1);
        }

        CopyRequest read(JsonInput in) throws IOException {
            var values = in.object(shape);
            return new CopyRequest(values.get(count), values.find(firstDate), values.get(everyDays));
        }
    }

    private static final class Proposals {
        private final HeadsReader heads = new HeadsReader();
        private final ResidentsReader people = new ResidentsReader();
        private final Shape shape = new Shape();
        private final Field<List<ProposalRequest.Residents>> residents;
        private final Field<List<Heads>> aTable =
                shape.optional("aTable", JsonInput.listOf(TextValues.NESTED_ITEMS, heads::read));
        private final Field<List<Heads>> aSite =
                shape.optional("aSite", JsonInput.listOf(TextValues.NESTED_ITEMS, heads::read));

        Proposals(Limits limits) {
            residents = shape.optional("residents", JsonInput.listOf(limits.sites(), people::read));
        }

        ProposalRequest read(JsonInput in) throws IOException {
            var values = in.object(shape);
            return new ProposalRequest(values.find(residents), values.find(aTable), values.find(aSite));
        }
    }

    private static final class HeadsReader {
        private final Shape shape = new Shape();
        private final Field<String> post = shape.required("post", TextValues.IDENTIFIER);
        private final Field<Integer> heads = shape.optional("heads", Numbers.integer(1, Limits.HEADS), 1);

        Heads read(JsonInput in) throws IOException {
            var values = in.object(shape);
            return new Heads(values.get(post), values.get(heads));
        }
    }

    private static final class ResidentsReader {
        private final Shape shape = new Shape();
        private final Field<String> site = shape.required("site", TextValues.IDENTIFIER);
        private final Field<Integer> residents = shape.required("residents", Numbers.integer(0, 1_000_000));

        ProposalRequest.Residents read(JsonInput in) throws IOException {
            var values = in.object(shape);
            return new ProposalRequest.Residents(values.get(site), values.get(residents));
        }
    }

    private static final class Reports {
        private final Shape shape = new Shape();
        private final Field<String> cadre = shape.required("cadre", TextValues.IDENTIFIER);
        private final Field<Absence.Kind> kind =
                shape.optional("kind", TextValues.oneOf(Absence.Kind.class), Absence.Kind.SICK);
        private final Field<LocalDateTime> from = shape.optional("from", Times.dateTime(QuotedValue.WITHHELD));
        private final Field<LocalDateTime> until = shape.optional("until", Times.dateTime(QuotedValue.WITHHELD));

        AbsenceReport read(JsonInput in) throws IOException {
            var values = in.object(shape);
            return new AbsenceReport(values.get(cadre), values.get(kind), values.find(from), values.find(until));
        }
    }

    private static final class Returns {
        private final Shape shape = new Shape();
        private final Field<String> cadre = shape.required("cadre", TextValues.IDENTIFIER);
        private final Field<LocalDateTime> from = shape.optional("from", Times.dateTime(QuotedValue.WITHHELD));

        AbsenceReport read(JsonInput in) throws IOException {
            var values = in.object(shape);
            return new AbsenceReport(values.get(cadre), null, values.find(from), null);
        }
    }
}
