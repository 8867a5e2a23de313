package org.muster.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long and how hard to search.
 *
 * @param timeLimit when the search ends at the latest, {@link #SHORTEST} to {@link #LONGEST}
 * @param gapTarget the search also ends once the gap to the bound is this small, 0 to 1; 0 asks for a proven best
 * @param seed the same seed, step limit and version give the same schedule
 * @param stepLimit the search also ends after so many steps, 1 or more; null for no such limit
 * @param profile the time limit that applied where none was given
 * @param from identifier of an earlier plan whose schedule the search starts from; null for none
 * @param place where it waits for its turn
 */
public record SolveOptions(
        Duration timeLimit,
        double gapTarget,
        long seed,
        @Nullable Long stepLimit,
        Profile profile,
        @Nullable String from,
        QueuePlace place) {

    /** The least and the most time that a search can be given. */
    public static final Duration SHORTEST = Duration.ofSeconds(1), LONGEST = Duration.ofHours(24);

    /** The standard profile, and nothing else asked for. */
    public static final SolveOptions DEFAULT = of(Profile.STANDARD);

    /** How much time a plan is worth. */
    public enum Profile {
        /** 10 seconds: a first look. */
        QUICK(10),
        /** A minute: good enough to publish. */
        STANDARD(60),
        /** 5 minutes: for the largest districts. */
        THOROUGH(300);

        private final Duration timeLimit;

        Profile(int seconds) {
            timeLimit = Duration.ofSeconds(seconds);
        }

        /** The time limit of plans that name none. */
        public Duration timeLimit() {
            return timeLimit;
        }
    }

    public SolveOptions {
        if (timeLimit.compareTo(SHORTEST) < 0 || timeLimit.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "The time limit (%s) is not in %s..%s.".formatted(timeLimit, SHORTEST, LONGEST));
        }
        if (!(gapTarget >= 0 && gapTarget <= 1)) {
            throw new IllegalArgumentException(
                    "The gap target (%s) is not in 0..1. Maybe it is meant in percent.".formatted(gapTarget));
        }
        if (stepLimit != null && stepLimit < 1) {
            throw new IllegalArgumentException("A search cannot end after %d steps.".formatted(stepLimit));
        }
    }

    /** Options of a search that starts from no earlier plan, and is not urgent. */
    public SolveOptions(Duration timeLimit, double gapTarget, long seed, @Nullable Long stepLimit, Profile profile) {
        this(timeLimit, gapTarget, seed, stepLimit, profile, null, QueuePlace.DEFAULT);
    }

    /** The same options with another time limit, which is raised to {@link #SHORTEST} where it is below. */
    public SolveOptions withTimeLimit(Duration limit) {
        return new SolveOptions(
                limit.compareTo(SHORTEST) < 0 ? SHORTEST : limit, gapTarget, seed, stepLimit, profile, from, place);
    }

    /** The same options of a search that starts from another plan, or from none. */
    public SolveOptions withFrom(@Nullable String plan) {
        return new SolveOptions(timeLimit, gapTarget, seed, stepLimit, profile, plan, place);
    }

    /** The options of a profile, without a gap target or a step limit. */
    public static SolveOptions of(Profile profile) {
        return new SolveOptions(profile.timeLimit(), 0, 0, null, profile);
    }
}
