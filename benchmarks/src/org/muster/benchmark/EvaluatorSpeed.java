package org.muster.benchmark;

import java.util.concurrent.TimeUnit;
import org.muster.evaluation.incremental.Change;
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
import org.openjdk.jmh.annotations.Warmup;

/** How many moves a second the incremental evaluator weighs, and how many it applies. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EvaluatorSpeed {
    @Param({"dongcheng", "haidian"})
    private String instance = "";

    private Playground playground = new Playground("dongcheng@100");
    private final Change change = new Change();

    @Setup
    public void setUp() {
        playground = new Playground(instance);
    }

    /** Somebody else on a seat, weighed and dropped: what most moves of a search are. */
    @Benchmark
    public long weighReplace() {
        playground.advance();
        int demand = playground.demand();
        playground.keeper().weighReplace(demand, playground.memberOf(demand), playground.newcomer(), change);
        return change.soft();
    }

    /** Two people who exchange seats, weighed and dropped. */
    @Benchmark
    public long weighSwap() {
        playground.advance();
        int demand = playground.demand();
        int other = playground.otherDemand();
        playground.keeper().weighSwap(playground.memberOf(demand), demand, playground.memberOf(other), other, change);
        return change.soft();
    }

    /** Somebody else on a seat, and back: two moves applied. */
    @Benchmark
    public long replaceAndTakeBack() {
        playground.advance();
        int demand = playground.demand();
        var keeper = playground.keeper();
        int mark = keeper.mark();
        keeper.replace(demand, playground.memberOf(demand), playground.newcomer());
        long soft = keeper.soft();
        keeper.undoTo(mark);
        return soft;
    }
}
