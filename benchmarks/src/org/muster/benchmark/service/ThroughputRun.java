package org.muster.benchmark.service;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.muster.benchmark.Csv;

/**
 * What a number of workers did.
 *
 * @param wall from the first submission to the last end, as a caller sees it
 * @param workersCpu processor time of all workers together
 * @param apiCpu processor time of the process that answers callers
 * @param load of the machine when the run began
 */
record ThroughputRun(
        int workers, Duration wall, Duration workersCpu, Duration apiCpu, double load, List<SolvedPlan> plans) {
    static final String HEADER = "workers,plans,wallMillis,plansPerHour,workersCpuMillis,apiCpuMillis,load";

    ThroughputRun {
        plans = List.copyOf(plans);
    }

    double plansPerHour() {
        return plans.size() * 3_600_000.0 / wall.toMillis();
    }

    /** How many cores the workers kept busy. */
    double busyCores() {
        return (double) workersCpu.toMillis() / wall.toMillis();
    }

    String toCsv() {
        return Csv.line(
                workers,
                plans.size(),
                wall.toMillis(),
                String.format(Locale.ROOT, "%.1f", plansPerHour()),
                workersCpu.toMillis(),
                apiCpu.toMillis(),
                String.format(Locale.ROOT, "%.2f", load));
    }
}
