package org.muster.explaining;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.bounds.ShortageCertificate;
import org.muster.evaluation.explanation.CadreExplanation;
import org.muster.evaluation.explanation.ChangeEffect;
import org.muster.evaluation.explanation.ChangePreview;
import org.muster.evaluation.explanation.ChangedSchedule;
import org.muster.evaluation.explanation.DemandExplanation;
import org.muster.evaluation.explanation.Explanations;
import org.muster.evaluation.explanation.HandChange;
import org.muster.persistence.plans.BestSchedule;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;
import org.muster.problem.index.ProblemIndex;

/** A plan that can be explained at once, as long as its schedule stays the same. Answers one at a time. */
public final class ExplainedPlan {

    private static final Duration LONGEST_PROOF = Duration.ofSeconds(5);
    private static final int REHEARSALS = 20;
    /** The next solve needs the core, so warming up is short; the first question may take a little longer. */
    private static final Duration LONGEST_REHEARSAL = Duration.ofSeconds(1);

    private final ProblemIndex index;
    private final Map<Integer, Optional<ShortageCertificate>> certificates = new HashMap<>();
    private long version = -1;
    private @Nullable Explanations explanations;
    private @Nullable ChangePreview changePreview;
    private @Nullable BestSchedule best;

    ExplainedPlan(ProblemIndex index) {
        this.index = index;
    }

    public ProblemIndex index() {
        return index;
    }

    /** Whether the schedule of this version of the plan is the one that is explained. */
    synchronized boolean isAt(long wanted) {
        return version == wanted;
    }

    /** From now on explains this schedule. */
    synchronized void turnTo(long newVersion, BestSchedule newBest) {
        if (version == newVersion) {
            return;
        }
        var explaining = explanations == null || best == null
                ? new Explanations(index, newBest.schedule())
                : explanations.turnedTo(best.schedule(), newBest.schedule());
        explanations = explaining;
        changePreview = explaining.foresight();
        best = newBest;
        version = newVersion;
    }

    /**
     * Warms up with sample explanations for about a second, so that the first answers come quickly. Releases the lock
     * between samples, so that requests do not wait.
     */
    void rehearse() {
        var demands = index.problem().demands();
        int step = Math.max(1, demands.size() / REHEARSALS);
        long end = System.nanoTime() + LONGEST_REHEARSAL.toNanos();
        for (int demand = 0; demand < demands.size() && !isOver(end); demand += step) {
            rehearse(demands.get(demand).id(), end);
        }
    }

    private synchronized void rehearse(String demand, long end) {
        if (explanations != null) {
            explanations.rehearse(demand, () -> isOver(end));
        }
    }

    private static boolean isOver(long end) {
        return System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted();
    }

    public synchronized DemandExplanation ofDemand(String demand) {
        return prepared().ofDemand(demand);
    }

    public synchronized CadreExplanation ofCadre(String cadre) {
        return prepared().ofCadre(cadre);
    }

    /**
     * What changes by hand would do.
     *
     * @param version of the plan that was looked at
     */
    public record Foreseen(ChangeEffect effect, long version) {}

    /**
     * Says what changes by hand would do.
     *
     * @throws InvalidInputException when they are impossible
     */
    public synchronized Foreseen foresee(List<HandChange> changes, Limits limits) {
        if (best == null || changePreview == null) {
            throw noSchedule();
        }
        var changed = ChangedSchedule.of(index, best.schedule(), changes, limits);
        return new Foreseen(changePreview.of(changed), version);
    }

    /** What is explained. */
    public synchronized SolvedPlan solved() {
        if (best == null) {
            throw noSchedule();
        }
        return new SolvedPlan(version, index, best);
    }

    /** Why the demand cannot be filled whatever the schedule; empty where that is not proven within some seconds. */
    public synchronized Optional<ShortageCertificate> shortageOf(String demand) {
        int number = index.findDemand(demand).orElseThrow();
        var known = certificates.get(number);
        if (known != null) {
            return known;
        }
        long deadline = System.nanoTime() + LONGEST_PROOF.toNanos();
        var found = ShortageCertificate.find(index, number, () -> System.nanoTime() - deadline > 0);
        if (found.isPresent() || System.nanoTime() - deadline < 0) {
            certificates.put(number, found);
        }
        return found;
    }

    private Explanations prepared() {
        if (explanations == null) {
            throw noSchedule();
        }
        return explanations;
    }

    private static IllegalStateException noSchedule() {
        return new IllegalStateException("No schedule has been given yet.");
    }
}
