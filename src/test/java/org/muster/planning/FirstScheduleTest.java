package org.muster.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.muster.problem.Problem;
import org.muster.problem.ProblemFixture;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.Rule;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;

class FirstScheduleTest {
    private static final Assignment YANG_AT_GATE = new Assignment("gate-MON-07-15", "yang", false);
    private static final Assignment LI_AT_GATE = new Assignment("gate-MON-07-15", "li", false);

    /** A gate that the fresh li should guard rather than the tired yang, were it not for the order that is out. */
    private static ProblemFixture tiredYangWasCalled() {
        return new ProblemFixture()
                .demand("gate MON 07-15")
                .cadre("yang", yang -> yang.minutesServed(480))
                .cadre("li")
                .published("yang", "gate MON 07-15");
    }

    private static List<Assignment> first(Problem problem, Schedule start) {
        return FirstSchedule.of(ProblemIndex.of(problem), start, () -> false)
                .schedule()
                .assignments();
    }

    @Nested
    class WithoutAStart {
        @Test
        void keepsWhatWasPublishedWhereTakingItBackIsDear() {
            assertThat(first(
                            tiredYangWasCalled().weight(Rule.DISRUPTION, 10_000).problem(), Schedule.EMPTY))
                    .containsExactly(YANG_AT_GATE);
        }

        @Test
        void takesBackWhatWasPublishedWhereThatIsCheaper() {
            assertThat(first(tiredYangWasCalled().weight(Rule.DISRUPTION, 1).problem(), Schedule.EMPTY))
                    .containsExactly(LI_AT_GATE);
        }

        @Test
        void keepsWhatWasPublishedWhereTheFlowFindsNothingBetter() {
            assertThat(first(tiredYangWasCalled().weight(Rule.DISRUPTION, 150).problem(), Schedule.EMPTY))
                    .containsExactly(YANG_AT_GATE);
        }
    }

    @Nested
    class FromAStart {
        private final Schedule tiredYangServes = new Schedule(List.of(YANG_AT_GATE));

        @Test
        void keepsItHoweverDear() {
            assertThat(first(tiredYangWasCalled().weight(Rule.DISRUPTION, 0).problem(), tiredYangServes))
                    .containsExactly(YANG_AT_GATE);
        }
    }
}
