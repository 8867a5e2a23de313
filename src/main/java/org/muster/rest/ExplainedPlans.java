package org.muster.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.persistence.Plan;
import org.muster.persistence.PlanStore;
import org.muster.problem.ProblemIndex;
import org.muster.solving.StoredProblems;

/** Keeps the plans that were explained last, because whoever asks once asks again. */
@ApplicationScoped
class ExplainedPlans {

    /** Each takes the memory of its problem. */
    private static final int KEPT = 2;

    private final PlanStore store;
    private final StoredProblems problems;
    private final RequestBodies memory;
    private final LinkedHashMap<UUID, ExplainedPlan> kept = new LinkedHashMap<>(KEPT, 0.75f, true);

    ExplainedPlans(PlanStore store, StoredProblems problems, RequestBodies memory) {
        this.store = store;
        this.problems = problems;
        this.memory = memory;
    }

    /** The plan with its best schedule so far, ready to be explained; empty when there is no schedule yet. */
    Optional<ExplainedPlan> find(Plan plan) throws IOException, InterruptedException {
        var known = known(plan.id());
        if (known != null && known.isAt(plan.version())) {
            return Optional.of(known);
        }
        return memory.withMemory(() -> prepare(plan, known));
    }

    private Optional<ExplainedPlan> prepare(Plan plan, @Nullable ExplainedPlan known) {
        var best = store.findBest(plan.id());
        var problem = store.findProblem(plan.id());
        if (best.isEmpty() || problem.isEmpty()) {
            return Optional.empty();
        }
        var explained = known == null ? new ExplainedPlan(ProblemIndex.of(problems.read(problem.get()))) : known;
        explained.turnTo(plan.version(), best.get());
        keep(plan.id(), explained);
        return Optional.of(explained);
    }

    private synchronized @Nullable ExplainedPlan known(UUID plan) {
        return kept.get(plan);
    }

    private synchronized void keep(UUID plan, ExplainedPlan explained) {
        kept.put(plan, explained);
        if (kept.size() > KEPT) {
            kept.remove(kept.sequencedKeySet().getFirst());
        }
    }
}
