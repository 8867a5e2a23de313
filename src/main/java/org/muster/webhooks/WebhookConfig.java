package org.muster.webhooks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** Settings of the webhooks. */
@ConfigMapping(prefix = "muster.webhooks")
public interface WebhookConfig {

    /** How many webhooks there may be; more are refused. */
    @WithDefault("50")
    int limit();

    /** Whether receivers may be called without encryption. */
    @WithDefault("false")
    boolean allowHttp();

    /** Whether receivers may be at addresses that only our own network reaches. */
    @WithDefault("false")
    boolean allowPrivateTargets();

    /** How long a receiver has, from the first packet to its answer. */
    @WithDefault("PT15S")
    Duration timeout();

    /** Pauses before the second, the third, ... try. After the last one a delivery is given up. */
    @WithDefault("PT5S,PT5M,PT30M,PT2H,PT5H,PT10H,PT14H,PT20H,PT24H")
    List<Duration> retries();

    /** A webhook is disabled when a delivery is given up, and nothing has got through for so long. */
    @WithDefault("P3D")
    Duration disableAfter();

    /** How long deliveries are logged. */
    @WithDefault("P30D")
    Duration logKept();

    /** How many deliveries of a webhook are logged, those that wait not counted. */
    @WithDefault("1000")
    int logLimit();

    /** What the links in events begin with. */
    @WithDefault("/api/v1/")
    String linkBase();
}
