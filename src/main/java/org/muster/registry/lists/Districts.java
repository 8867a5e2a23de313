package org.muster.registry.lists;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.muster.district.District;
import org.muster.formats.json.requests.DistrictReader;
import org.muster.formats.json.requests.DistrictWriter;
import org.muster.persistence.districts.AuditEntry.Action;
import org.muster.persistence.districts.DistrictStore;
import org.muster.persistence.districts.StoredDistrict;
import org.muster.persistence.plans.PlanStore;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;
import org.muster.registry.AuditTrail;
import org.muster.registry.RegistryException.Stale;
import org.muster.registry.RegistryException.TakenIdentifier;
import org.muster.registry.RegistryException.UnknownDistrict;

/** Creates, changes and deletes districts; expected versions are those of {@link Lists}. */
@ApplicationScoped
public class Districts {

    private final DistrictStore store;
    private final PlanStore plans;
    private final AuditTrail audit;
    private final Clock clock;
    private final DistrictReader reader;
    private final DistrictWriter writer = new DistrictWriter();

    Districts(DistrictStore store, PlanStore plans, AuditTrail audit, Clock clock, Limits limits) {
        this.store = store;
        this.plans = plans;
        this.audit = audit;
        this.clock = clock;
        this.reader = new DistrictReader(limits);
    }

    /** The current state of the district. */
    public StoredDistrict get(String id) {
        return store.find(id).orElseThrow(() -> new UnknownDistrict(id));
    }

    /** What holds for all rounds of a stored district. */
    public District read(StoredDistrict stored) {
        try {
            return reader.read(bytes(stored.json()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Adds a district.
     *
     * @throws InvalidInputException when it has faults
     * @throws TakenIdentifier when there is one with its identifier
     */
    @Transactional
    public StoredDistrict create(InputStream json) throws IOException {
        var district = reader.read(json);
        var stored = store.add(district.id(), writer.write(district), clock.instant())
                .orElseThrow(() -> new TakenIdentifier(district.id()));
        audit.note(district.id(), stored.version(), Action.CREATED, List.of());
        return stored;
    }

    /** Replaces what holds for a district. */
    @Transactional
    public StoredDistrict replace(String id, InputStream json, OptionalLong expected) throws IOException {
        var current = lock(id);
        return put(current, reader.read(json), expected);
    }

    /** Changes some of what holds for a district, by a JSON Merge Patch. */
    @Transactional
    public StoredDistrict patch(String id, InputStream patch, OptionalLong expected) throws IOException {
        var current = lock(id);
        return put(current, reader.read(bytes(MergePatch.apply(current.json(), patch))), expected);
    }

    private StoredDistrict put(StoredDistrict current, District district, OptionalLong expected) {
        var json = writer.write(district);
        requireVersion(current, expected, json);
        if (!district.id().equals(current.id())) {
            throw InvalidInputException.of(
                    "/id", FaultCode.NOT_ALLOWED, Map.of("value", district.id(), "allowed", current.id()));
        }
        audit.note(current.id(), current.changes(), Action.CHANGED, JsonDifference.fields(current.json(), json));
        return store.replace(current.id(), json);
    }

    /** Deletes a district with its lists, publications and plans. The audit trail stays. */
    @Transactional
    public void delete(String id, OptionalLong expected) {
        var current = lock(id);
        requireVersion(current, expected, null);
        audit.note(id, current.changes(), Action.DELETED, List.of());
        plans.deleteOfDistrict(id);
        store.delete(id);
    }

    private static void requireVersion(StoredDistrict current, OptionalLong expected, @Nullable String rejected) {
        if (expected.isPresent() && expected.getAsLong() != current.version()) {
            throw new Stale(current.version(), current.json(), rejected);
        }
    }

    private StoredDistrict lock(String id) {
        return store.lockForChange(id).orElseThrow(() -> new UnknownDistrict(id));
    }

    private static InputStream bytes(String json) {
        return new ByteArrayInputStream(MergePatch.encoded(json));
    }
}
