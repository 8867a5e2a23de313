package org.muster.rest.reference;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.muster.persistence.idempotency.IdempotencyStore;
import org.muster.problem.SolveOptions;
import org.muster.problem.faults.Limits;
import org.muster.problem.rules.Rule;
import org.muster.rest.http.PageSize;
import org.muster.rest.http.RequestConfig;
import org.muster.rest.plans.PlanResource;
import org.muster.solving.QueueConfig;
import org.muster.solving.SolverConfig;
import org.muster.solving.maintenance.HistoryConfig;

/** What callers can look up: the rules, and how much is accepted. */
@Path("/")
@Tag(name = "Reference")
@Produces(MediaType.APPLICATION_JSON)
public final class ReferenceResource {

    private static final List<RuleView> RULES =
            Arrays.stream(Rule.values()).map(RuleView::of).toList();

    private final LimitsView limits;

    ReferenceResource(
            Limits limits, QueueConfig queue, SolverConfig solver, HistoryConfig history, RequestConfig requests) {
        this.limits = new LimitsView(
                limits,
                Limits.IDENTIFIER_LENGTH,
                Limits.NAME_LENGTH,
                Limits.WEIGHT,
                Limits.HEADS,
                queue.limit(),
                SolveOptions.SHORTEST,
                solver.longest(),
                Duration.parse(PlanResource.LONGEST_WAIT),
                Integer.parseInt(PageSize.MOST),
                history.keep(),
                history.keepFor(),
                IdempotencyStore.KEPT,
                requests.receivedAtOnce(),
                requests.receivedFromOneAddress(),
                requests.leastRate(),
                requests.slowFor(),
                requests.parsedAtOnce(),
                requests.longestUpload(),
                requests.eventStreams(),
                requests.longestEventStream());
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
     * @param keptPlans how many plans that have ended are kept of each district, published ones not counted
     * @param plansKeptFor how long a plan is kept after its end, if it is not published
     * @param firstAnswersKeptFor how long a request can be repeated with its Idempotency-Key
     * @param bodiesReceivedAtOnce how many bodies may be on their way
     * @param bodiesReceivedFromOneAddress how many of them may come from one address
     * @param leastUploadRate how many bytes a second a body has to bring on average
     * @param slowUploadFor how long a body may be slower than that, as long as nobody waits for its place
     * @param bodiesParsedAtOnce how many bodies are in memory at a time
     * @param longestUpload how long a body may take to arrive
     * @param eventStreams how many readers of events are served at once
     * @param longestEventStream how long each of them is served before it has to come again
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
            int largestPage,
            int keptPlans,
            Duration plansKeptFor,
            Duration firstAnswersKeptFor,
            int bodiesReceivedAtOnce,
            int bodiesReceivedFromOneAddress,
            int leastUploadRate,
            Duration slowUploadFor,
            int bodiesParsedAtOnce,
            Duration longestUpload,
            int eventStreams,
            Duration longestEventStream) {}

    /** Every rule and goal, in the order of the catalogue. */
    @GET
    @Path("/rules")
    @Operation(summary = "Every rule and goal: level, default weight, and what it counts, in Chinese and English")
    public List<RuleView> rules() {
        return RULES;
    }

    /** Every limit that holds. */
    @GET
    @Path("/limits")
    @Operation(summary = "Every limit that holds: bodies, problems, queue, running time, readers, and what is kept")
    public LimitsView limits() {
        return limits;
    }
}
