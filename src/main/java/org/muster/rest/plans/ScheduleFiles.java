package org.muster.rest.plans;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.muster.formats.csv.ScheduleCsv;
import org.muster.formats.xlsx.ScheduleWorkbook;
import org.muster.persistence.plans.Plan;
import org.muster.persistence.plans.PlanStore;
import org.muster.persistence.plans.StoredProblem;
import org.muster.registry.lists.Phones;
import org.muster.rest.errors.ApiException;
import org.muster.schedule.Schedule;
import org.muster.solving.process.ProblemMemory;

/** Schedules as files: each is made in memory, where the problem has to be admitted first. */
@ApplicationScoped
class ScheduleFiles {
    private final PlanStore store;
    private final ProblemMemory memory;
    private final Phones phones;
    private final Clock clock;

    ScheduleFiles(PlanStore store, ProblemMemory memory, Phones phones, Clock clock) {
        this.store = store;
        this.memory = memory;
        this.phones = phones;
        this.clock = clock;
    }

    /** A line for each filled seat. */
    byte[] csv(UUID plan, Schedule schedule) throws IOException, InterruptedException {
        var problem = problemOf(plan);
        return memory.with(() -> ScheduleCsv.write(problem.read(), schedule));
    }

    /** A workbook for people, with the phones that the district has now. */
    byte[] workbook(Plan plan, Schedule schedule, Locale language) throws IOException, InterruptedException {
        var problem = problemOf(plan.id());
        var stands = plan.stands();
        var heading = new ScheduleWorkbook.Heading(
                plan.name(),
                stands == null ? clock.instant() : stands,
                plan.status().isFinal());
        // Into memory, some 3 MB for Haidian: a reader as slow as can be holds up no other request.
        var workbook = new ByteArrayOutputStream();
        memory.with(() -> {
            ScheduleWorkbook.write(problem.read(), schedule, heading, phones.of(plan), language, workbook);
            return workbook;
        });
        return workbook.toByteArray();
    }

    private StoredProblem problemOf(UUID plan) {
        return store.findProblem(plan).orElseThrow(() -> ApiException.noSuchPlan(plan));
    }
}
