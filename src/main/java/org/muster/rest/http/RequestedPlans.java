package org.muster.rest.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.UUID;
import org.muster.explaining.ExplainedPlan;
import org.muster.explaining.ExplainedPlans;
import org.muster.persistence.plans.Plan;
import org.muster.persistence.plans.PlanStore;
import org.muster.rest.errors.ApiException;
import org.muster.rest.errors.ErrorCode;

/** Plans with a schedule that a request asks about, by the identifiers in its path. */
@ApplicationScoped
public class RequestedPlans {

    private final PlanStore store;
    private final ExplainedPlans explained;

    RequestedPlans(PlanStore store, ExplainedPlans explained) {
        this.store = store;
        this.explained = explained;
    }

    /**
     * The plan with an identifier, ready to be explained.
     *
     * @throws ApiException when there is no such plan, or it has no schedule yet
     */
    public ExplainedPlan get(UUID id) throws IOException, InterruptedException {
        return get(store.find(id).orElseThrow(() -> ApiException.noSuchPlan(id)));
    }

    /**
     * The plan, ready to be explained.
     *
     * @throws ApiException when it has no schedule yet
     */
    public ExplainedPlan get(Plan plan) throws IOException, InterruptedException {
        return explained
                .find(plan)
                .orElseThrow(() -> ApiException.of(
                        ErrorCode.NOT_FOUND, "not-found.schedule", plan.id().toString()));
    }
}
