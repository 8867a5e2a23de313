package org.muster.benchmark;

import java.util.concurrent.TimeUnit;
import org.muster.planning.StreamsUnderTest;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many moves a second Timefold's constraint streams weigh: the changes of {@link EvaluatorSpeed} on the same
 * schedule, done on Timefold's score director, scored and undone as its local search does with a move it rejects.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ConstraintStreamsSpeed {
    @Param({"dongcheng", "haidian"})
    private String instance = "";

    private Playground playground = new Playground("dongcheng@100");
    private StreamsUnderTest streams = stated(playground);

    @Setup
    public void setUp() {
        streams.close();
        playground = new Playground(instance);
        streams = stated(playground);
    }

    private static StreamsUnderTest stated(Playground playground) {
        return new StreamsUnderTest(
                playground.index().problem(), playground.keeper().schedule());
    }

    /** Somebody else on a seat, weighed and dropped. */
    @Benchmark
    public long weighReplace() {
        playground.advance();
        return streams.weighReplace(playground.demand(), playground.newcomer());
    }

    @TearDown
    public void tearDown() {
        streams.close();
    }
}
