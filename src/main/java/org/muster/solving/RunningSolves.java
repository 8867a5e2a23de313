package org.muster.solving;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The solves of this process that are under way. */
@ApplicationScoped
class RunningSolves {

    private final ConcurrentHashMap<UUID, Solve> solves = new ConcurrentHashMap<>();

    void add(UUID plan, Solve solve) {
        solves.put(plan, solve);
    }

    void remove(UUID plan, Solve solve) {
        solves.remove(plan, solve);
    }

    Collection<Solve> all() {
        return List.copyOf(solves.values());
    }

    /** Moves tried a second by all of them together. */
    long movesPerSecond() {
        return solves.values().stream().mapToLong(Solve::movesPerSecond).sum();
    }

    /** Ends the solve of a plan if it runs here. */
    void stop(UUID plan) {
        var solve = solves.get(plan);
        if (solve != null) {
            solve.stop();
        }
    }
}
