package org.muster.evaluation.referee;

import static org.muster.problem.Availability.Kind.UNAVAILABLE;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.function.Predicate;
import org.muster.problem.Availability;
import org.muster.problem.Cadre;
import org.muster.problem.Post;
import org.muster.problem.Problem;
import org.muster.problem.Site;
import org.muster.problem.rules.Rule;

/** Eligibility: rules that one duty keeps or breaks, whatever other duties there are. */
final class EligibilityCount {

    private EligibilityCount() {}

    static Count skill(ResolvedSchedule resolvedSchedule) {
        return dutiesWhere(Rule.SKILL, resolvedSchedule, duty -> !isQualified(duty.cadre(), duty.post(), duty.date()));
    }

    static Count availability(ResolvedSchedule resolvedSchedule) {
        return dutiesWhere(
                Rule.AVAILABILITY, resolvedSchedule, duty -> isUnavailable(resolvedSchedule.problem(), duty));
    }

    static Count service(ResolvedSchedule resolvedSchedule) {
        return dutiesWhere(Rule.SERVICE, resolvedSchedule, EligibilityCount::isAfterLastServiceDay);
    }

    static Count age(ResolvedSchedule resolvedSchedule) {
        return dutiesWhere(
                Rule.AGE,
                resolvedSchedule,
                duty -> !isOfAge(duty.cadre(), duty.post(), duty.round().date()));
    }

    static Count care(ResolvedSchedule resolvedSchedule) {
        return dutiesWhere(
                Rule.CARE,
                resolvedSchedule,
                duty -> !Collections.disjoint(duty.post().tags(), duty.cadre().avoidTags()));
    }

    static Count confinement(ResolvedSchedule resolvedSchedule) {
        return dutiesWhere(Rule.CONFINEMENT, resolvedSchedule, duty -> !mayEnter(duty.cadre(), duty.site()));
    }

    private static Count dutiesWhere(Rule rule, ResolvedSchedule resolvedSchedule, Predicate<Duty> isBroken) {
        return Count.of(
                resolvedSchedule.duties().stream().filter(isBroken).map(duty -> Violations.ofDuty(rule, 1, duty)));
    }

    private static boolean isQualified(Cadre cadre, Post post, LocalDate date) {
        boolean holdsOne =
                post.skillsAnyOf().isEmpty() || post.skillsAnyOf().stream().anyMatch(skill -> cadre.holds(skill, date));
        return holdsOne && post.skillsAllOf().stream().allMatch(skill -> cadre.holds(skill, date));
    }

    private static boolean isUnavailable(Problem problem, Duty duty) {
        return duty.cadre().availability().stream()
                .anyMatch(interval -> interval.kind() == UNAVAILABLE && concerns(problem, interval, duty));
    }

    /** Whether an interval of the cadre overlaps the duty and speaks of windows of its kind. */
    static boolean concerns(Problem problem, Availability interval, Duty duty) {
        return interval.speaksOf(duty.window().kind())
                && problem.minuteOf(interval.start()) < duty.end()
                && duty.start() < problem.minuteOf(interval.end());
    }

    private static boolean isAfterLastServiceDay(Duty duty) {
        var lastDay = duty.cadre().lastServiceDay();
        return lastDay != null && duty.date().isAfter(lastDay);
    }

    private static boolean isOfAge(Cadre cadre, Post post, LocalDate date) {
        var birthDate = cadre.birthDate();
        if (birthDate == null) {
            return true;
        }
        int age = Period.between(birthDate, date).getYears();
        var minAge = post.minAge();
        var maxAge = post.maxAge();
        return (minAge == null || age >= minAge) && (maxAge == null || age <= maxAge);
    }

    private static boolean mayEnter(Cadre cadre, Site site) {
        boolean isConfinedHere = site.id().equals(cadre.confinedTo());
        return switch (site.admits()) {
            case ANYONE -> cadre.confinedTo() == null || isConfinedHere;
            case RESIDENTS -> isConfinedHere;
        };
    }
}
