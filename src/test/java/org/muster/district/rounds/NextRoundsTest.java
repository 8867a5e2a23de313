package org.muster.district.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.district.DistrictList;
import org.muster.district.Item;
import org.muster.problem.Demand;
import org.muster.problem.Round;
import org.muster.problem.Window;

class NextRoundsTest {

    private static final LocalDate DAY = LocalDate.of(2022, 5, 31);

    private static NextRounds after(Round round, String... taken) {
        Map<DistrictList, Set<String>> ids = new EnumMap<>(DistrictList.class);
        ids.put(DistrictList.ROUNDS, new HashSet<>(List.of(taken)));
        var night = new Window(
                round.id() + "/night",
                round.id(),
                DAY.atTime(22, 0),
                DAY.plusDays(1).atTime(6, 0),
                "night");
        var other = new Window("cover", round.id(), DAY.atTime(8, 0), DAY.atTime(9, 0), null);
        var demand = new Demand("gate " + round.id(), "gate", night.id(), "guide", 1, 2, 3, 4, 5, 6);
        return new NextRounds(round, List.of(night, other), List.of(demand), ids);
    }

    @ParameterizedTest
    @CsvSource({"r3, r4", "第9轮, 第10轮", "r09, r10", "2022-round 3 of May, 2022-round 4 of May", "last, last-2"})
    void countOn(String text, String next) {
        assertThat(NextRounds.next(text)).isEqualTo(next);
    }

    @Test
    void moveWindowsAcrossTheEndOfAMonth() {
        var made = after(new Round("r1", "r1", DAY)).make(1, DAY.plusDays(1), 1);

        assertThat(made)
                .extracting(Item::value)
                .contains(new Round("r2", "r2", LocalDate.of(2022, 6, 1)))
                .contains(new Window(
                        "r2/night",
                        "r2",
                        LocalDateTime.of(2022, 6, 1, 22, 0),
                        LocalDateTime.of(2022, 6, 2, 6, 0),
                        "night"))
                .contains(new Demand("gate r2", "gate", "r2/night", "guide", 1, 2, 3, 4, 5, 6));
    }

    @Test
    void addTheRoundToIdentifiersThatDoNotNameIt() {
        var made = after(new Round("r1", "r1", DAY)).make(1, DAY.plusDays(1), 1);

        assertThat(made).extracting(Item::id).contains("cover-r2");
    }

    @Test
    void passOverIdentifiersThatAreTaken() {
        var made = after(new Round("r1", "r1", DAY), "r1", "r2", "r3").make(2, DAY.plusDays(1), 2);

        assertThat(made)
                .filteredOn(item -> item.list() == DistrictList.ROUNDS)
                .extracting(Item::value)
                .containsExactly(new Round("r4", "r4", DAY.plusDays(1)), new Round("r5", "r5", DAY.plusDays(3)));
    }
}
