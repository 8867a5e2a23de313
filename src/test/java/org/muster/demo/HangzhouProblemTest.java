package org.muster.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.muster.formats.hours.OpeningHours;
import org.muster.formats.hours.OpeningHours.Span;
import org.muster.problem.Demand;
import org.muster.problem.Location;
import org.muster.problem.ProblemValidator;
import org.muster.problem.Site;
import org.muster.problem.faults.Limits;

class HangzhouProblemTest {
    private static final long SEED = 3;

    private static SamplingPoint point(String name, String address) {
        return new SamplingPoint("1", name, address, "", OpeningHours.parse("24h"), new Location(30.27, 120.15));
    }

    @Test
    void isValidAndNeedsPeopleAtEveryPoint() {
        var problem = HangzhouProblem.problem(SEED);

        assertThat(ProblemValidator.faultsOf(problem, Limits.DEFAULT)).isEmpty();
        assertThat(problem.sites()).hasSize(841);
        assertThat(problem.demands().stream().map(Demand::site).distinct())
                .containsExactlyElementsOf(
                        problem.sites().stream().map(Site::id).toList());
    }

    @Test
    void canBeStaffed() {
        assertThat(PlainStaffing.unfilledAfterFillingTheScarcestFirst(HangzhouProblem.problem(SEED)))
                .isEmpty();
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(HangzhouProblem.problem(SEED)).isEqualTo(HangzhouProblem.problem(SEED));
    }

    @Test
    void hasTwoDutiesADayWithTimeToSetUp() {
        assertThat(HangzhouProblem.duties(
                        OpeningHours.parse("7:00-9:00 17:00-20:00").spans()))
                .containsExactly(new Span(390, 540), new Span(990, 1_200));
        assertThat(HangzhouProblem.duties(OpeningHours.parse("8:00-12:00").spans()))
                .containsExactly(new Span(450, 600), new Span(600, 720));
        assertThat(HangzhouProblem.duties(OpeningHours.parse("14:30-15:00").spans()))
                .containsExactly(new Span(840, 900));
        assertThat(HangzhouProblem.duties(OpeningHours.parse("24h").spans()))
                .containsExactly(new Span(0, 720), new Span(720, 1_440));
        assertThat(HangzhouProblem.duties(List.of())).isEmpty();
    }

    @Test
    void findsSubdistrictsInNamesAndAddresses() {
        assertThat(point("上塘街道善贤社区", "").namedSubdistrict()).contains("上塘街道");
        assertThat(point("拱墅区米市巷街道采样点", "").namedSubdistrict()).contains("米市巷街道");
        assertThat(point("米市巷街道锦绣社区", "").namedSubdistrict()).contains("米市巷街道");
        assertThat(point("卫生院", "杭州市建德市大同镇1号").namedSubdistrict()).contains("大同镇");
        assertThat(point("云栖小镇", "").namedSubdistrict()).isEqualTo(Optional.empty());
        assertThat(point("金沙居B座", "金沙居B座").subdistrict()).isEqualTo("网格605-2403");
    }

    @Test
    void findsCommunitiesInNames() {
        assertThat(point("上塘街道善贤社区", "").community()).isEqualTo("善贤社区");
        assertThat(point("罗家村社区采样点2", "").community()).isEqualTo("罗家村社区");
        assertThat(point("罗家村警务室", "").community()).isEqualTo("罗家村");
        assertThat(point("金沙居B座", "").community()).isEqualTo("金沙居B座");
    }
}
