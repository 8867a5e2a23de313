package org.muster.rest.explanations;

import java.util.Optional;
import java.util.stream.Collectors;
import org.muster.evaluation.explanation.Alternative;
import org.muster.rest.texts.TextView;
import org.muster.schedule.Assignment;

/** What could be done instead, in a sentence that a planner understands: who comes where, from where, for whom. */
final class AlternativeText {

    private AlternativeText() {}

    static TextView of(Alternative alternative) {
        return new TextView(
                alternative.given().stream()
                        .map(duty -> chinese(alternative, duty))
                        .collect(Collectors.joining("；", "", "。")),
                alternative.given().stream()
                        .map(duty -> english(alternative, duty))
                        .collect(Collectors.joining("; ", "", ".")));
    }

    private static String chinese(Alternative alternative, Assignment duty) {
        var coming = left(alternative, duty)
                .map(left -> "%s从%s调到%s".formatted(duty.cadre(), left, duty.demand()))
                .orElseGet(() -> "%s到%s上岗".formatted(duty.cadre(), duty.demand()));
        return replaced(alternative, duty)
                .map(replaced -> coming + "，接替" + replaced)
                .orElse(coming);
    }

    private static String english(Alternative alternative, Assignment duty) {
        var coming = left(alternative, duty)
                .map(left -> "%s goes from %s to %s".formatted(duty.cadre(), left, duty.demand()))
                .orElseGet(() -> "%s comes to %s".formatted(duty.cadre(), duty.demand()));
        return replaced(alternative, duty)
                .map(replaced -> coming + " in place of " + replaced)
                .orElse(coming);
    }

    /** The demand that the cadre leaves for the duty. */
    private static Optional<String> left(Alternative alternative, Assignment duty) {
        return alternative.ended().stream()
                .filter(ended -> ended.cadre().equals(duty.cadre()))
                .map(Assignment::demand)
                .findFirst();
    }

    /** Who was on the seat before. */
    private static Optional<String> replaced(Alternative alternative, Assignment duty) {
        return alternative.ended().stream()
                .filter(ended -> ended.demand().equals(duty.demand()))
                .map(Assignment::cadre)
                .findFirst();
    }
}
