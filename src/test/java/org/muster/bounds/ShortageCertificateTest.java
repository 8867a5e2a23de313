package org.muster.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.muster.problem.Problem;
import org.muster.problem.ProblemFixture;
import org.muster.problem.RandomProblems;
import org.muster.problem.RandomProblems.Size;
import org.muster.problem.index.ProblemIndex;

class ShortageCertificateTest {

    @Test
    void namesTheDemandsAndTheCadresWhoAreTooFew() {
        var problem = new ProblemFixture()
                .demand("gate MON 07-15", 2, 2, 2)
                .demand("yard MON 08-16", 1, 1, 1)
                .demand("gate TUE 07-15", 1, 1, 1)
                .cadre("yang")
                .cadre("li")
                .problem();
        assertThat(ShortageCertificate.findAll(ProblemIndex.of(problem), () -> false))
                .singleElement()
                .satisfies(certificate -> {
                    assertThat(certificate.demands()).containsExactly("gate-MON-07-15", "yard-MON-08-16");
                    assertThat(certificate.cadres()).containsExactly("yang", "li");
                    assertThat(certificate.required()).isEqualTo(3);
                    assertThat(certificate.available()).isEqualTo(2);
                });
    }

    @Test
    void namesNobodyWhereNobodyMayServe() {
        var problem = new ProblemFixture().demand("gate MON 07-15", 2, 2, 2).problem();
        assertThat(ShortageCertificate.findAll(ProblemIndex.of(problem), () -> false))
                .singleElement()
                .satisfies(certificate -> {
                    assertThat(certificate.cadres()).isEmpty();
                    assertThat(certificate.missing()).isEqualTo(2);
                });
    }

    @Test
    void isNotThereWithoutAShortage() {
        var problem = new ProblemFixture()
                .demand("gate MON 07-15")
                .demand("gate TUE 07-15")
                .cadre("yang")
                .problem();
        assertThat(ShortageCertificate.findAll(ProblemIndex.of(problem), () -> false))
                .isEmpty();
    }

    @Test
    void noScheduleFillsWhatACertificateExcludes() {
        int certificates = 0;
        for (long seed = 0; seed < 400; seed++) {
            var problem = RandomProblems.of(seed, Size.TINY);
            for (var certificate : ShortageCertificate.findAll(ProblemIndex.of(problem), () -> false)) {
                certificates++;
                int missing = certificate.missing();
                String where = "seed %d, %s".formatted(seed, certificate);
                EverySchedule.best(onlyCoverOf(certificate, problem))
                        .ifPresent(best -> assertThat(-best.medium()).as(where).isGreaterThanOrEqualTo(missing));
            }
        }
        assertThat(certificates).isPositive();
    }

    /** The problem with only the demands of a certificate; a missing head then counts its priority, 1 or more. */
    private static Problem onlyCoverOf(ShortageCertificate certificate, Problem problem) {
        return problem.toBuilder()
                .demands(problem.demands().stream()
                        .filter(demand -> certificate.demands().contains(demand.id()))
                        .toList())
                .assignments(problem.assignments().stream()
                        .filter(standing -> certificate.demands().contains(standing.demand()))
                        .toList())
                .build();
    }
}
