package org.muster.evaluation.referee;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.muster.problem.Availability.Kind.UNAVAILABLE;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.muster.problem.Availability;
import org.muster.problem.Cadre;
import org.muster.problem.HeldSkill;

/** Goals about single cadres: their travel, their preferences, their load. */
final class GoalCount {
    private static final int MINUTES_PER_HOUR = 60;
    /** Duty minutes of a date from which on it is a long day. */
    private static final int LONG_DAY = 480;

    private GoalCount() {}

    static Count travel(ResolvedSchedule resolvedSchedule) {
        var travel = resolvedSchedule.problem().travel();
        return sumOverDuties(resolvedSchedule, duty -> travel.minutes(duty.cadre(), duty.site()));
    }

    static Count home(ResolvedSchedule resolvedSchedule) {
        return dutiesWhere(
                resolvedSchedule,
                duty -> !duty.subdistrict()
                        .equals(resolvedSchedule.subdistrictOf(duty.cadre().homeCommunity())));
    }

    static Count unitPairing(ResolvedSchedule resolvedSchedule) {
        return dutiesWhere(
                resolvedSchedule, duty -> !resolvedSchedule.unitOf(duty.cadre()).isPairedWith(duty.subdistrict()));
    }

    static Count scarceSkill(ResolvedSchedule resolvedSchedule) {
        return dutiesWhere(resolvedSchedule, duty -> isWasted(duty, scarceSkillsOf(resolvedSchedule, duty)));
    }

    private static List<String> scarceSkillsOf(ResolvedSchedule resolvedSchedule, Duty duty) {
        return duty.cadre().skills().stream()
                .filter(held -> held.isHeldOn(duty.date()))
                .map(HeldSkill::skill)
                .filter(skill -> resolvedSchedule.skill(skill).scarce())
                .toList();
    }

    private static boolean isWasted(Duty duty, List<String> scarceSkills) {
        return !scarceSkills.isEmpty()
                && scarceSkills.stream().noneMatch(skill -> duty.post().asksFor(skill));
    }

    static Count preference(ResolvedSchedule resolvedSchedule) {
        return sumOverDuties(
                resolvedSchedule,
                duty -> duty.cadre().availability().stream()
                        .filter(interval -> interval.kind() != UNAVAILABLE)
                        .filter(interval -> EligibilityCount.concerns(resolvedSchedule.problem(), interval, duty))
                        .mapToLong(GoalCount::displeasure)
                        .sum());
    }

    private static long displeasure(Availability interval) {
        return switch (interval.kind()) {
            case UNAVAILABLE -> 0;
            case UNDESIRED -> interval.weight();
            case DESIRED -> -interval.weight();
        };
    }

    static Count sameSite(ResolvedSchedule resolvedSchedule) {
        return Count.of(resolvedSchedule.cadresOnDuty().stream()
                .mapToLong(cadre -> changesOfSite(cadre.lastSite(), resolvedSchedule.dutiesOf(cadre)))
                .sum());
    }

    private static long changesOfSite(@Nullable String lastSite, List<Duty> inTime) {
        long changes = 0;
        var before = lastSite;
        for (var duty : inTime) {
            var site = duty.site().id();
            if (before != null && !before.equals(site)) {
                changes++;
            }
            before = site;
        }
        return changes;
    }

    static Count fairness(ResolvedSchedule resolvedSchedule) {
        int least = resolvedSchedule.problem().cadres().stream()
                .mapToInt(Cadre::minutesServed)
                .min()
                .orElse(0);
        return Count.of(resolvedSchedule.cadresOnDuty().stream()
                .mapToLong(cadre -> {
                    long before = hours(cadre.minutesServed() - least);
                    long more = resolvedSchedule.dutiesOf(cadre).stream()
                            .mapToLong(duty -> hours(duty.minutes()))
                            .sum();
                    return (before + more) * (before + more) - before * before;
                })
                .sum());
    }

    static Count longDay(ResolvedSchedule resolvedSchedule) {
        return Count.of(resolvedSchedule.cadresOnDuty().stream()
                .flatMap(
                        cadre -> resolvedSchedule.dutiesOf(cadre).stream()
                                .collect(groupingBy(Duty::date, summingInt(Duty::minutes)))
                                .values()
                                .stream())
                .mapToLong(minutes -> hours(Math.max(0, minutes - LONG_DAY)))
                .map(hours -> hours * hours)
                .sum());
    }

    /** Whole hours, rounded up. */
    private static long hours(int minutes) {
        return Math.ceilDiv(minutes, MINUTES_PER_HOUR);
    }

    private static Count dutiesWhere(ResolvedSchedule resolvedSchedule, Predicate<Duty> counts) {
        return Count.of(resolvedSchedule.duties().stream().filter(counts).count());
    }

    private static Count sumOverDuties(ResolvedSchedule resolvedSchedule, ToLongFunction<Duty> quantity) {
        return Count.of(resolvedSchedule.duties().stream().mapToLong(quantity).sum());
    }
}
