package org.muster.console;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Which demo to run when the service starts; none unless asked for. */
@ConfigMapping(prefix = "muster.demo")
interface DemoConfig {

    /** Identifier of a demo district. */
    Optional<String> district();

    /** How long to search. */
    @WithDefault("10")
    int seconds();

    /** What the made-up parts are made from. */
    @WithDefault("1")
    long seed();
}
