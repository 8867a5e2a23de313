package org.muster.evaluation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.muster.evaluation.Evaluation.Violation;
import org.muster.problem.Cadre;
import org.muster.problem.DutyRules;
import org.muster.problem.Rule;

/** The times of one cadre: rest between duties, minutes of a day, seats of a window. */
final class TimeCount {

    private TimeCount() {}

    static Count overlapAndRest(Attendance attendance) {
        return Count.of(attendance.cadresOnDuty().stream()
                .flatMap(cadre -> pairsTooClose(attendance.dutiesOf(cadre), minRestOf(attendance, cadre))));
    }

    static Count dayLimit(Attendance attendance) {
        return Count.of(attendance.cadresOnDuty().stream().flatMap(cadre -> daysTooLong(attendance, cadre)));
    }

    static Count oneSeat(Attendance attendance) {
        return Count.of(
                attendance.cadresOnDuty().stream().flatMap(cadre -> seatsBeyondTheFirst(attendance.dutiesOf(cadre))));
    }

    private static int minRestOf(Attendance attendance, Cadre cadre) {
        return attendance.findDutyRulesOf(cadre).map(DutyRules::minRest).orElse(0);
    }

    /** Looks at a pair only while the later duty starts before the rest after the earlier one is over. */
    private static Stream<Violation> pairsTooClose(List<Duty> inTime, int minRest) {
        var pairs = new ArrayList<Violation>();
        for (int i = 0; i < inTime.size(); i++) {
            var earlier = inTime.get(i);
            for (int j = i + 1; j < inTime.size() && inTime.get(j).start() - earlier.end() < minRest; j++) {
                var later = inTime.get(j);
                pairs.add(
                        Violations.ofPair(Rule.OVERLAP_AND_REST, missingRest(earlier, later, minRest), earlier, later));
            }
        }
        return pairs.stream();
    }

    private static long missingRest(Duty one, Duty other, int minRest) {
        long gap = Math.max(one.start(), other.start()) - Math.min(one.end(), other.end());
        boolean isOneLongDuty = one.isAtSiteOf(other) && gap >= 0 && gap <= DutyRules.BACK_TO_BACK_MINUTES;
        return isOneLongDuty ? 0 : Math.max(0, minRest - gap);
    }

    private static Stream<Violation> daysTooLong(Attendance attendance, Cadre cadre) {
        var limit = attendance
                .findDutyRulesOf(cadre)
                .map(DutyRules::maxMinutesPerDay)
                .orElse(null);
        if (limit == null) {
            return Stream.empty();
        }
        TreeMap<LocalDate, Long> minutesByDate = attendance.dutiesOf(cadre).stream()
                .collect(groupingBy(Duty::date, TreeMap::new, summingLong(Duty::minutes)));
        return minutesByDate.entrySet().stream()
                .map(day -> Violations.ofDate(Rule.DAY_LIMIT, day.getValue() - limit, cadre, day.getKey()));
    }

    private static Stream<Violation> seatsBeyondTheFirst(List<Duty> duties) {
        var firstSeats = new HashMap<String, Duty>();
        var places = new ArrayList<Violation>();
        for (var duty : duties) {
            var first = firstSeats.putIfAbsent(duty.window().id(), duty);
            if (first != null) {
                places.add(Violations.ofPair(Rule.ONE_SEAT, 1, first, duty));
            }
        }
        return places.stream();
    }
}
