package org.muster.registry;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.RequestScoped;
import java.util.function.Supplier;

/**
 * Who asks for what is done, as the audit trail, publications and changes by hand note it.
 *
 * <p>Each request has a caller of its own, whatever thread it is answered by. What is done without a request is done in
 * the name that {@link #as} gives; else there is no caller, and what asks for one fails.
 */
@RequestScoped
public class Caller {

    /** The service itself, for what it does without being asked. */
    public static final String SERVICE = "muster";

    private static final String ANONYMOUS = "anonymous";

    private String name = ANONYMOUS;

    /** Their name; {@code anonymous} where they have given none. */
    public String name() {
        return name;
    }

    /** Says who they are, before anything is done for them. */
    public void identify(String name) {
        this.name = name;
    }

    /**
     * Does work in another name than that of the request under way, or without one. The work may join a transaction and
     * must stay in its thread. What is request-scoped begins anew for it.
     */
    public static <T> T as(String name, Supplier<T> work) {
        var requests = Arc.container().requestContext();
        var outer = requests.getStateIfActive();
        requests.activate();
        try {
            Arc.container().instance(Caller.class).get().identify(name);
            return work.get();
        } finally {
            requests.terminate();
            if (outer != null) {
                requests.activate(outer);
            }
        }
    }
}
