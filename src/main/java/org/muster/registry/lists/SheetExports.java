package org.muster.registry.lists;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.muster.district.DistrictList;
import org.muster.formats.sheets.cells.SheetFormat;
import org.muster.formats.sheets.writing.SheetWriter;
import org.muster.persistence.districts.AuditEntry.Action;
import org.muster.persistence.districts.DistrictStore;
import org.muster.persistence.districts.ItemStore;
import org.muster.persistence.districts.StoredItem;
import org.muster.persistence.plans.Plan;
import org.muster.registry.AuditTrail;
import org.muster.registry.RegistryException.UnknownDistrict;

/** Writes lists as spreadsheets. Each export is recorded in the audit trail. */
@ApplicationScoped
public class SheetExports {

    private final DistrictStore districts;
    private final ItemStore items;
    private final AuditTrail audit;

    SheetExports(DistrictStore districts, ItemStore items, AuditTrail audit) {
        this.districts = districts;
        this.items = items;
        this.audit = audit;
    }

    /** Records that a caller exported a file of a plan, where the plan is one of a district. */
    @Transactional
    public void noteFileOf(Plan plan) {
        var origin = plan.origin();
        if (origin != null) {
            districts
                    .lockForChange(origin.district())
                    .ifPresent(change -> audit.note(
                            change.id(),
                            change.changes(),
                            Action.EXPORTED,
                            "plans",
                            plan.id().toString()));
        }
    }

    /** Records that a caller read the link of a cadre, where the plan is one of a district. */
    @Transactional
    public void noteLinkOf(Plan plan, String cadre) {
        var origin = plan.origin();
        if (origin != null) {
            audit.note(
                    origin.district(),
                    districts.numberOfReading(),
                    Action.EXPORTED,
                    DistrictList.CADRES.field(),
                    cadre,
                    List.of("link"));
        }
    }

    /** A whole list, phones included. */
    @Transactional
    public byte[] run(String district, DistrictList list, SheetFormat format, Locale language) throws IOException {
        var change = districts.lockForChange(district).orElseThrow(() -> new UnknownDistrict(district));
        audit.note(district, change.changes(), Action.EXPORTED, list.field(), null);
        var file = new ByteArrayOutputStream();
        new SheetWriter(list, format, language)
                .write(
                        items.all(district, list).values().stream()
                                .map(StoredItem::json)
                                .toList(),
                        file);
        return file.toByteArray();
    }
}
