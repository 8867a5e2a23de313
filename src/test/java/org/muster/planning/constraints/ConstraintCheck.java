package org.muster.planning.constraints;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.test.ConstraintVerifier;
import ai.timefold.solver.core.api.score.stream.test.SingleConstraintAssertion;
import java.util.function.Function;
import org.muster.planning.model.Roster;
import org.muster.planning.model.Seat;
import org.muster.problem.Problem;
import org.muster.problem.ProblemFixture;
import org.muster.schedule.Schedule;

/** Asks one constraint what it makes of a roster. */
public final class ConstraintCheck {
    private static final ConstraintVerifier<RosterConstraints, Roster> VERIFIER =
            ConstraintVerifier.build(new RosterConstraints(), Roster.class, Seat.class);

    private final Function<ConstraintFactory, Constraint> constraint;

    public ConstraintCheck(Function<ConstraintFactory, Constraint> constraint) {
        this.constraint = constraint;
    }

    public SingleConstraintAssertion given(ProblemFixture district) {
        return given(district.problem(), district.schedule());
    }

    public SingleConstraintAssertion given(Problem problem, Schedule schedule) {
        return VERIFIER.verifyThat((_, factory) -> constraint.apply(factory))
                .givenSolution(Roster.of(problem, schedule));
    }
}
