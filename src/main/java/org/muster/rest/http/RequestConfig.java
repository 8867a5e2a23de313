package org.muster.rest.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many requests with a body are dealt with at once, so that a crowd of them cannot take all memory or disk. */
@ConfigMapping(prefix = "muster.requests")
public interface RequestConfig {

    /** Bodies that may arrive at once. They wait in files. */
    @WithDefault("64")
    int receivedAtOnce();

    /** Bodies that may arrive at once from one address. Behind a proxy all callers may have the same. */
    @WithDefault("48")
    int receivedFromOneAddress();

    /** Bytes a second that a body has to bring on average. */
    @WithDefault("1000")
    int leastRate();

    /** How long a body may be slower than that, as long as nobody waits for its place. */
    @WithDefault("PT10S")
    Duration slowFor();

    /** Bodies that may be in memory at once. */
    @WithDefault("2")
    int parsedAtOnce();

    /** Readers of events at once. */
    @WithDefault("200")
    int eventStreams();

    /** How long one reader of events is served. Browsers come again by themselves, and go on where they were. */
    @WithDefault("PT10M")
    Duration longestEventStream();

    /** How long a body may take to arrive. */
    @WithDefault("PT2M")
    Duration longestUpload();
}
