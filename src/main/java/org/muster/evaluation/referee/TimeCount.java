package org.muster.evaluation.referee;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.muster.evaluation.Evaluation.Violation;
import org.muster.problem.Cadre;
import org.muster.problem.rules.DutyRules;
import org.muster.problem.rules.Rule;

/** The times of one cadre: rest between duties, minutes of a day, seats of a window. */
final class TimeCount {

    private TimeCount() {}

    static Count overlapAndRest(ResolvedSchedule resolvedSchedule) {
        return Count.of(
                resolvedSchedule.cadresOnDuty().stream().flatMap(cadre -> pairsTooClose(resolvedSchedule, cadre)));
    }

    static Count dayLimit(ResolvedSchedule resolvedSchedule) {
        return Count.of(resolvedSchedule.cadresOnDuty().stream().flatMap(cadre -> {
            var limit = resolvedSchedule
                    .findDutyRulesOf(cadre)
                    .map(DutyRules::maxMinutesPerDay)
                    .orElse(null);
            return limit == null
                    ? Stream.empty()
                    : Stream.concat(
                            datesTooLong(resolvedSchedule, cadre, limit),
                            servicesTooLong(resolvedSchedule, cadre, limit));
        }));
    }

    static Count oneSeat(ResolvedSchedule resolvedSchedule) {
        return Count.of(resolvedSchedule.cadresOnDuty().stream()
                .flatMap(cadre -> seatsBeyondTheFirst(resolvedSchedule.dutiesOf(cadre))));
    }

    private static int minRestOf(ResolvedSchedule resolvedSchedule, Cadre cadre) {
        return resolvedSchedule.findDutyRulesOf(cadre).map(DutyRules::minRest).orElse(0);
    }

    /**
     * A row of duties that counts as one: at one site, each at most an hour after the one before.
     *
     * @param first place of the first duty among those of the cadre in time
     * @param last place of the last one
     */
    private record Service(List<Duty> inTime, int first, int last) {

        static List<Service> of(List<Duty> inTime) {
            var services = new ArrayList<Service>();
            int first = 0;
            for (int place = 1; place <= inTime.size(); place++) {
                if (place == inTime.size() || !isContinued(inTime.get(place - 1), inTime.get(place))) {
                    services.add(new Service(inTime, first, place - 1));
                    first = place;
                }
            }
            return services;
        }

        private static boolean isContinued(Duty duty, Duty next) {
            long gap = next.start() - duty.end();
            return duty.isAtSiteOf(next) && gap >= 0 && gap <= DutyRules.BACK_TO_BACK_MINUTES;
        }

        Duty firstDuty() {
            return inTime.get(first);
        }

        Duty lastDuty() {
            return inTime.get(last);
        }

        /** Whether its duties count for several dates: those of one date are counted with the date. */
        boolean spansDates() {
            return !firstDuty().date().equals(lastDuty().date());
        }

        long minutes() {
            return inTime.subList(first, last + 1).stream()
                    .mapToLong(Duty::minutes)
                    .sum();
        }
    }

    /** Two duties of a cadre, by their places in time. */
    private record Pair(int earlier, int later) {}

    /** The rest missing between two services is put down to the duties next to it, together with their overlap. */
    private static Stream<Violation> pairsTooClose(ResolvedSchedule resolvedSchedule, Cadre cadre) {
        var inTime = resolvedSchedule.dutiesOf(cadre);
        var minutes = new TreeMap<Pair, Long>(comparingInt(Pair::earlier).thenComparingInt(Pair::later));
        addMissingRest(minutes, Service.of(inTime), minRestOf(resolvedSchedule, cadre));
        addOverlaps(minutes, inTime);
        return minutes.entrySet().stream()
                .map(pair -> Violations.ofPair(
                        Rule.OVERLAP_AND_REST,
                        pair.getValue(),
                        inTime.get(pair.getKey().earlier()),
                        inTime.get(pair.getKey().later())));
    }

    /** Looks at a pair only while the later service starts before the rest after the earlier one is over. */
    private static void addMissingRest(Map<Pair, Long> minutes, List<Service> services, int minRest) {
        for (int i = 0; i < services.size(); i++) {
            var earlier = services.get(i);
            long rested = earlier.lastDuty().end() + minRest;
            for (int j = i + 1; j < services.size(); j++) {
                var later = services.get(j);
                if (later.firstDuty().start() >= rested) {
                    break;
                }
                long rest = Math.max(
                        0, later.firstDuty().start() - earlier.lastDuty().end());
                minutes.merge(new Pair(earlier.last(), later.first()), minRest - rest, Long::sum);
            }
        }
    }

    /** Looks at a pair only while the later duty starts before the earlier one ends. */
    private static void addOverlaps(Map<Pair, Long> minutes, List<Duty> inTime) {
        for (int i = 0; i < inTime.size(); i++) {
            long end = inTime.get(i).end();
            for (int j = i + 1; j < inTime.size() && inTime.get(j).start() < end; j++) {
                long overlap =
                        Math.min(end, inTime.get(j).end()) - inTime.get(j).start();
                minutes.merge(new Pair(i, j), overlap, Long::sum);
            }
        }
    }

    private static Stream<Violation> datesTooLong(ResolvedSchedule resolvedSchedule, Cadre cadre, int limit) {
        TreeMap<LocalDate, Long> minutesByDate = resolvedSchedule.dutiesOf(cadre).stream()
                .collect(groupingBy(Duty::date, TreeMap::new, summingLong(Duty::minutes)));
        return minutesByDate.entrySet().stream()
                .map(day -> Violations.ofDate(Rule.DAY_LIMIT, day.getValue() - limit, cadre, day.getKey()));
    }

    private static Stream<Violation> servicesTooLong(ResolvedSchedule resolvedSchedule, Cadre cadre, int limit) {
        return Service.of(resolvedSchedule.dutiesOf(cadre)).stream()
                .filter(Service::spansDates)
                .map(service -> Violations.ofPair(
                        Rule.DAY_LIMIT, service.minutes() - limit, service.firstDuty(), service.lastDuty()));
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
