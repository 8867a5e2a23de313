package org.muster.evaluation.referee;

import java.util.List;
import java.util.function.ToLongFunction;

/** Goals about teams: those who serve at one site in one window. */
final class TeamCount {
    private static final int SMALLEST_TEAM_WITH_NEWCOMERS = 2;
    private static final int HEADS_PER_EXPERIENCED = 5;

    private TeamCount() {}

    static Count units(ResolvedSchedule resolvedSchedule) {
        return sumOverTeams(resolvedSchedule, team -> unitsIn(team) - 1);
    }

    static Count experience(ResolvedSchedule resolvedSchedule) {
        return sumOverTeams(resolvedSchedule, TeamCount::missingExperience);
    }

    private static long unitsIn(List<Duty> team) {
        return team.stream().map(duty -> duty.cadre().unit()).distinct().count();
    }

    private static long missingExperience(List<Duty> team) {
        if (team.size() < SMALLEST_TEAM_WITH_NEWCOMERS) {
            return 0;
        }
        long experienced =
                team.stream().filter(duty -> duty.cadre().isExperienced()).count();
        return Math.max(0, Math.ceilDiv(team.size(), HEADS_PER_EXPERIENCED) - experienced);
    }

    private static Count sumOverTeams(ResolvedSchedule resolvedSchedule, ToLongFunction<List<Duty>> quantity) {
        return Count.of(resolvedSchedule.teams().stream().mapToLong(quantity).sum());
    }
}
