package org.muster.solving.maintenance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is kept of plans that have ended. What was published is kept anyway. */
@ConfigMapping(prefix = "muster.plans")
public interface HistoryConfig {

    /** How many plans of each district are kept, and how many of those that came by themselves. */
    @WithDefault("10000")
    int keep();

    /** How long a plan is kept after its end. */
    @WithDefault("P90D")
    Duration keepFor();
}
