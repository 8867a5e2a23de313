package org.muster.problem;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.problem.rules.DutyRules;
import org.muster.problem.rules.Weights;

/**
 * A planning problem: the cadres, the demands for people by site and window, and the assignments fixed or published
 * already.
 *
 * <p>Identifiers are unique in their list and references point to something: {@link ProblemValidator} checks this
 * before a problem is used.
 *
 * @param timeZone the zone of all local times
 * @param horizon the days that duty rules look at; start dates of the first and the last window where none was given
 */
public record Problem(
        ZoneId timeZone,
        Horizon horizon,
        List<Community> communities,
        List<WorkUnit> units,
        List<Skill> skills,
        List<Post> posts,
        List<Site> sites,
        List<Round> rounds,
        List<Window> windows,
        List<Demand> demands,
        List<Cadre> cadres,
        List<DutyRules> dutyRules,
        List<StandingAssignment> assignments,
        Travel travel,
        Weights weights) {

    /** The default zone of problems that name none. */
    public static final ZoneId DEFAULT_TIME_ZONE = ZoneId.of("Asia/Shanghai");

    public Problem {
        communities = List.copyOf(communities);
        units = List.copyOf(units);
        skills = List.copyOf(skills);
        posts = List.copyOf(posts);
        sites = List.copyOf(sites);
        rounds = List.copyOf(rounds);
        windows = List.copyOf(windows);
        demands = List.copyOf(demands);
        cadres = List.copyOf(cadres);
        dutyRules = List.copyOf(dutyRules);
        assignments = List.copyOf(assignments);
    }

    /** Minutes since the epoch, so that durations are right across changes of the clock too. */
    public long minuteOf(LocalDateTime local) {
        return Math.floorDiv(local.atZone(timeZone).toEpochSecond(), 60L);
    }

    /** How long a duty in the window lasts, in elapsed minutes. */
    public int minutesOf(Window window) {
        return (int) (minuteOf(window.end()) - minuteOf(window.start()));
    }

    /** Starts a problem with empty lists, default travel and default weights. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the lists of a problem. */
    public static final class Builder {
        private ZoneId timeZone = DEFAULT_TIME_ZONE;
        private @Nullable Horizon horizon;
        private List<Community> communities = List.of();
        private List<WorkUnit> units = List.of();
        private List<Skill> skills = List.of();
        private List<Post> posts = List.of();
        private List<Site> sites = List.of();
        private List<Round> rounds = List.of();
        private List<Window> windows = List.of();
        private List<Demand> demands = List.of();
        private List<Cadre> cadres = List.of();
        private List<DutyRules> dutyRules = List.of();
        private List<StandingAssignment> assignments = List.of();
        private Travel travel = Travel.ByDistance.DEFAULT;
        private Weights weights = Weights.DEFAULT;

        private Builder() {}

        public Builder timeZone(ZoneId value) {
            timeZone = value;
            return this;
        }

        public Builder horizon(@Nullable Horizon value) {
            horizon = value;
            return this;
        }

        public Builder communities(List<Community> value) {
            communities = value;
            return this;
        }

        public Builder units(List<WorkUnit> value) {
            units = value;
            return this;
        }

        public Builder skills(List<Skill> value) {
            skills = value;
            return this;
        }

        public Builder posts(List<Post> value) {
            posts = value;
            return this;
        }

        public Builder sites(List<Site> value) {
            sites = value;
            return this;
        }

        public Builder rounds(List<Round> value) {
            rounds = value;
            return this;
        }

        public Builder windows(List<Window> value) {
            windows = value;
            return this;
        }

        public Builder demands(List<Demand> value) {
            demands = value;
            return this;
        }

        public Builder cadres(List<Cadre> value) {
            cadres = value;
            return this;
        }

        public Builder dutyRules(List<DutyRules> value) {
            dutyRules = value;
            return this;
        }

        public Builder assignments(List<StandingAssignment> value) {
            assignments = value;
            return this;
        }

        public Builder travel(Travel value) {
            travel = value;
            return this;
        }

        public Builder weights(Weights value) {
            weights = value;
            return this;
        }

        public Problem build() {
            return new Problem(
                    timeZone,
                    horizon != null ? horizon : horizonOfWindows(),
                    communities,
                    units,
                    skills,
                    posts,
                    sites,
                    rounds,
                    windows,
                    demands,
                    cadres,
                    dutyRules,
                    assignments,
                    travel,
                    weights);
        }

        /** Without a window no duty can be worked, and so which day the horizon is does not matter. */
        private Horizon horizonOfWindows() {
            var dates = windows.stream()
                    .map(Window::date)
                    .sorted(Comparator.naturalOrder())
                    .toList();
            return dates.isEmpty()
                    ? new Horizon(LocalDate.EPOCH, LocalDate.EPOCH)
                    : new Horizon(dates.getFirst(), dates.getLast());
        }
    }

    /** Starts a builder with the lists of this problem. */
    public Builder toBuilder() {
        return new Builder()
                .timeZone(timeZone)
                .horizon(horizon)
                .communities(communities)
                .units(units)
                .skills(skills)
                .posts(posts)
                .sites(sites)
                .rounds(rounds)
                .windows(windows)
                .demands(demands)
                .cadres(cadres)
                .dutyRules(dutyRules)
                .assignments(assignments)
                .travel(travel)
                .weights(weights);
    }
}
