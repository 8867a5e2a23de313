package org.muster.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Staffs small random teams as well as trying every way does. */
class TeamStaffingTest {
    private static final int UNIT_WEIGHT = 5;
    private static final int EXPERIENCE_WEIGHT = 40;
    private static final int PEOPLE = 6;

    @Test
    void findsTheCheapestOfAllWays() {
        for (long seed = 0; seed < 500; seed++) {
            var small = new SmallTeam(seed);
            var staffing = new TeamStaffing(UNIT_WEIGHT, EXPERIENCE_WEIGHT);
            assertThat(staffing.least(small.offers)).as("seed %d", seed).isEqualTo(small.cheapest());
        }
    }

    @Test
    void takesThePeopleWhoCostThat() {
        for (long seed = 0; seed < 500; seed++) {
            var small = new SmallTeam(seed);
            var staffing = new TeamStaffing(UNIT_WEIGHT, EXPERIENCE_WEIGHT);
            long least = staffing.least(small.offers);
            boolean[] isChosen = new boolean[PEOPLE];
            IntStream.range(0, staffing.chosenCount()).forEach(place -> isChosen[staffing.chosen(place)] = true);
            assertThat(small.cheapestWith(isChosen)).as("seed %d", seed).isEqualTo(least);
        }
    }

    @Test
    void isNeverDearerWithAnybodyBeside() {
        for (long seed = 0; seed < 500; seed++) {
            var small = new SmallTeam(seed);
            var staffing = new TeamStaffing(UNIT_WEIGHT, EXPERIENCE_WEIGHT);
            assertThat(staffing.leastWithAnybody(small.offers))
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(small.cheapest());
        }
    }

    /** Six people of three units for two lanes; somebody stands already in some. */
    private static final class SmallTeam {
        private final int[] unitOf = {0, 0, 1, 1, 1, 2};
        private final boolean[] experienced = new boolean[PEOPLE];
        private final long[][] cost = new long[2][PEOPLE];
        private final long[] price = new long[PEOPLE];
        private final long[][] headCosts = new long[2][];
        private final int[] standingUnits;
        private final int standingExperienced;
        private final Offers offers;

        SmallTeam(long seed) {
            var random = new SplittableRandom(seed);
            for (int person = 0; person < PEOPLE; person++) {
                experienced[person] = random.nextInt(3) == 0;
                price[person] = random.nextInt(30);
                for (var lane : cost) {
                    lane[person] = random.nextInt(4) == 0 ? TeamStaffing.BARRED : random.nextInt(60);
                }
            }
            for (int lane = 0; lane < 2; lane++) {
                headCosts[lane] = random.longs(random.nextInt(4), -20, 150).toArray();
            }
            standingUnits = random.nextBoolean() ? new int[0] : new int[] {random.nextInt(4)};
            standingExperienced = standingUnits.length == 0 ? 0 : random.nextInt(2);
            var lanes = List.of(new Lane(new int[] {0}, headCosts[0]), new Lane(new int[] {1}, headCosts[1]));
            offers = new Offers(new Team(0, lanes, standingUnits, standingUnits.length, standingExperienced));
            offers.replace(new int[] {0, 1, 2}, new int[] {0, 2, 5, 6}, experienced, cost);
            for (int person = 0; person < PEOPLE; person++) {
                offers.setPrice(person, price[person]);
            }
            for (int lane = 0; lane < 2; lane++) {
                offers.setLeastOfOthers(lane, random.nextInt(90), random.nextInt(90));
            }
        }

        long cheapest() {
            var all = new boolean[PEOPLE];
            Arrays.fill(all, true);
            return cheapest(all, new int[PEOPLE], 0, false);
        }

        /** With exactly these people. */
        long cheapestWith(boolean[] chosen) {
            return cheapest(chosen, new int[PEOPLE], 0, true);
        }

        /** Tries for each of the people every lane; {@code lane} is the lane and one more, or 0. */
        private long cheapest(boolean[] mayServe, int[] lane, int person, boolean mustServe) {
            if (person == PEOPLE) {
                return costOf(lane);
            }
            long least = Long.MAX_VALUE;
            for (int each = 0; each <= 2; each++) {
                boolean isAllowed = each == 0
                        ? !(mustServe && mayServe[person])
                        : mayServe[person] && cost[each - 1][person] < TeamStaffing.BARRED;
                if (isAllowed) {
                    lane[person] = each;
                    least = Math.min(least, cheapest(mayServe, lane, person + 1, mustServe));
                }
            }
            lane[person] = 0;
            return least;
        }

        private long costOf(int[] lane) {
            long sum = 0;
            int heads = standingUnits.length;
            int guides = standingExperienced;
            var units = IntStream.concat(
                            Arrays.stream(standingUnits),
                            IntStream.range(0, PEOPLE)
                                    .filter(person -> lane[person] > 0)
                                    .map(person -> unitOf[person]))
                    .distinct()
                    .count();
            for (int number = 1; number <= 2; number++) {
                int each = number;
                int filled =
                        (int) Arrays.stream(lane).filter(one -> one == each).count();
                if (filled > headCosts[number - 1].length) {
                    return Long.MAX_VALUE;
                }
                sum += Arrays.stream(headCosts[number - 1])
                        .sorted()
                        .limit(headCosts[number - 1].length - filled)
                        .sum();
                heads += filled;
            }
            for (int person = 0; person < PEOPLE; person++) {
                if (lane[person] > 0) {
                    sum += cost[lane[person] - 1][person] + price[person];
                    guides += experienced[person] ? 1 : 0;
                }
            }
            long missing = heads < 2 ? 0 : Math.max(0, Math.ceilDiv(heads, 5) - guides);
            return sum + EXPERIENCE_WEIGHT * missing + UNIT_WEIGHT * Math.max(0, units - 1);
        }
    }
}
