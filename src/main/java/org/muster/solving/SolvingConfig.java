package org.muster.solving;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the solves. */
@ConfigMapping(prefix = "muster")
public interface SolvingConfig {

    /** Settings of the solver. */
    Solver solver();

    /** Settings of the queue. */
    Queue queue();

    /** Settings of the solver. */
    interface Solver {

        /** How many plans are solved at once. Each needs a core and the memory of its problem. */
        @WithDefault("1")
        int slots();

        /** How often the best schedule is saved. A crash loses no more than this. */
        @WithDefault("PT3S")
        Duration saveInterval();
    }

    /** Settings of the queue. */
    interface Queue {

        /** How many plans may wait; more are refused. */
        @WithDefault("1000")
        int limit();
    }
}
