package org.muster.formats.json.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.demo.DemoDistricts;
import org.muster.district.Absence;
import org.muster.district.Confinement;
import org.muster.district.DistrictList;
import org.muster.district.Item;
import org.muster.district.StoredCadre;
import org.muster.district.StoredItemValidator;
import org.muster.district.StoredSite;
import org.muster.problem.Availability;
import org.muster.problem.Cadre;
import org.muster.problem.Community;
import org.muster.problem.Demand;
import org.muster.problem.HeldSkill;
import org.muster.problem.Location;
import org.muster.problem.Post;
import org.muster.problem.Round;
import org.muster.problem.Site;
import org.muster.problem.Skill;
import org.muster.problem.Window;
import org.muster.problem.WorkUnit;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyLimit.Succession;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.DutyRules;

/** An item that was made in Java is refused for the same reasons as one that is sent. */
class BrokenItemsTest {

    private static final String LONG = "x".repeat(101), WRONG = "<b>";
    private static final Location PLACE = new Location(39.9, 116.4);
    private static final LocalDate OLD = LocalDate.of(1899, 12, 31);
    private static final LocalDateTime START = LocalDateTime.of(2022, 5, 3, 8, 0);
    private static final LocalDateTime FAR = LocalDateTime.of(2201, 1, 1, 8, 0);
    private static final int MUCH = 100_000_000;

    static Stream<Item> broken() {
        return Stream.of(
                        new Community(LONG, "n".repeat(201), WRONG, PLACE),
                        new Skill(WRONG, "tab\t", true),
                        new Post(LONG, "", many(1_001), Set.of(WRONG), Set.of(LONG, WRONG), 151, 200),
                        new WorkUnit(WRONG, "u", MUCH, MUCH, null, Set.of(WRONG, LONG)),
                        new WorkUnit("u", "u", 1, null, new BigDecimal("0." + "3".repeat(31)), Set.of()),
                        new StoredSite(
                                new Site(LONG, WRONG, Site.Kind.SCREENING, WRONG, PLACE, Site.Admits.ANYONE), MUCH),
                        new Round(WRONG, "n", OLD),
                        new Window(LONG, WRONG, OLD.atStartOfDay(), FAR, WRONG),
                        new Window("w", "r", START.plusSeconds(1), START.plusSeconds(61), null),
                        new Demand(WRONG, WRONG, LONG, WRONG, 10_001, 10_002, 10_003, 1, MUCH, MUCH),
                        cadre(),
                        dutyRules())
                .map(Item::of);
    }

    private static StoredCadre cadre() {
        var cadre = Cadre.of(LONG, WRONG, Cadre.Level.CITY, WRONG, PLACE)
                .name("line\n")
                .birthDate(OLD)
                .lastServiceDay(OLD)
                .skills(List.of(new HeldSkill(WRONG, OLD, OLD), new HeldSkill("ok", null, FAR.toLocalDate())))
                .availability(List.of(
                        new Availability(START, FAR, Availability.Kind.UNDESIRED, Set.of(WRONG, LONG, "ok"), 100_001),
                        new Availability(START, START.plusNanos(1), Availability.Kind.UNAVAILABLE, Set.of(), 1)))
                .confinedTo(WRONG)
                .avoidTags(Set.of("ok", WRONG))
                .roundsServed(MUCH)
                .minutesServed(MUCH)
                .lastSite(WRONG)
                .dutyRules(LONG)
                .build();
        return new StoredCadre(
                cadre,
                "138****8000",
                List.of(new Absence(Absence.Kind.SICK, OLD.atStartOfDay(), FAR)),
                List.of(new Confinement(WRONG, START, FAR), new Confinement("a", START, null)));
    }

    private static DutyRules dutyRules() {
        return new DutyRules(
                WRONG,
                MUCH,
                MUCH,
                Map.of(
                        DutyRule.MAX_DUTIES,
                        DutyLimit.of(MUCH),
                        DutyRule.MIN_DUTIES,
                        DutyLimit.of(MUCH).preferred(100_001),
                        DutyRule.MAX_PER_KIND,
                        DutyLimit.perKind(Map.of("a/b", MUCH, WRONG, 1)),
                        DutyRule.FORBIDDEN_SUCCESSIONS,
                        DutyLimit.successions(List.of(
                                        new Succession("a", "b"),
                                        new Succession("a", "b"),
                                        new Succession(LONG, WRONG)))
                                .preferred(MUCH)));
    }

    private static Set<String> many(int count) {
        return Set.copyOf(IntStream.range(0, count).mapToObj(i -> "s" + i).toList());
    }

    @ParameterizedTest
    @MethodSource("broken")
    void areRefusedAsIfTheyHadBeenSent(Item item) {
        var sent = catchThrowableOfType(InvalidInputException.class, () -> read(item));
        var made = catchThrowableOfType(
                InvalidInputException.class, () -> StoredItemValidator.requireValid(List.of(item), Limits.DEFAULT));

        if (sent.faults().getLast().code() == FaultCode.TOO_MANY) {
            // Reading ends where a list is too long.
            assertThat(made.faults()).containsAll(sent.faults());
        } else {
            assertThat(made.faults()).containsExactlyInAnyOrderElementsOf(sent.faults());
            assertThat(made.count()).isEqualTo(sent.count());
        }
    }

    private static void read(Item item) throws IOException {
        var json = "[" + new ItemWriter().write(item) + "]";
        new ItemReader(Limits.DEFAULT)
                .readAll(
                        item.list(),
                        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                        (items, pointers, faults) -> {});
    }

    @Test
    void noIdentifierOccursTwice() {
        var skill = Item.of(new Skill("a", "a", false));
        assertThatThrownBy(() -> StoredItemValidator.requireValid(List.of(skill, skill), Limits.DEFAULT))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.pointer()).isEqualTo("/1/id");
                            assertThat(fault.params()).containsEntry("first", "/0");
                        }));
    }

    @Test
    void soundItemsAreAccepted() {
        var problem = DemoDistricts.find("chaoyang-sealed").orElseThrow().problem(2, 1);
        var cadres = problem.cadres().stream()
                .map(each -> Item.of(new StoredCadre(each, "010-55550100", List.of(), List.of())))
                .toList();
        StoredItemValidator.requireValid(cadres, Limits.DEFAULT);
        assertThat(cadres).extracting(Item::list).containsOnly(DistrictList.CADRES);
    }
}
