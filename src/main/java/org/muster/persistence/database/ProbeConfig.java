package org.muster.persistence.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often and how patiently the database is tried out. */
@ConfigMapping(prefix = "muster.probe")
interface ProbeConfig {

    /** Time between two probes. One that failed is repeated after a second. */
    @WithDefault("PT5S")
    Duration interval();

    /** How long a probe may take before the database counts as away. */
    @WithDefault("PT5S")
    Duration patience();
}
