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
            assertThat(staffing.least(small.candidates)).as("seed %d", seed).isEqualTo(small.cheapest());
        }
    }

    @Test
    void takesThePeopleWhoCostThat() {
        for (long seed = 0; seed < 500; seed++) {
            var small = new SmallTeam(seed);
            var staffing = new TeamStaffing(UNIT_WEIGHT, EXPERIENCE_WEIGHT);
            long least = staffing.least(small.candidates);
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
            assertThat(staffing.leastWithAnybody(small.candidates))
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
        private final Candidates candidates;

        SmallTeam(long seed) {
            var random = new SplittableRandom(seed);
            for (int person = 0; person < PEOPLE; person++) {
                experienced[person] = random.nextInt(3) == 0;
                price[person] = random.nextInt(30);
                for (var headGroup : cost) {
                    headGroup[person] = random.nextInt(4) == 0 ? TeamStaffing.BARRED : random.nextInt(60);
                }
            }
            for (int headGroup = 0; headGroup < 2; headGroup++) {
                headCosts[headGroup] = random.longs(random.nextInt(4), -20, 150).toArray();
            }
            standingUnits = random.nextBoolean() ? new int[0] : new int[] {random.nextInt(4)};
            standingExperienced = standingUnits.length == 0 ? 0 : random.nextInt(2);
            var lanes = List.of(new HeadGroup(new int[] {0}, headCosts[0]), new HeadGroup(new int[] {1}, headCosts[1]));
            candidates = new Candidates(new Team(0, lanes, standingUnits, standingUnits.length, standingExperienced));
            candidates.replace(new int[] {0, 1, 2}, new int[] {0, 2, 5, 6}, experienced, cost);
            for (int person = 0; person < PEOPLE; person++) {
                candidates.setPrice(person, price[person]);
            }
            for (int headGroup = 0; headGroup < 2; headGroup++) {
                candidates.setLeastOfOthers(headGroup, random.nextInt(90), random.nextInt(90));
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
        private long cheapest(boolean[] mayServe, int[] headGroup, int person, boolean mustServe) {
            if (person == PEOPLE) {
                return costOf(headGroup);
            }
            long least = Long.MAX_VALUE;
            for (int each = 0; each <= 2; each++) {
                boolean isAllowed = each == 0
                        ? !(mustServe && mayServe[person])
                        : mayServe[person] && cost[each - 1][person] < TeamStaffing.BARRED;
                if (isAllowed) {
                    headGroup[person] = each;
                    least = Math.min(least, cheapest(mayServe, headGroup, person + 1, mustServe));
                }
            }
            headGroup[person] = 0;
            return least;
        }

        private long costOf(int[] headGroup) {
            long sum = 0;
            int heads = standingUnits.length;
            int guides = standingExperienced;
            var units = IntStream.concat(
                            Arrays.stream(standingUnits),
                            IntStream.range(0, PEOPLE)
                                    .filter(person -> headGroup[person] > 0)
                                    .map(person -> unitOf[person]))
                    .distinct()
                    .count();
            for (int number = 1; number <= 2; number++) {
                int each = number;
                int filled = (int)
                        Arrays.stream(headGroup).filter(one -> one == each).count();
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
                if (headGroup[person] > 0) {
                    sum += cost[headGroup[person] - 1][person] + price[person];
                    guides += experienced[person] ? 1 : 0;
                }
            }
            long missing = heads < 2 ? 0 : Math.max(0, Math.ceilDiv(heads, 5) - guides);
            return sum + EXPERIENCE_WEIGHT * missing + UNIT_WEIGHT * Math.max(0, units - 1);
        }
    }
}
