package org.muster.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "plan_problem")
class ProblemRow {
    @Id
    UUID plan;

    @Column(nullable = false)
    byte[] json;

    byte @Nullable [] start;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    ProblemRow() {}

    ProblemRow(NewPlan plan) {
        this.plan = plan.id();
        this.json = plan.gzippedProblem();
        this.start = plan.start() == null ? null : StoredJson.write(plan.start());
    }
}
