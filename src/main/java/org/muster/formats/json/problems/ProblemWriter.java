package org.muster.formats.json.problems;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.muster.formats.json.items.ItemFields;
import org.muster.formats.json.stream.JsonOutput;
import org.muster.problem.Problem;
import org.muster.problem.StandingAssignment;
import org.muster.problem.Travel;
import org.muster.problem.faults.InputTooLargeException;

/**
 * Writes a problem so that {@link ProblemReader} reads an equal one. The same problem always gives the same bytes:
 * what has no order is sorted. Unknown values and empty lists are left out.
 */
public final class ProblemWriter {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    /** The problem, gzipped, as it is stored with a plan. */
    public byte[] gzipped(Problem problem) {
        return gzipped(problem, Long.MAX_VALUE);
    }

    /**
     * The problem, gzipped, where it is no larger than a request may be.
     *
     * @param most bytes of the JSON
     * @throws InputTooLargeException when it is larger
     */
    public byte[] gzipped(Problem problem, long most) {
        var json = new ByteArrayOutputStream();
        try (var zipped = new GZIPOutputStream(json)) {
            write(problem, new CappedStream(zipped, most));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.toByteArray();
    }

    /** Writes a problem as a stream, which is flushed and not closed. */
    public void write(Problem problem, OutputStream out) throws IOException {
        try (var generator = FACTORY.createGenerator(out)) {
            new Body(new JsonOutput(generator)).write(problem);
        }
    }

    /** Passes bytes on while they are not too many. */
    private static final class CappedStream extends FilterOutputStream {
        private final long most;
        private long count;

        CappedStream(OutputStream out, long most) {
            super(out);
            this.most = most;
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            count += length;
            if (count > most) {
                throw new InputTooLargeException(InputTooLargeException.Measure.BYTES, most);
            }
            out.write(bytes, offset, length);
        }
    }

    private record Body(JsonOutput out) {

        void write(Problem problem) throws IOException {
            var items = new ItemFields(out);
            out.object(() -> {
                out.text("timeZone", problem.timeZone().getId());
                out.object("horizon", () -> {
                    out.text("from", problem.horizon().from().toString());
                    out.text("to", problem.horizon().to().toString());
                });
                out.objects("communities", problem.communities(), items::community);
                out.objects("units", problem.units(), items::unit);
                out.objects("skills", problem.skills(), items::skill);
                out.objects("posts", problem.posts(), items::post);
                out.objects("sites", problem.sites(), items::site);
                out.objects("rounds", problem.rounds(), items::round);
                out.objects("windows", problem.windows(), items::window);
                out.objects("demands", problem.demands(), items::demand);
                out.objects("cadres", problem.cadres(), items::cadre);
                out.objects("dutyRules", problem.dutyRules(), items::dutyRules);
                out.objects("assignments", problem.assignments(), this::assignment);
                out.object("travel", () -> travel(problem.travel()));
                out.object("weights", () -> items.weights(problem.weights()));
            });
        }

        private void assignment(StandingAssignment assignment) throws IOException {
            out.text("demand", assignment.demand());
            out.text("cadre", assignment.cadre());
            out.truth("pinned", assignment.pinned());
            out.truth("published", assignment.published());
            if (assignment.disruptionWeight() != StandingAssignment.USUAL_DISRUPTION) {
                out.number("disruptionWeight", assignment.disruptionWeight());
            }
        }

        private void travel(Travel travel) throws IOException {
            switch (travel) {
                case Travel.ByDistance distance -> new ItemFields(out).travel(distance);
                case Travel.Table table ->
                    out.object("minutes", () -> {
                        for (var cadre : JsonOutput.sorted(table.minutes()).entrySet()) {
                            out.object(cadre.getKey(), () -> out.numbers(cadre.getValue()));
                        }
                    });
            }
        }
    }
}
