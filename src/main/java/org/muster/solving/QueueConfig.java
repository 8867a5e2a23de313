package org.muster.solving;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the queue of plans. */
@ConfigMapping(prefix = "muster.queue")
public interface QueueConfig {

    /** How many plans may wait; more are refused. */
    @WithDefault("1000")
    int limit();
}
