package org.muster.rest.http;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What the planner's page shows beside our own data. */
@ConfigMapping(prefix = "muster.web")
public interface WebConfig {

    /** Where the pictures of maps come from, with {@code {z}}, {@code {x}} and {@code {y}}. Empty: maps have none. */
    Optional<String> tileUrl();

    /** Whom a map thanks for its pictures. */
    Optional<String> tileAttribution();

    /** The hosts that browsers may load these pictures from, as the Content-Security-Policy names them. */
    Optional<String> tileHosts();
}
