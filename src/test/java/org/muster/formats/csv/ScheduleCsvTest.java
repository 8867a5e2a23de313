package org.muster.formats.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.problem.Problem;
import org.muster.problem.ProblemFixture;
import org.muster.problem.Site;

class ScheduleCsvTest {

    private final ProblemFixture district =
            new ProblemFixture().demand("gate MON 07-15", 1, 2, 3).cadre("yang").serves("yang", "gate MON 07-15");

    @Test
    void hasALineForEachSeatBelowTheNamesOfTheColumns() throws IOException {
        assertThat(lines(district.problem()))
                .startsWith(
                        "\uFEFFdemand,site,siteName,window,start,end,post,postName,cadre,cadreName,unit,unitName,pinned")
                .contains("2022-05-02T07:00")
                .contains(",yang,")
                .hasLineCount(2);
    }

    @Test
    void takesTheForceOutOfFormulas() throws IOException {
        for (String formula : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx")) {
            var problem = district.problem();
            var site = problem.sites().getFirst();
            var renamed = new Site(site.id(), formula, site.kind(), site.community(), site.location(), site.admits());
            assertThat(lines(problem.toBuilder().sites(List.of(renamed)).build()))
                    .as(formula)
                    .contains("'" + formula);
        }
    }

    private String lines(Problem problem) throws IOException {
        return new String(ScheduleCsv.write(problem, district.schedule()), StandardCharsets.UTF_8);
    }
}
