package org.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.harness.Launch;
import org.muster.harness.Stage;
import org.muster.persistence.database.ReleasedSchema;

/** A new release starts on the database of an old one whose process was killed, and goes on with its work. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class UpgradeIT {

    private static final String ENDED = "7d015ed3-7540-4aac-a13a-479df1cd277e";
    private static final String UNDER_WAY = "7d06d887-d252-4880-9711-5abb9e1135bb";
    private static final String WAITING = "a5d18f64-c5bc-4349-b3f0-c59fd99c40ef";

    @RegisterExtension
    private final Stage stage = new Stage();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, ReleasedSchema.NEWEST})
    void endsWhatWasAcceptedBefore(int version) throws Exception {
        var service = stage.start(Launch.on(ReleasedSchema.filled(stage.postgres(folder), version)));

        assertThat(service.awaitEnd(UNDER_WAY).path("status").asText()).isEqualTo("SOLVED");
        assertThat(service.awaitEnd(WAITING).path("status").asText()).isEqualTo("SOLVED");
        var ended = service.plan(ENDED);
        assertThat(ended.at("/score/soft").asLong()).isEqualTo(-256);
        assertThat(service.json("/api/v1/plans/" + ENDED + "/schedule").path("assignments"))
                .hasSize(3);
    }

    @Test
    void readsTheListsOfADistrict() throws Exception {
        var service = stage.start(Launch.on(ReleasedSchema.filled(stage.postgres(folder), ReleasedSchema.NEWEST)));

        var cadres = service.json("/api/v1/districts/dongcheng/cadres");

        assertThat(cadres.findValuesAsText("id")).containsExactly("li", "wang", "yang", "zhao");
    }
}
