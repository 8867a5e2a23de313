package org.muster.registry.lists;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.muster.district.Absence;
import org.muster.district.DistrictList;
import org.muster.district.Item;
import org.muster.district.StoredCadre;
import org.muster.district.requests.AbsenceReport;
import org.muster.persistence.districts.DistrictStore;
import org.muster.persistence.districts.ItemStore;
import org.muster.persistence.districts.StoredItem;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.FaultList;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;
import org.muster.registry.RegistryException.UnknownDistrict;
import org.muster.registry.RegistryException.UnknownItem;

/** Records illness, leave and return of cadres, without the caller having to read the cadre first. */
@ApplicationScoped
public class Absences {

    private final DistrictStore districts;
    private final Districts reader;
    private final ItemStore items;
    private final Snapshots snapshots;
    private final Lists lists;
    private final Clock clock;
    private final Limits limits;

    Absences(
            DistrictStore districts,
            Districts reader,
            ItemStore items,
            Snapshots snapshots,
            Lists lists,
            Clock clock,
            Limits limits) {
        this.districts = districts;
        this.reader = reader;
        this.items = items;
        this.snapshots = snapshots;
        this.lists = lists;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * Notes an absence, or its end.
     *
     * @return the cadre, as stored afterwards
     * @throws InvalidInputException when it would end before it starts, or the cadre has too many
     */
    @Transactional
    public StoredItem report(String district, AbsenceReport report) {
        var change = districts.lockForChange(district).orElseThrow(() -> new UnknownDistrict(district));
        var before = items.find(district, DistrictList.CADRES, report.cadre())
                .orElseThrow(() -> new UnknownItem(DistrictList.CADRES, report.cadre()));
        var cadre = (StoredCadre)
                snapshots.read(DistrictList.CADRES, List.of(before)).getFirst().value();
        var zone = reader.read(change).timeZone();
        var from = report.from() != null
                ? report.from()
                : LocalDateTime.now(clock.withZone(zone)).truncatedTo(ChronoUnit.MINUTES);
        var absences = report.kind() == null ? ended(cadre, from) : begun(cadre, report, report.kind(), from);
        return lists.put(change, Item.of(cadre.withAbsences(absences)), before);
    }

    private List<Absence> begun(StoredCadre cadre, AbsenceReport report, Absence.Kind kind, LocalDateTime from) {
        var faults = new FaultList(limits);
        var until = report.until();
        if (until != null && !until.isAfter(from)) {
            faults.add(
                    () -> "/until",
                    FaultCode.REVERSED_INTERVAL,
                    Map.of("start", from.toString(), "end", until.toString()));
        }
        int most = limits.availabilityPerCadre();
        if (cadre.absences().size() >= most) {
            faults.add(() -> "", FaultCode.TOO_MANY, Map.of("limit", Integer.toString(most)));
        }
        if (faults.count() > 0) {
            throw faults.asException();
        }
        var absences = new ArrayList<>(cadre.absences());
        absences.add(new Absence(kind, from, until));
        return absences;
    }

    /** Ends absences that cover the moment; open ones that would begin later are removed. */
    private static List<Absence> ended(StoredCadre cadre, LocalDateTime at) {
        return cadre.absences().stream()
                .filter(absence -> !absence.isOpen() || absence.from().isBefore(at))
                .map(absence -> absence.covers(at) ? new Absence(absence.kind(), absence.from(), at) : absence)
                .toList();
    }
}
