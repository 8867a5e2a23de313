package org.muster.rest.plans;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muster.evaluation.referee.PinnedAssignments;
import org.muster.formats.json.problems.Submission;
import org.muster.formats.json.problems.SubmissionReader;
import org.muster.persistence.plans.Plan;
import org.muster.persistence.plans.PlanStore;
import org.muster.problem.Identifier;
import org.muster.problem.SolveOptions;
import org.muster.problem.faults.Fault;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.FaultList;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;
import org.muster.rest.http.Parameters;
import org.muster.schedule.Schedule;
import org.muster.solving.Plans;
import org.muster.solving.SubmittedPlan;

/** Reads a submitted problem and makes a plan of it. */
@ApplicationScoped
class Submissions {
    private final Plans plans;
    private final PlanStore store;
    private final SubmissionReader reader;
    private final Limits limits;

    Submissions(Plans plans, PlanStore store, Limits limits) {
        this.plans = plans;
        this.store = store;
        this.limits = limits;
        reader = new SubmissionReader(limits);
    }

    /**
     * Accepts a problem for solving.
     *
     * @throws InvalidInputException when the body has faults, pinned assignments that break a rule among themselves
     *     included, or names a plan to start from that has no schedule
     */
    Plan accept(InputStream body) throws IOException {
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
}
