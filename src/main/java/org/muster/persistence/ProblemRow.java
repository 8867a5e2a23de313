package org.muster.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "plan_problem")
class ProblemRow {
    @Id
    UUID plan;

    @Column(nullable = false)
    byte[] json;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    ProblemRow() {}

    ProblemRow(UUID plan, byte[] json) {
        this.plan = plan;
        this.json = json;
    }
}
