package org.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.faults.Plans.assertSolved;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muster.harness.Launch;
import org.muster.harness.ServiceProcess;
import org.muster.harness.Stage;
import org.muster.harness.Submissions;

/** One caller cannot starve another. */
@Tag("long")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class FairnessIT {

    private static final int FLOOD = 20;

    @RegisterExtension
    private final Stage stage = new Stage();

    @Test
    void aPlanOfAnotherAccountIsNextHoweverManyWaitBeforeIt(@TempDir Path folder) throws Exception {
        var postgres = stage.postgres(folder);
        var api = stage.start(Launch.on(postgres).api());
        stage.start(Launch.on(postgres).worker());
        var flood = new ArrayList<String>();
        for (int plan = 0; plan < FLOOD; plan++) {
            flood.add(api.submit(of("flood", 5)));
        }
        api.awaitStatus(flood.getFirst(), "SOLVING");

        var other = api.submit(of("other", 1));
        long begunBefore = flood.stream().filter(plan -> hasBegun(api, plan)).count();

        assertSolved(api.awaitEnd(other), 1);
        var begun = Instant.parse(api.plan(other).get("started").asText());
        assertThat(flood.stream()
                        .filter(plan -> hasBegun(api, plan))
                        .filter(plan -> startOf(api, plan).isBefore(begun))
                        .count())
                .as("plans of the flood that began before the other one")
                .isLessThanOrEqualTo(begunBefore + 1); // one may have been picked this very moment
    }

    /** Of the highest priority that a caller may ask for: it counts among the caller's own plans only. */
    private static String of(String account, int priority) {
        return Submissions.withOptions(
                account,
                Submissions.smallDistrict(),
                "\"account\": \"%s\", \"priority\": %d, \"timeLimit\": \"PT3S\", \"stepLimit\": %d"
                        .formatted(account, priority, Long.MAX_VALUE / 4));
    }

    private static boolean hasBegun(ServiceProcess api, String plan) {
        return get(api, plan).hasNonNull("started");
    }

    private static Instant startOf(ServiceProcess api, String plan) {
        return Instant.parse(get(api, plan).get("started").asText());
    }

    private static JsonNode get(ServiceProcess api, String plan) {
        try {
            return api.plan(plan);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
