package org.muster.evaluation.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.muster.evaluation.deployment.Deployment.Headcount;
import org.muster.evaluation.deployment.Deployment.Service;
import org.muster.evaluation.deployment.Deployment.Turnout;
import org.muster.evaluation.deployment.Deployment.UnitGroup;
import org.muster.problem.Cadre.Level;
import org.muster.problem.ProblemFixture;

class DeploymentTest {

    /** Yang serves on both days, Wu on Monday, Qian on Tuesday; Li and Zhao stay at home. */
    private final ProblemFixture district = new ProblemFixture()
            .unit("bank", 10, "1")
            .unit("office", 4, "1")
            .unit("school", 7, "1")
            .demand("gate MON 07-15", 1, 2, 3)
            .demand("gate TUE 07-15", 3, 3, 3)
            .demand("tower TUE 07-13", 2, 2, 2)
            .cadre("yang bank", yang -> yang.minutesServed(600).roundsServed(2))
            .cadre("li bank")
            .cadre("wu bank", Level.CITY)
            .cadre("zhao office", Level.SUBDISTRICT)
            .cadre("qian compound", Level.RESIDENT)
            .serves("yang", "gate MON 07-15", "gate TUE 07-15")
            .serves("wu", "gate MON 07-15")
            .serves("qian", "tower TUE 07-13");

    private Deployment deployment() {
        return Deployment.of(district.problem(), district.schedule());
    }

