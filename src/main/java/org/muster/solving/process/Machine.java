package org.muster.solving.process;

import java.util.UUID;

/** What a plan is solved on: the same seed gives the same schedule on the same version, more or less work on another. */
public final class Machine {

    /** Operating system, processor, cores and Java of this process. */
    public static final String DESCRIPTION = "%s %s, %d cores, Java %s"
            .formatted(
                    System.getProperty("os.name"),
                    System.getProperty("os.arch"),
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.version());

    /** Names this process among all that share the database, for as long as it runs. */
    public static final String WORKER = "muster-" + UUID.randomUUID();

    private Machine() {}
}
