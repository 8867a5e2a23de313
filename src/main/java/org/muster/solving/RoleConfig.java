package org.muster.solving;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** Which part of the work this process does. */
@ConfigMapping(prefix = "muster.role")
public interface RoleConfig {

    /** {@code api}, {@code worker} or {@code both}. */
    @WithParentName
    @WithDefault("both")
    Role role();
}