    private UnitGroup unit(String id) {
        return deployment().units().stream()
                .filter(unit -> unit.unit().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Service service(String cadre) {
        return deployment().cadres().stream()
                .filter(service -> service.cadre().id().equals(cadre))
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> byLevel(Headcount people) {
        return List.of(
                people.of(Level.CITY),
                people.of(Level.DISTRICT),
                people.of(Level.SUBDISTRICT),
                people.of(Level.RESIDENT));
    }

    @Nested
    class People {

        @Test
        void areCountedOnceHoweverOftenTheyServe() {
            var everybody = deployment().everybody();

            assertThat(everybody.staff()).isEqualTo(21);
            assertThat(everybody.cadres()).isEqualTo(5);
            assertThat(everybody.deployed().people()).isEqualTo(3);
            assertThat(byLevel(everybody.deployed())).containsExactly(1, 1, 0, 1);
        }

        @Test
        void areCountedInEachRound() {
            var rounds = deployment().everybody().byRound();

            assertThat(rounds)
                    .extracting(turnout -> turnout.round().id())
                    .containsExactly("round-2022-05-02", "round-2022-05-03");
            assertThat(rounds)
                    .extracting(turnout -> byLevel(turnout.deployed()))
                    .containsExactly(List.of(1, 1, 0, 0), List.of(0, 1, 0, 1));
        }

        @Test
        void areCountedOnceOnTwoSeatsOfOneDemand() {
            district.serves("wu", "gate MON 07-15");

            assertThat(deployment().everybody().deployed().people()).isEqualTo(3);
            assertThat(service("wu").duties()).isEqualTo(2);
        }
    }

    @Nested
    class Units {

        @Test
        void haveTheLevelOfMostOfTheirCadres() {
            assertThat(unit("bank").level()).isEqualTo(Level.DISTRICT);
            assertThat(unit("office").level()).isEqualTo(Level.SUBDISTRICT);
            assertThat(unit("school").level()).isNull();
        }

        @Test
        void haveTheFirstOfTwoLevelsThatAreEquallyCommon() {
            district.cadre("sun office", Level.CITY);

            assertThat(unit("office").level()).isEqualTo(Level.CITY);
        }

        @Test
        void tellTheirDeployedByStaff() {
            var bank = unit("bank").group();

            assertThat(bank.cadres()).isEqualTo(3);
            assertThat(byLevel(bank.deployed())).containsExactly(1, 1, 0, 0);
            assertThat(bank.shareOf(bank.deployed())).hasValue(0.2);
            assertThat(bank.byRound())
                    .extracting(Turnout::deployed)
                    .extracting(Headcount::people)
                    .containsExactly(2, 1);
        }

        @Test
        void haveNoRoundWithoutAnybodyAndNoShareWithoutStaff() {
            var compound = unit("compound").group();

            assertThat(compound.byRound()).hasSize(1);
            assertThat(compound.shareOf(compound.deployed())).isEmpty();
            assertThat(unit("office").group().byRound()).isEmpty();
        }
    }

    @Nested
    class TheDistrictsOwn {

        @Test
        void areTheUnitsOfDistrictLevelWithAllTheirCadres() {
            var own = deployment().own();

            assertThat(own.staff()).isEqualTo(10);
            assertThat(own.cadres()).isEqualTo(3);
            assertThat(own.deployed().people()).isEqualTo(2);
            assertThat(own.shareOf(own.deployed())).hasValue(0.2);
        }

        /** As Haidian put it on 3 May 2022. */
        @Test
        void canBe661OfAThousand() {
            var haidian = new ProblemFixture().unit("bureau", 1_000, "1").demand("gate MON 07-15", 0, 700, 700);
            for (int cadre = 0; cadre < 700; cadre++) {
                haidian.cadre("cadre-" + cadre);
            }
            for (int cadre = 0; cadre < 661; cadre++) {
                haidian.serves("cadre-" + cadre, "gate MON 07-15");
            }

            var own = Deployment.of(haidian.problem(), haidian.schedule()).own();

            assertThat(own.shareOf(own.deployed()).orElseThrow()).isCloseTo(0.661, within(1e-12));
        }
    }

    @Nested
    class Minutes {

        @Test
        void addUpWithThoseServedBefore() {
            assertThat(service("yang"))
                    .extracting(Service::duties, Service::minutes, Service::rounds)
                    .containsExactly(2, 960, 2);
            assertThat(service("yang").minutesAfter()).isEqualTo(1_560);
            assertThat(service("yang").roundsAfter()).isEqualTo(4);
            assertThat(service("li").minutesAfter()).isZero();
        }

        @Test
        void areDistributedOverAllCadres() {
            assertThat(deployment().minutesBefore().people()).isEqualTo(5);
            assertThat(deployment().minutesBefore().most()).isEqualTo(600);
            assertThat(deployment().minutesBefore().gini()).isCloseTo(0.8, within(1e-12));
            assertThat(deployment().minutesAfter().most()).isEqualTo(1_560);
            assertThat(deployment().minutesAfter().mean()).isEqualTo((1_560 + 480 + 360) / 5.0);
        }
    }

    @Nested
    class UnfilledPosts {

        @Test
        void standBySiteInTime() {
            district.demand("tower MON 07-13", 1, 1, 1);

            var unfilled = deployment().unfilled();

            assertThat(unfilled).extracting(site -> site.site().id()).containsExactly("gate", "tower");
            assertThat(unfilled.getFirst().missing()).isEqualTo(2);
            assertThat(unfilled.getLast().posts())
                    .extracting(post -> post.demand().id())
                    .containsExactly("tower-MON-07-13", "tower-TUE-07-13");
            assertThat(deployment().missing()).isEqualTo(4);
        }
    }

    @Test
    void aProblemWithoutAnythingHasNoFigures() {
        var nothing = Deployment.of(new ProblemFixture().problem(), new ProblemFixture().schedule());

        assertThat(nothing.everybody().deployed().people()).isZero();
        assertThat(nothing.units()).isEmpty();
        assertThat(nothing.missing()).isZero();
    }

    @Test
    void aScheduleOfAnotherProblemIsRefused() {
        district.serves("nobody", "gate MON 07-15");

        assertThatIllegalArgumentException().isThrownBy(this::deployment).withMessageContaining("no cadre (nobody)");
    }
}
