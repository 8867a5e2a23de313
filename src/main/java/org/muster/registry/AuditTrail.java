package org.muster.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.district.DistrictList;
import org.muster.persistence.districts.AuditEntry;
import org.muster.persistence.districts.AuditEntry.Action;
import org.muster.persistence.districts.AuditStore;

/** Writes down what the {@link Caller} did. */
@ApplicationScoped
public class AuditTrail {

    private final AuditStore store;
    private final Caller caller;
    private final Clock clock;

    AuditTrail(AuditStore store, Caller caller, Clock clock) {
        this.store = store;
        this.caller = caller;
        this.clock = clock;
    }

    /** Notes something that was done to the district as a whole. */
    public void note(String district, long change, Action action, List<String> fields) {
        store.add(district, List.of(entry(change, action, null, null, fields)));
    }

    /** Notes something that was done to an item, or to a list where there is no item. */
    public void note(String district, long change, Action action, String list, @Nullable String item) {
        store.add(district, List.of(entry(change, action, list, item, List.of())));
    }

    /** Notes what was changed of an item. */
    public void note(String district, long change, Action action, String list, String item, List<String> fields) {
        store.add(district, List.of(entry(change, action, list, item, fields)));
    }

    /** Notes what a change did to a list. */
    public void note(String district, long change, DistrictList list, List<ItemDifference> differences) {
        var entries = new ArrayList<AuditEntry>();
        for (var difference : differences) {
            var action = switch (difference.kind()) {
                case ADDED -> Action.CREATED;
                case CHANGED -> Action.CHANGED;
                case REMOVED -> Action.DELETED;
            };
            entries.add(entry(change, action, list.field(), difference.id(), difference.fields()));
        }
        store.add(district, entries);
    }

    private AuditEntry entry(
            long change, Action action, @Nullable String list, @Nullable String item, List<String> fields) {
        return new AuditEntry(0, change, clock.instant(), caller.name(), action, list, item, fields);
    }
}
