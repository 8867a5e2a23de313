package org.muster.registry.lists;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.district.DistrictList;
import org.muster.district.Item;
import org.muster.district.Reference;
import org.muster.persistence.districts.ItemStore;
import org.muster.problem.Identifier;
import org.muster.problem.faults.Fault;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.FaultList;

/** Checks that items refer to existing ones. */
@ApplicationScoped
class References {

    private final ItemStore items;

    References(ItemStore items) {
        this.items = items;
    }

    /** Reports references to nothing in the district. */
    void check(String district, List<Item> checked, List<String> pointers, FaultList faults) {
        Map<DistrictList, Set<String>> wanted = new EnumMap<>(DistrictList.class);
        for (var item : checked) {
            for (var reference : item.references()) {
                wanted.computeIfAbsent(reference.target(), list -> new HashSet<>())
                        .add(reference.id());
            }
        }
        wanted.forEach((list, ids) -> ids.removeAll(items.existing(district, list, ids)));
        for (int i = 0; i < checked.size(); i++) {
            for (var reference : checked.get(i).references()) {
                if (wanted.getOrDefault(reference.target(), Set.of()).contains(reference.id())) {
                    report(faults, pointers.get(i), reference);
                }
            }
        }
    }

    /** The site where a cadre is confined is personal data: faults do not echo it. */
    private static void report(FaultList faults, String pointer, Reference reference) {
        boolean isPersonal = reference.field().startsWith("confine");
        faults.add(
                () -> pointer + reference.pointer(),
                FaultCode.UNKNOWN_REFERENCE,
                Map.of(
                        "id",
                        isPersonal ? Fault.WITHHELD : Identifier.shown(reference.id()),
                        "list",
                        reference.target().field()));
    }
}
