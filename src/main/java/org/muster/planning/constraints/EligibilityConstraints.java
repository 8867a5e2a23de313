package org.muster.planning.constraints;

import static org.muster.planning.model.RuleWeights.constraintId;
import static org.muster.planning.model.RuleWeights.weightOf;
import static org.muster.problem.rules.Rule.AGE;
import static org.muster.problem.rules.Rule.AVAILABILITY;
import static org.muster.problem.rules.Rule.CARE;
import static org.muster.problem.rules.Rule.CONFINEMENT;
import static org.muster.problem.rules.Rule.SERVICE;
import static org.muster.problem.rules.Rule.SKILL;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintStream;
import java.time.LocalDate;
import java.time.Period;
import java.util.function.Predicate;
import org.muster.planning.model.Seat;
import org.muster.problem.Availability;
import org.muster.problem.Site;
import org.muster.problem.rules.Rule;

/** Rules about a cadre and one duty alone. Each duty that breaks a rule counts one. */
final class EligibilityConstraints {

    private EligibilityConstraints() {}

    /** The cadre holds, on the day of the duty, one of the skills that the post asks for and all it insists on. */
    static Constraint skill(ConstraintFactory factory) {
        return broken(factory, SKILL, EligibilityConstraints::lacksSkill);
    }

    /** No unavailable interval of the cadre overlaps the duty. */
    static Constraint availability(ConstraintFactory factory) {
        return broken(factory, AVAILABILITY, EligibilityConstraints::isUnavailable);
    }

    /** The duty starts on or before the cadre's last service day. */
    static Constraint service(ConstraintFactory factory) {
        return broken(factory, SERVICE, EligibilityConstraints::hasLeftService);
    }

    /** On the round's date the cadre is as old as the post asks. A cadre without a known birth date passes. */
    static Constraint age(ConstraintFactory factory) {
        return broken(factory, AGE, EligibilityConstraints::isOfWrongAge);
    }

    /** The post has nothing that the cadre must be spared. */
    static Constraint care(ConstraintFactory factory) {
        return broken(factory, CARE, EligibilityConstraints::mustBeSpared);
    }

    /** Confined cadres serve where they are; sites that admit only residents take no outsiders. */
    static Constraint confinement(ConstraintFactory factory) {
        return broken(factory, CONFINEMENT, EligibilityConstraints::isNotAdmitted);
    }

    private static Constraint broken(ConstraintFactory factory, Rule rule, Predicate<Seat> isBroken) {
        return unsuitable(factory).filter(isBroken).penalize(weightOf(rule)).asConstraint(constraintId(rule));
    }

    /** Nearly all duties of a search are suitable: a lookup in a prepared table spares them the six rules. */
    private static UniConstraintStream<Seat> unsuitable(ConstraintFactory factory) {
        return factory.forEach(Seat.class).filter(EligibilityConstraints::isUnsuitable);
    }

    private static boolean isUnsuitable(Seat seat) {
        return !seat.cadre().mayServe(seat.demand());
    }

    private static boolean lacksSkill(Seat seat) {
        var cadre = seat.cadre().cadre();
        var post = seat.demand().post();
        LocalDate date = seat.demand().date();
        boolean holdsOne =
                post.skillsAnyOf().isEmpty() || post.skillsAnyOf().stream().anyMatch(skill -> cadre.holds(skill, date));
        return !holdsOne || !post.skillsAllOf().stream().allMatch(skill -> cadre.holds(skill, date));
    }

    private static boolean isUnavailable(Seat seat) {
        return seat.cadre().cadre().availability().stream()
                .anyMatch(interval -> interval.kind() == Availability.Kind.UNAVAILABLE
                        && seat.demand().isOverlappedBy(interval));
    }

    private static boolean hasLeftService(Seat seat) {
        var lastDay = seat.cadre().cadre().lastServiceDay();
        return lastDay != null && seat.demand().date().isAfter(lastDay);
    }

    private static boolean isOfWrongAge(Seat seat) {
        var birthDate = seat.cadre().cadre().birthDate();
        if (birthDate == null) {
            return false;
        }
        var post = seat.demand().post();
        int age = Period.between(birthDate, seat.demand().roundDate()).getYears();
        return (post.minAge() != null && age < post.minAge()) || (post.maxAge() != null && age > post.maxAge());
    }

    private static boolean mustBeSpared(Seat seat) {
        var avoided = seat.cadre().cadre().avoidTags();
        return seat.demand().post().tags().stream().anyMatch(avoided::contains);
    }

    private static boolean isNotAdmitted(Seat seat) {
        var confinedTo = seat.cadre().cadre().confinedTo();
        var place = seat.demand().place();
        return confinedTo == null ? place.admits() == Site.Admits.RESIDENTS : !confinedTo.equals(place.id());
    }
}
