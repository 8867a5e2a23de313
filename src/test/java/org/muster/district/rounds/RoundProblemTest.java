package org.muster.district.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.problem.Availability.Kind.UNAVAILABLE;
import static org.muster.problem.Availability.Kind.UNDESIRED;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.district.Absence;
import org.muster.district.Confinement;
import org.muster.district.District;
import org.muster.district.DistrictData;
import org.muster.district.DistrictList;
import org.muster.district.Item;
import org.muster.district.StoredCadre;
import org.muster.district.StoredSite;
import org.muster.district.history.PublishedDuty;
import org.muster.district.history.Served;
import org.muster.district.history.UsedUp;
import org.muster.problem.Availability;
import org.muster.problem.Cadre;
import org.muster.problem.Demand;
import org.muster.problem.Location;
import org.muster.problem.Problem;
import org.muster.problem.Round;
import org.muster.problem.Site;
import org.muster.problem.StandingAssignment;
import org.muster.problem.Travel;
import org.muster.problem.Window;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.DutyRules;
import org.muster.problem.rules.Weights;

class RoundProblemTest {

    private static final Location HERE = new Location(39.93, 116.42);
    private static final LocalDate DAY = LocalDate.of(2022, 5, 3);
    private static final LocalDateTime START = DAY.atTime(5, 30);
    private static final LocalDateTime END = DAY.plusDays(1).atTime(13, 30);

    private final List<PublishedDuty> duties = new ArrayList<>();
    private Served served = Served.NOTHING;
    private UsedUp usedUp = UsedUp.NOTHING;

    /** The problem of two days, 05:30 to 13:30 each, with one cadre. */
    private Problem problem(StoredCadre cadre) {
        var district = new District(
                "d", "d", ZoneId.of("Asia/Shanghai"), Travel.ByDistance.DEFAULT, Weights.DEFAULT, 30, null);
        Map<DistrictList, List<Item>> items = new EnumMap<>(DistrictList.class);
        items.put(
                DistrictList.ROUNDS,
                items(
                        new Round("r1", "r1", DAY),
                        new Round("r2", "r2", DAY.plusDays(1)),
                        new Round("r3", "r3", DAY.plusDays(2))));
        items.put(
                DistrictList.WINDOWS,
                items(
                        window("w1", "r1", DAY),
                        window("w2", "r2", DAY.plusDays(1)),
                        window("w3", "r3", DAY.plusDays(2))));
        items.put(DistrictList.DEMANDS, items(demand("d1", "w1"), demand("d3", "w3")));
        items.put(DistrictList.SITES, items(site("gate"), site("tower")));
        items.put(
                DistrictList.DUTY_RULES,
                items(new DutyRules("office", 660, null, Map.of(DutyRule.MAX_CONSECUTIVE_DAYS, DutyLimit.of(2)))));
        items.put(DistrictList.CADRES, items(cadre));
        var data = new DistrictData(district, items);
        return new RoundProblem(
                        data,
                        Set.of("r1", "r2"),
                        new History(Map.of("yang", served), Map.of("yang", usedUp), duties),
                        Weights.DEFAULT)
                .make();
    }

    private Cadre planned(StoredCadre cadre) {
        return problem(cadre).cadres().getFirst();
    }

    private static List<Item> items(Object... values) {
        return Arrays.stream(values).map(Item::of).toList();
    }

    private static Window window(String id, String round, LocalDate day) {
        return new Window(id, round, day.atTime(5, 30), day.atTime(13, 30), "early");
    }

    private static Demand demand(String id, String window) {
        return new Demand(id, "gate", window, "guide", 1, 1, 1, 5, 1, 1);
    }

    private static StoredSite site(String id) {
        return new StoredSite(new Site(id, id, Site.Kind.SCREENING, "north", HERE, Site.Admits.ANYONE), null);
    }

    private static Cadre.Builder yang() {
        return Cadre.of("yang", "bank", Cadre.Level.DISTRICT, "north", HERE).dutyRules("office");
    }

    private static StoredCadre stored(Cadre.Builder cadre) {
        return new StoredCadre(cadre.build(), "13800138000", List.of(), List.of());
    }

    private void served(LocalDateTime start, LocalDateTime end, String round, String demand) {
        duties.add(new PublishedDuty(round, start.toLocalDate(), demand, "tower", "yang", start, end, 480, "early"));
    }

    private static Availability away(LocalDateTime from, LocalDateTime until) {
        return new Availability(from, until, UNAVAILABLE, Set.of(), 1);
    }

    @Test
    void hasTheDemandsOfItsRoundsOnly() {
        var problem = problem(stored(yang()));

        assertThat(problem.rounds()).extracting(Round::id).containsExactly("r1", "r2");
        assertThat(problem.windows()).extracting(Window::id).containsExactly("w1", "w2");
        assertThat(problem.demands()).extracting(Demand::id).containsExactly("d1");
    }

