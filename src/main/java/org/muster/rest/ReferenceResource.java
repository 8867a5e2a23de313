package org.muster.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.muster.problem.Limits;
import org.muster.problem.Rule;
import org.muster.problem.SolveOptions;
import org.muster.solving.QueueConfig;

/** What callers can look up: the rules, and how much is accepted. */
@Path("/")
@Tag(name = "Reference")
@Produces(MediaType.APPLICATION_JSON)
public final class ReferenceResource {

    private static final List<RuleView> RULES =
            Arrays.stream(Rule.values()).map(RuleView::of).toList();

    private final LimitsView limits;

    ReferenceResource(Limits limits, QueueConfig config) {
        this.limits = new LimitsView(
                limits,
                Limits.IDENTIFIER_LENGTH,
                Limits.NAME_LENGTH,
                Limits.WEIGHT,
                Limits.HEADS,
                config.limit(),
                SolveOptions.SHORTEST,
                SolveOptions.LONGEST,
                PlanResource.LONGEST_WAIT,
                Parameters.LARGEST_PAGE);
    }

    /**
     * What is accepted.
     *
     * @param problem how large a body and its lists may be
     * @param weight the highest weight of anything
     * @param headsPerDemand the most heads that one demand can ask for
     * @param queuedPlans how many plans may wait
     * @param shortestTimeLimit the least time that a plan can ask for
     * @param longestTimeLimit the most time that a plan can ask for
     * @param longestWait how long a submission may wait for its plan
     * @param largestPage how many items one page can have
     */
    public record LimitsView(
            Limits problem,
            int identifierLength,
            int nameLength,
            int weight,
            int headsPerDemand,
            int queuedPlans,
            Duration shortestTimeLimit,
            Duration longestTimeLimit,
            Duration longestWait,
            int largestPage) {}

    /** Every rule and goal, in the order of the catalogue. */
    @GET
    @Path("/rules")
    @Operation(summary = "Every rule and goal: level, default weight, and what it counts, in Chinese and English")
    public List<RuleView> rules() {
        return RULES;
    }

    /** The largest body, problem and queue that are accepted. */
    @GET
    @Path("/limits")
    @Operation(summary = "The largest body, problem and queue that are accepted")
    public LimitsView limits() {
        return limits;
    }
}
