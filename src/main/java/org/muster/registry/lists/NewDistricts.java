package org.muster.registry.lists;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.muster.district.District;
import org.muster.district.Item;
import org.muster.district.StoredCadre;
import org.muster.district.StoredSite;
import org.muster.formats.json.requests.DistrictWriter;
import org.muster.persistence.districts.AuditEntry.Action;
import org.muster.persistence.districts.DistrictStore;
import org.muster.persistence.districts.StoredDistrict;
import org.muster.problem.Problem;
import org.muster.problem.Travel;
import org.muster.registry.AuditTrail;
import org.muster.registry.RegistryException.TakenIdentifier;
import org.muster.registry.RegistryException.UnknownDistrict;

/** Makes a district that keeps all that a problem says. */
@ApplicationScoped
public class NewDistricts {

    private final DistrictStore districts;
    private final Lists lists;
    private final AuditTrail audit;
    private final Clock clock;

    NewDistricts(DistrictStore districts, Lists lists, AuditTrail audit, Clock clock) {
        this.districts = districts;
        this.lists = lists;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a district. Standing assignments and a travel table are left aside.
     *
     * @throws TakenIdentifier when there is one with the identifier
     */
    @Transactional
    public StoredDistrict make(String id, String name, Problem problem) {
        var travel = problem.travel() instanceof Travel.ByDistance distance ? distance : Travel.ByDistance.DEFAULT;
        var district = new District(
                id, name, problem.timeZone(), travel, problem.weights(), District.DEFAULT_FAIRNESS_DAYS, null);
        var made = districts
                .add(id, new DistrictWriter().write(district), clock.instant())
                .orElseThrow(() -> new TakenIdentifier(id));
        audit.note(id, made.version(), Action.CREATED, List.of());
        var change = districts.lockForChange(id).orElseThrow(() -> new UnknownDistrict(id));
        lists.add(change, itemsOf(problem));
        return made;
    }

    private static List<Item> itemsOf(Problem problem) {
        var items = new ArrayList<Item>();
        problem.communities().forEach(each -> items.add(Item.of(each)));
        problem.skills().forEach(each -> items.add(Item.of(each)));
        problem.posts().forEach(each -> items.add(Item.of(each)));
        problem.dutyRules().forEach(each -> items.add(Item.of(each)));
        problem.units().forEach(each -> items.add(Item.of(each)));
        problem.sites().forEach(each -> items.add(Item.of(new StoredSite(each, null))));
        problem.rounds().forEach(each -> items.add(Item.of(each)));
        problem.windows().forEach(each -> items.add(Item.of(each)));
        problem.demands().forEach(each -> items.add(Item.of(each)));
        problem.cadres().forEach(each -> items.add(Item.of(new StoredCadre(each, null, List.of(), List.of()))));
        return items;
    }
}
