package org.muster.persistence.districts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "district")
class DistrictRow {
    @Id
    String id;

    @Column(nullable = false)
    String body;

    long version;

    long changes;

    @Column(nullable = false)
    Instant created;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    DistrictRow() {}

    StoredDistrict toDistrict() {
        return new StoredDistrict(id, body, version, changes, created);
    }
}
