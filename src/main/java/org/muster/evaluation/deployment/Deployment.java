package org.muster.evaluation.deployment;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.muster.problem.Cadre;
import org.muster.problem.Cadre.Level;
import org.muster.problem.Demand;
import org.muster.problem.Post;
import org.muster.problem.Problem;
import org.muster.problem.Round;
import org.muster.problem.Site;
import org.muster.problem.Window;
import org.muster.problem.WorkUnit;
import org.muster.schedule.Schedule;

/**
 * How many people a schedule sends out, and how long they serve: the figures that districts report.
 *
 * <p>A cadre with at least one duty is <i>deployed</i>. People are counted, not duties: a cadre who serves in three
 * rounds counts once in the total, and once in each of the three.
 *
 * <p>A unit has the <i>level</i> of most of its cadres in the problem; between two that are equal the first one of
 * {@link Level}. The <i>district's own</i> are the units of level {@link Level#DISTRICT}, with all their cadres. The
 * <i>share</i> of some units is how many of their cadres are deployed, divided by the staff of these units, whether the
 * problem lists them as cadres or not. So Haidian reported 66.1 % of its own on 3 May 2022.
 *
 * @param everybody all units together
 * @param own the district's own units together
 * @param units in the problem's order
 * @param cadres in the problem's order, those without a duty included
 * @param minutesBefore duty minutes of the fairness period up to now, over all cadres
 * @param minutesAfter the same with the duties of this schedule
 * @param unfilled sites that lack required heads, in the problem's order
 */
public record Deployment(
        Group everybody,
        Group own,
        List<UnitGroup> units,
        List<Service> cadres,
        Distribution minutesBefore,
        Distribution minutesAfter,
        List<UnfilledSite> unfilled) {

    public Deployment {
        units = List.copyOf(units);
        cadres = List.copyOf(cadres);
        unfilled = List.copyOf(unfilled);
    }

    /**
     * Counts any schedule, broken and partial ones included.
     *
     * @throws IllegalArgumentException when the schedule names a demand or cadre that the problem does not have
     */
    public static Deployment of(Problem problem, Schedule schedule) {
        return new DeploymentCount(problem, schedule).count();
    }

    /**
     * Different people, by the level of each.
     *
     * @param byLevel every level has an entry
     */
    public record Headcount(Map<Level, Integer> byLevel) {

        public Headcount {
            var copy = new EnumMap<Level, Integer>(Level.class);
            copy.putAll(byLevel);
            byLevel = Collections.unmodifiableMap(copy);
        }

        /** People of all levels. */
        public int people() {
            return byLevel.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** People of one level. */
        public int of(Level level) {
            return byLevel.getOrDefault(level, 0);
        }
    }

    /**
     * Some units, and their deployed people.
     *
     * @param staff people employed
     * @param cadres people in the problem's list
     * @param deployed in all rounds together
     * @param byRound deployed in each round, in the problem's order; rounds without deployed people are left out
     */
    public record Group(long staff, int cadres, Headcount deployed, List<Turnout> byRound) {

        public Group {
            byRound = List.copyOf(byRound);
        }

        /** The share of the staff that these people are, 0 to 1; empty where the staff is 0. */
        public OptionalDouble shareOf(Headcount people) {
            return staff == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) people.people() / staff);
        }
    }

    /** The people deployed in a round. */
    public record Turnout(Round round, Headcount deployed) {}

    /**
     * A unit, and its deployed people.
     *
     * @param level null for a unit without cadres in the problem
     */
    public record UnitGroup(WorkUnit unit, @Nullable Level level, Group group) {}

    /**
     * What a cadre has served and is to serve.
     *
     * @param duties in this schedule
     * @param minutes duty minutes in this schedule
     * @param rounds different rounds of this schedule with a duty
     */
    public record Service(Cadre cadre, int duties, int minutes, int rounds) {

        /** Duty minutes of the fairness period, this schedule included. */
        public int minutesAfter() {
            return cadre.minutesServed() + minutes;
        }

        /** Rounds served, this schedule included. */
        public int roundsAfter() {
            return cadre.roundsServed() + rounds;
        }
    }

    /**
     * A site that lacks required heads.
     *
     * @param posts in time
     */
    public record UnfilledSite(Site site, List<UnfilledPost> posts) {

        public UnfilledSite {
            posts = List.copyOf(posts);
        }

        /** Heads missing on all its posts. */
        public int missing() {
            return posts.stream().mapToInt(UnfilledPost::missing).sum();
        }
    }

    /**
     * A demand that lacks required heads.
     *
     * @param missing how many, above 0
     */
    public record UnfilledPost(Demand demand, Post post, Window window, int missing) {}

    /** Required heads that are missing at all sites. */
    public int missing() {
        return unfilled.stream().mapToInt(UnfilledSite::missing).sum();
    }
}
