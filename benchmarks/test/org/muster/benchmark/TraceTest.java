package org.muster.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;
import org.muster.schedule.Score;

class TraceTest {

    @Test
    void keepsTheFirstAndTheLastOfAQuickSeries() {
        var trace = new Trace();
        for (int millis = 0; millis < 200; millis++) {
            trace.add(point(millis));
        }
        assertThat(trace.points()).startsWith(point(0)).endsWith(point(199)).hasSizeBetween(4, 10);
    }

    @Test
    void notesWhatIsProvenBesideWhatWasFound() {
        var trace = new Trace();
        trace.proven(new Bound(0, -5));
        trace.found(new Score(0, 0, -9));
        trace.proven(new Bound(0, -7));
        assertThat(trace.points().getFirst().bound()).isEqualTo(new Bound(0, -5));
        assertThat(trace.points().getLast().bound()).isEqualTo(new Bound(0, -7));
        assertThat(trace.points()).allMatch(point -> point.score().soft() == -9);
    }

    @Test
    void survivesTheWayToTheParent(@TempDir Path path) throws IOException {
        var folder = new RunFolder(path);
        var points = List.of(point(3), new Trace.Point(9, new Score(-1, -2, 3), new Bound(-4, 5)));
        folder.writeTrace(points);
        assertThat(folder.readTrace()).isEqualTo(points);
    }

    @Test
    void schedulesAndMeasuresSurviveItToo(@TempDir Path path) throws IOException {
        var folder = new RunFolder(path);
        assertThat(folder.readSchedule()).isEqualTo(Schedule.EMPTY);
        assertThat(folder.readMeasured()).isNull();
        var schedule = new Schedule(List.of(new Assignment("d1", "c1", false), new Assignment("d2", "c2", false)));
        var measured = new RunFolder.Measured(1, 2, 3, 4, 5, 6);
        folder.writeSchedule(schedule);
        folder.writeMeasured(measured);
        assertThat(folder.readSchedule()).isEqualTo(schedule);
        assertThat(folder.readMeasured()).isEqualTo(measured);
    }

    @Test
    void linesQuoteWhatWouldBreakThem() {
        assertThat(Csv.line("a,b", null, 3, "say \"x\"")).isEqualTo("\"a,b\",,3,\"say \"\"x\"\"\"");
    }

    private static Trace.Point point(long millis) {
        return new Trace.Point(millis, new Score(0, 0, -millis), null);
    }
}
