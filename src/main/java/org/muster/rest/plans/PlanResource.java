package org.muster.rest.plans;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.muster.evaluation.referee.PinnedAssignments;
import org.muster.formats.csv.ScheduleCsv;
import org.muster.formats.json.problems.Submission;
import org.muster.formats.json.problems.SubmissionReader;
import org.muster.formats.xlsx.ScheduleWorkbook;
import org.muster.persistence.attempts.CourseStore;
import org.muster.persistence.plans.BestSchedule;
import org.muster.persistence.plans.Plan;
import org.muster.persistence.plans.PlanFilter;
import org.muster.persistence.plans.PlanStatus;
import org.muster.persistence.plans.PlanStore;
import org.muster.problem.Identifier;
import org.muster.problem.SolveOptions;
import org.muster.problem.faults.Fault;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.FaultList;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;
import org.muster.registry.lists.Phones;
import org.muster.registry.lists.SheetExports;
import org.muster.rest.errors.ApiException;
import org.muster.rest.errors.ErrorCode;
import org.muster.rest.errors.Language;
import org.muster.rest.errors.ViolationView;
import org.muster.rest.http.Cursor;
import org.muster.rest.http.IdempotentRequests;
import org.muster.rest.http.Longest;
import org.muster.rest.http.MediaTypes;
import org.muster.rest.http.Page;
import org.muster.rest.http.PageRequest;
import org.muster.rest.http.Parameters;
import org.muster.rest.http.RequestHeader;
import org.muster.rest.http.TakesHeaders;
import org.muster.schedule.Schedule;
import org.muster.solving.Plans;
import org.muster.solving.StoredProblems;
import org.muster.solving.SubmittedPlan;
import org.muster.solving.process.ProblemMemory;

/** Plans: submitted, watched, read, stopped and deleted. */
@Path("/plans")
@Tag(name = "Plans")
@RunOnVirtualThread
public final class PlanResource {

    /** The longest that a submission waits for its plan to end. */
    public static final String LONGEST_WAIT = "PT1M";

    private static final int RETRY_SECONDS = 2;

    private final Plans plans;
    private final PlanStore store;
    private final CourseStore courses;
    private final ProblemMemory memory;
    private final IdempotentRequests idempotentRequests;
    private final StoredProblems problems;
    private final Phones phones;
    private final SheetExports exports;
    private final SubmissionReader reader;
    private final Infeasibilities infeasibilities;
    private final Limits limits;
    private final Clock clock;

    PlanResource(
            Plans plans,
            PlanStore store,
            CourseStore courses,
            ProblemMemory memory,
            IdempotentRequests idempotentRequests,
            StoredProblems problems,
            Phones phones,
            SheetExports exports,
            Infeasibilities infeasibilities,
            Limits limits,
            Clock clock) {
        this.plans = plans;
        this.store = store;
        this.courses = courses;
        this.memory = memory;
        this.idempotentRequests = idempotentRequests;
        this.problems = problems;
        this.phones = phones;
        this.exports = exports;
        this.infeasibilities = infeasibilities;
        this.reader = new SubmissionReader(limits);
        this.limits = limits;
        this.clock = clock;
    }

