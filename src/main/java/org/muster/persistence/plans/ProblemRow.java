package org.muster.persistence.plans;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.parts.MergedProblem;
import org.muster.persistence.database.StoredJson;

@Entity
@Table(name = "plan_problem")
public class ProblemRow {
    @Id
    UUID plan;

    @Column(nullable = false)
    byte[] json;

    byte @Nullable [] start;

    byte @Nullable [] sections;

    byte @Nullable [] relaxed;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    public ProblemRow() {}

    public ProblemRow(NewPlan plan) {
        this.plan = plan.id();
        this.json = plan.gzippedProblem();
        this.start = plan.start() == null ? null : StoredJson.write(plan.start());
        this.sections = plan.sections().isEmpty() ? null : StoredJson.write(new Sections(plan.sections()));
        this.relaxed = plan.gzippedRelaxation();
    }

    /** The sections as they lie in the database. */
    record Sections(List<MergedProblem.Section> sections) {}

    List<MergedProblem.Section> sections() {
        return sections == null
                ? List.of()
                : StoredJson.read(sections, Sections.class).sections();
    }
}
