package org.muster.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.persistence.embedded.ExternalPostgres;

/** Whoever has data of an earlier release keeps them. */
class ReleasedSchemaTest {

    private static ExternalPostgres postgres;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, InterruptedException {
        postgres = ExternalPostgres.configuredOrStartedIn(folder.resolve("postgres"));
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, ReleasedSchema.NEWEST})
    void keepsItsDataInANewerOne(int version) throws SQLException, IOException {
        var schema = ReleasedSchema.filled(postgres, version);
        var columns = schema.columns();
        var before = schema.data(columns);
        assertThat(before.values()).doesNotContain("[]");

        schema.upgrade();

        // V4 renames the tasks of plans. With V11 encrypted links end, and their key goes.
        for (var changed : List.of("scheduled_tasks", "link_key")) {
            columns.remove(changed);
            before.remove(changed);
        }
        assertThat(schema.data(columns)).isEqualTo(before);
    }

    /** A database that has run one of these refuses another one of the same number. */
    @ParameterizedTest
    @CsvSource({
        "V1__plans, 4c3df4521541036d0a4ee00d6e1b0de4a5b8b25e2155632f868d6222e215b1ff",
        "V2__districts, 5cf0fe16c857e26534fd5e38988b57b57378a47ba415f9268922085fce20046a",
        "V3__idempotency, 5e91e5132efa1766d9beb955b84a6a73037fdffa4240f545402936ee387feb66",
        "V4__turns, ba75ee9ef9307fc606b879ad8dd575894899f569a1eef7fa954e3915d7f1aeb8",
        "V5__webhooks, 9bd14d4dcd8eb2778c8dc3e0e1895392f0a67bd44c64622c4857b6ea9a776f76",
        "V6__probe, ac75a6404baef09a777db32bbe1d85c4edce7f1dd71d6672ebe01a3c88c5c7fb",
        "V7__hand, dbeec8d4612c57c1cd07a129af9661e55b249c822641d189526e9c3a5725db97",
        "V8__course, 17529998a68fef80381da103b7de62de4332bb17e6c49600e8c3533db31982cd",
        "V10__withdrawals, fb94eaf533754c8c37db63e65a8a6f563fa4c4dfd13e901028f9a1681cb6400d"
    })
    void isNeverEdited(String migration, String sha256) throws IOException, NoSuchAlgorithmException {
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("/db/migration/" + migration + ".sql"))) {
            var digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());

            assertThat(HexFormat.of().formatHex(digest)).isEqualTo(sha256);
        }
    }
}