    /** Accepts a problem for solving. The plan it answers with usually has no schedule yet. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Submits a problem; with wait, answers once it is solved or the wait is over")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Submission")))
    @APIResponse(
            responseCode = "202",
            description = "Accepted: the plan will be solved",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @TakesHeaders(RequestHeader.IDEMPOTENCY_KEY)
    public Response submit(
            InputStream body,
            @QueryParam("wait") @DefaultValue("PT0S") @Longest(LONGEST_WAIT) Duration wait,
            @Context HttpHeaders headers,
            @Context UriInfo uri)
            throws IOException, InterruptedException {
        var accepted = idempotentRequests.answer(headers, uri, body, json -> accepted(accept(json), uri));
        if (wait.isZero()) {
            return accepted;
        }
        var path = accepted.getLocation().getPath();
        var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        return plans.await(id, wait).map(plan -> accepted(plan, uri)).orElse(accepted);
    }

    private Response accepted(Plan plan, UriInfo uri) {
        return Response.fromResponse(answer(plan, uri))
                .status(Response.Status.ACCEPTED)
                .location(uri.getBaseUriBuilder()
                        .path("plans")
                        .path(plan.id().toString())
                        .build())
                .build();
    }

    private Plan accept(InputStream body) throws IOException {
        var submission = reader.read(body);
        requireSoundPins(submission);
        return plans.submit(new SubmittedPlan(
                submission.name(),
                submission.options(),
                null,
                submission.gzippedProblem(),
                submission.sections(),
                startOf(submission.options())));
    }

    private @Nullable Schedule startOf(SolveOptions options) {
        var from = options.from();
        if (from == null) {
            return null;
        }
        var best = Parameters.findId(from).flatMap(store::findBest);
        if (best.isEmpty()) {
            throw InvalidInputException.of(
                    "/options/from",
                    FaultCode.UNKNOWN_REFERENCE,
                    Map.of("id", Identifier.shown(from), "list", "plans"));
        }
        return best.get().schedule();
    }

    private void requireSoundPins(Submission submission) {
        var faults = new FaultList(limits);
        for (Fault fault : PinnedAssignments.faultsOf(submission.problem())) {
            faults.add(() -> submission.pointerOf(fault.pointer()), fault.code(), fault.params());
        }
        if (faults.count() > 0) {
            throw faults.asException();
        }
    }

    /** Lists plans, newest first. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Lists plans, newest first, without problem or schedule")
    @APIResponse(
            responseCode = "200",
            description = "A page of plans",
            content = @Content(schema = @Schema(implementation = PlanPageView.class)))
    public Response list(
            @QueryParam("status") @Nullable PlanStatus status,
            @QueryParam("name") @Nullable String name,
            @QueryParam("district") @Nullable String district,
            @BeanParam PageRequest asked,
            @Context UriInfo uri) {
        int size = asked.size();
        var filter = new PlanFilter(status, name, Parameters.text("district", district), asked.place());
        // One more than asked for tells whether there is a next page.
        var found = store.list(filter, size + 1);
        var page = Page.of(found, size, uri, plan -> Cursor.textsOf(plan.created(), plan.id()));
        return Cursor.page(
                new PlanPageView(
                        page.items().stream()
                                .map(plan -> PlanView.of(plan, List.of(), List.of(), uri))
                                .toList(),
                        page.next()),
                page.next());
    }

    /** How a plan stands. */
    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "How a plan stands; Retry-After while it runs, ETag for If-None-Match")
    @APIResponse(
            responseCode = "200",
            description = "The plan",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @APIResponse(responseCode = "304", description = "It is as If-None-Match says")
    @TakesHeaders(RequestHeader.IF_NONE_MATCH)
    public Response get(@PathParam("id") UUID id, @Context Request request, @Context UriInfo uri) {
        var plan = plan(id);
        var unchanged = request.evaluatePreconditions(tagOf(plan));
        return unchanged != null ? unchanged.build() : answer(plan, uri);
    }

    private Response answer(Plan plan, UriInfo uri) {
        var response = Response.ok(PlanView.of(plan, violationsOf(plan), infeasibilities.of(plan), uri))
                .tag(tagOf(plan));
        if (!plan.status().isFinal()) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return response.build();
    }

    private static EntityTag tagOf(Plan plan) {
        return new EntityTag(Long.toString(plan.version()));
    }

    private List<ViolationView> violationsOf(Plan plan) {
        var score = plan.score();
        if (score == null || score.isFeasible()) {
            return List.of();
        }
        return store.findBest(plan.id()).stream()
                .flatMap(best -> best.evaluation().violations().stream())
                .map(ViolationView::of)
                .toList();
    }

    /** The problem, byte by byte as it was sent. */
    @GET
    @Path("/{id}/problem")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The problem, exactly as it was sent")
    @APIResponse(
            responseCode = "200",
            description = "The problem",
            content = @Content(schema = @Schema(ref = "Problem")))
    public StreamingOutput problem(@PathParam("id") UUID id) {
        var gzipped = store.findProblem(id).orElseThrow(() -> ApiException.noSuchPlan(id));
        return out -> {
            try (var json = new GZIPInputStream(new ByteArrayInputStream(gzipped))) {
                json.transferTo(out);
            }
        };
    }

    /** The best schedule so far. */
    @GET
    @Path("/{id}/schedule")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "The schedule; the best one so far while the plan is solved; as JSON with the ETag of the plan. As CSV: a line for each filled seat. As XLSX: for people, with a sheet for each site and each unit, in Chinese or English by Accept-Language")
    @APIResponse(
            responseCode = "200",
            description = "The schedule",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ScheduleView.class)),
                @Content(mediaType = MediaTypes.CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaTypes.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "304", description = "It is as If-None-Match says")
    @TakesHeaders({RequestHeader.IF_NONE_MATCH, RequestHeader.ACTOR})
    public Response schedule(@PathParam("id") UUID id, @Context Request request, @Context HttpHeaders headers) {
        // Whoever accepts none of the three media types ends up here too.
        if (headers.getAcceptableMediaTypes().stream().noneMatch(MediaType.APPLICATION_JSON_TYPE::isCompatible)) {
            throw new NotAcceptableException();
        }
        var plan = plan(id);
        var unchanged = request.evaluatePreconditions(tagOf(plan));
        return unchanged != null
                ? unchanged.build()
                : Response.ok(ScheduleView.of(plan, best(id))).tag(tagOf(plan)).build();
    }

    /** The best schedule so far as a table. */
    @GET
    @Path("/{id}/schedule")
    @Produces(MediaTypes.CSV)
    @Operation(hidden = true)
    @TakesHeaders(RequestHeader.ACTOR)
    public Response scheduleAsCsv(@PathParam("id") UUID id) throws IOException, InterruptedException {
        exports.noteFileOf(plan(id));
        var best = best(id);
        var gzipped = store.findProblem(id).orElseThrow(() -> ApiException.noSuchPlan(id));
        var csv = memory.with(() -> ScheduleCsv.write(problems.read(gzipped), best.schedule()));
        return Response.ok(csv, MediaTypes.CSV + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"schedule-%s.csv\"".formatted(id))
                .build();
    }

    /** The best schedule so far as a workbook for people. */
    @GET
    @Path("/{id}/schedule")
    @Produces(MediaTypes.XLSX)
    @Operation(hidden = true)
    @TakesHeaders(RequestHeader.ACTOR)
    public Response scheduleAsWorkbook(@PathParam("id") UUID id, @Context HttpHeaders headers)
            throws IOException, InterruptedException {
        var plan = plan(id);
        exports.noteFileOf(plan);
        var best = best(id);
        var gzipped = store.findProblem(plan.id()).orElseThrow(() -> ApiException.noSuchPlan(id));
        var stands = plan.stands();
        var heading = new ScheduleWorkbook.Heading(
                plan.name(),
                stands == null ? clock.instant() : stands,
                plan.status().isFinal());
        var language = Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        // Into memory, some 3 MB for Haidian: a reader as slow as can be holds up nobody else.
        var workbook = new ByteArrayOutputStream();
        memory.with(() -> {
            ScheduleWorkbook.write(
                    problems.read(gzipped), best.schedule(), heading, phones.of(plan), language, workbook);
            return workbook;
        });
        return Response.ok(workbook.toByteArray(), MediaTypes.XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"schedule-%s.xlsx\"".formatted(id))
                .header(HttpHeaders.CONTENT_LANGUAGE, Language.tag(language))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    /** What the best schedule so far is worth. */
    @GET
    @Path("/{id}/evaluation")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Every rule and goal of the schedule: quantity, weight, points; heads by demand; load by cadre")
    public EvaluationView evaluation(@PathParam("id") UUID id) {
        return EvaluationView.of(best(id).evaluation());
    }

    /** What another plan does otherwise. */
    @GET
    @Path("/{id}/diff")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Who serves otherwise in another plan, and what each rule and goal gains or loses by it")
    public DiffView diff(@PathParam("id") UUID id, @Parameter(required = true) @QueryParam("to") @Nullable UUID to) {
        var other = Parameters.required("to", to, "the identifier of another plan");
        return DiffView.of(best(id), best(other));
    }

    /** What no schedule of the plan can beat. */
    @GET
    @Path("/{id}/bound")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What no schedule can beat: parts, method, steps and time of the proof")
    public BoundView bound(@PathParam("id") UUID id) {
        var plan = plan(id);
        var bound = plan.bound();
        if (bound == null) {
            throw ApiException.of(
                    ErrorCode.NOT_FOUND, "not-found.bound", plan.id().toString());
        }
        return BoundView.of(plan, bound);
    }

    /** How the search of a plan went. */
    @GET
    @Path("/{id}/course")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "How score and bound came nearer to each other while the plan was solved; few hundred moments")
    public CourseView course(@PathParam("id") UUID id) {
        return CourseView.of(courses.of(plan(id).id()));
    }

    /** Ends a plan early. The best schedule stays. */
    @POST
    @Path("/{id}/stop")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Stops now and keeps the best; does nothing to a plan that has ended")
    @APIResponse(
            responseCode = "202",
            description = "It will end in a moment, or has ended",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response stop(@PathParam("id") UUID id, @Context UriInfo uri) {
        plans.stop(id);
        return Response.fromResponse(answer(plan(id), uri))
                .status(Response.Status.ACCEPTED)
                .build();
    }

    /** Deletes a plan and all that belongs to it. */
    @DELETE
    @Path("/{id}")
    @Operation(summary = "Deletes all of a plan; a running one is stopped first")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void delete(@PathParam("id") UUID id) {
        var partOf = plan(id).partOf();
        if (partOf != null) {
            throw ApiException.of(
                    ErrorCode.CONFLICT,
                    "conflict.part",
                    id.toString(),
                    partOf.whole().toString());
        }
        if (!plans.delete(id)) {
            throw ApiException.noSuchPlan(id);
        }
    }

    private Plan plan(UUID id) {
        return store.find(id).orElseThrow(() -> ApiException.noSuchPlan(id));
    }

    private BestSchedule best(UUID id) {
        UUID plan = plan(id).id();
        return store.findBest(plan)
                .orElseThrow(() -> ApiException.of(ErrorCode.NOT_FOUND, "not-found.schedule", plan.toString()));
    }
}
