package org.muster.registry.handout;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long personal links last. */
@ConfigMapping(prefix = "muster.links")
interface LinkConfig {

    /** Days after which a link ends that is not used; 1 or more. */
    @WithDefault("180")
    int days();
}
