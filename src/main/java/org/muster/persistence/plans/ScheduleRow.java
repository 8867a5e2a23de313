package org.muster.persistence.plans;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.muster.evaluation.Evaluation;
import org.muster.persistence.database.StoredJson;
import org.muster.schedule.Schedule;

@Entity
@Table(name = "plan_schedule")
public class ScheduleRow {
    @Id
    UUID plan;

    @Column(nullable = false)
    byte[] schedule;

    @Column(nullable = false)
    byte[] evaluation;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    public ScheduleRow() {}

    public ScheduleRow(UUID plan, BestSchedule best) {
        this.plan = plan;
        this.schedule = StoredJson.write(best.schedule());
        this.evaluation = StoredJson.write(best.evaluation());
    }

    BestSchedule toBest() {
        return new BestSchedule(
                StoredJson.read(schedule, Schedule.class), StoredJson.read(evaluation, Evaluation.class));
    }
}
