package org.muster.solving;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.muster.problem.SolveOptions;

/** Settings of the solves of this process. */
@ConfigMapping(prefix = "muster.solver")
public interface SolverConfig {

    /** How many plans are solved at once. Each needs a core and the memory of its problem. */
    @WithDefault("1")
    int slots();

    /** How often the best schedule is saved. A crash loses no more than this. */
    @WithDefault("PT3S")
    Duration saveInterval();

    /** The most time that a plan may ask for, at most {@link SolveOptions#LONGEST}. */
    @WithDefault("PT24H")
    Duration longest();
}
