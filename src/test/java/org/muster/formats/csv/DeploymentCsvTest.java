package org.muster.formats.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.muster.evaluation.deployment.Deployment;
import org.muster.problem.Cadre.Level;
import org.muster.problem.ProblemFixture;

class DeploymentCsvTest {

    private final ProblemFixture district = new ProblemFixture()
            .unit("bank", 3, "1")
            .demand("gate MON 07-15")
            .demand("gate TUE 07-15")
            .cadre("yang bank", yang -> yang.name("=Yang").minutesServed(60).roundsServed(1))
            .cadre("qian compound", Level.RESIDENT)
            .serves("yang", "gate MON 07-15", "gate TUE 07-15");

    private Deployment deployment() {
        return Deployment.of(district.problem(), district.schedule());
    }

    @Test
    void unitsHaveALineInAllAndOneForEachRound() throws IOException {
        assertThat(text(DeploymentCsv.units(deployment())).lines())
                .containsExactly(
                        "\uFEFFscope,unit,unitName,unitLevel,round,roundName,staff,cadres,deployed,share,city,district,subdistrict,resident",
                        "EVERYBODY,,,,,,3,2,1,0.3333,0,1,0,0",
                        "EVERYBODY,,,,round-2022-05-02,round-2022-05-02,3,2,1,0.3333,0,1,0,0",
                        "EVERYBODY,,,,round-2022-05-03,round-2022-05-03,3,2,1,0.3333,0,1,0,0",
                        "OWN,,,,,,3,1,1,0.3333,0,1,0,0",
                        "OWN,,,,round-2022-05-02,round-2022-05-02,3,1,1,0.3333,0,1,0,0",
                        "OWN,,,,round-2022-05-03,round-2022-05-03,3,1,1,0.3333,0,1,0,0",
                        "UNIT,bank,bank,DISTRICT,,,3,1,1,0.3333,0,1,0,0",
                        "UNIT,bank,bank,DISTRICT,round-2022-05-02,round-2022-05-02,3,1,1,0.3333,0,1,0,0",
                        "UNIT,bank,bank,DISTRICT,round-2022-05-03,round-2022-05-03,3,1,1,0.3333,0,1,0,0",
                        "UNIT,compound,compound,RESIDENT,,,0,1,0,,0,0,0,0");
    }

    @Test
    void cadresHaveALineEachAlsoWithoutADuty() throws IOException {
        assertThat(text(DeploymentCsv.cadres(deployment())).lines())
                .containsExactly(
                        "\uFEFFcadre,cadreName,unit,unitName,level,duties,minutes,rounds,minutesBefore,roundsBefore,minutesAfter,roundsAfter",
                        "yang,\"'=Yang\",bank,bank,DISTRICT,2,960,2,60,1,1020,3",
                        "qian,,compound,compound,RESIDENT,0,0,0,0,0,0,0");
    }

    private static String text(byte[] csv) {
        return new String(csv, StandardCharsets.UTF_8);
    }
}