    @Test
    void addsWhatWasPublishedToWhatWasServedElsewhere() {
        served = new Served(2, 960, "tower");

        var cadre = planned(stored(yang().roundsServed(3).minutesServed(100).lastSite("gate")));

        assertThat(cadre.roundsServed()).isEqualTo(5);
        assertThat(cadre.minutesServed()).isEqualTo(1060);
        assertThat(cadre.lastSite()).isEqualTo("tower");
    }

    @Test
    void forgetsALastSiteThatIsGone() {
        served = new Served(1, 0, "demolished");

        assertThat(planned(stored(yang().lastSite("gate"))).lastSite()).isEqualTo("gate");
    }

    @Test
    void turnsAbsencesIntoTimesWithinTheRounds() {
        var sick = new Absence(Absence.Kind.SICK, DAY.atTime(12, 0), null);
        var leave = new Absence(Absence.Kind.LEAVE, DAY.minusDays(3).atStartOfDay(), DAY.atTime(8, 0));
        var earlier = new Absence(Absence.Kind.LEAVE, DAY.minusDays(3).atStartOfDay(), START);
        var cadre = new StoredCadre(yang().build(), null, List.of(sick, leave, earlier), List.of());

        assertThat(planned(cadre).availability())
                .containsExactly(away(DAY.atTime(12, 0), END), away(START, DAY.atTime(8, 0)));
    }

    @ParameterizedTest
    @CsvSource({"1990-05-04, 2022-05-04", "1990-05-03, 2022-05-03"})
    void sparesPeopleOnTheirBirthday(LocalDate born, LocalDate spared) {
        assertThat(planned(stored(yang().birthDate(born))).availability())
                .containsExactly(new Availability(
                        spared.atStartOfDay(), spared.plusDays(1).atStartOfDay(), UNDESIRED, Set.of(), 1));
    }

    @Test
    void sparesNobodyOnOtherDays() {
        assertThat(planned(stored(yang().birthDate(LocalDate.of(1990, 5, 5)))).availability())
                .isEmpty();
    }

    @Test
    void confinesWhoIsConfinedAtAnyTimeOfTheRounds() {
        var later = new Confinement("tower", END.minusMinutes(1), null);
        var before = new Confinement("gate", DAY.minusDays(9).atStartOfDay(), START);
        var cadre = new StoredCadre(yang().build(), null, List.of(), List.of(before, later));

        assertThat(planned(cadre).confinedTo()).isEqualTo("tower");
    }

    @Test
    void keepsTheRestAfterADutyBefore() {
        served(DAY.minusDays(1).atTime(16, 0), DAY.minusDays(1).atTime(22, 0), "r0", "x");

        assertThat(planned(stored(yang())).availability()).contains(away(START, DAY.atTime(9, 0)));
    }

    @Test
    void keepsTheRestBeforeADutyAfter() {
        served(DAY.plusDays(1).atTime(15, 0), DAY.plusDays(1).atTime(22, 0), "r9", "x");

        assertThat(planned(stored(yang())).availability())
                .containsExactly(away(DAY.plusDays(1).atTime(4, 0), END));
    }

    @Test
    void givesADayOffToWhoHasServedAsLongAsTheRulesAllow() {
        served(DAY.minusDays(1).atTime(5, 30), DAY.minusDays(1).atTime(13, 30), "r0", "x");
        served(DAY.minusDays(2).atTime(5, 30), DAY.minusDays(2).atTime(13, 30), "r00", "x");

        assertThat(planned(stored(yang())).availability())
                .containsExactly(away(START, DAY.plusDays(1).atStartOfDay()));
    }

    @Test
    void givesADayOffBeforeDaysInARowBecomeTooMany() {
        served(DAY.minusDays(1).atTime(5, 30), DAY.minusDays(1).atTime(13, 30), "r0", "x");

        assertThat(planned(stored(yang())).availability())
                .containsExactly(away(DAY.plusDays(1).atStartOfDay(), END));
    }

    @Test
    void countsDaysAfterTheRoundsToo() {
        served(DAY.plusDays(2).atTime(5, 30), DAY.plusDays(2).atTime(13, 30), "r3", "x");

        assertThat(planned(stored(yang())).availability())
                .containsExactly(
                        away(DAY.plusDays(0).atTime(5, 30), DAY.plusDays(1).atStartOfDay()));
    }

    @Test
    void keepsWhatIsPublishedForItsRoundsAsPublished() {
        served(START, DAY.atTime(13, 30), "r1", "d1");
        served(START, DAY.atTime(13, 30), "r1", "gone");

        assertThat(problem(stored(yang())).assignments())
                .containsExactly(new StandingAssignment("d1", "yang", false, true));
        assertThat(planned(stored(yang())).availability()).isEmpty();
    }
}
