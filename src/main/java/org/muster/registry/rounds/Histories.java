package org.muster.registry.rounds;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.muster.district.District;
import org.muster.district.DistrictData;
import org.muster.district.history.PublishedDuty;
import org.muster.district.history.UsedUp;
import org.muster.district.rounds.History;
import org.muster.district.rounds.RoundProblem;
import org.muster.persistence.publications.PublishedDutyStore;
import org.muster.problem.Window;

/** Reads what was published of a district, as far as the problem of some of its rounds needs it. */
@ApplicationScoped
class Histories {

    private final PublishedDutyStore duties;

    Histories(PublishedDutyStore duties) {
        this.duties = duties;
    }

    /**
     * The history that the problem of some rounds needs.
     *
     * @param windows of the rounds, at least one
     * @param fairnessFrom duty minutes of rounds from this date on count as load
     * @param rounds the date of each
     */
    History of(DistrictData data, List<Window> windows, LocalDate fairnessFrom, Map<String, LocalDate> rounds) {
        var district = data.district();
        var start = RoundProblem.startOf(windows);
        var end = RoundProblem.endOf(windows);
        int near = RoundProblem.nearDays(data);
        return new History(
                duties.served(district.id(), start, fairnessFrom, rounds),
                usedUp(district, windows.stream().map(Window::date).toList(), rounds),
                duties.duties(district.id(), start.minusDays(near), end.plusDays(near)));
    }

    /**
     * What duties of other rounds have used up of duty rules: those within the fairness period before the first day or
     * after the last, and between.
     *
     * @param days at least one
     * @param rounds those that do not count, with their dates
     */
    Map<String, UsedUp> usedUp(District district, Collection<LocalDate> days, Map<String, LocalDate> rounds) {
        var first = days.stream().min(Comparator.naturalOrder()).orElseThrow();
        var last = days.stream().max(Comparator.naturalOrder()).orElseThrow();
        return duties.usedUp(
                district.id(),
                first.minusDays(district.fairnessDays()),
                last.plusDays(district.fairnessDays()),
                rounds);
    }

    /**
     * Published duties of other rounds that are so near to some duties that rest or runs of days reach from one to the
     * other.
     *
     * @param some at least one
     * @param rounds those that are not asked for, with their dates
     */
    List<PublishedDuty> near(DistrictData data, List<PublishedDuty> some, Map<String, LocalDate> rounds) {
        var first = some.stream()
                .map(PublishedDuty::start)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var last = some.stream()
                .map(PublishedDuty::end)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        int near = RoundProblem.nearDays(data);
        return duties.duties(data.district().id(), first.minusDays(near), last.plusDays(near)).stream()
                .filter(duty -> !duty.date().equals(rounds.get(duty.round())))
                .toList();
    }
}
