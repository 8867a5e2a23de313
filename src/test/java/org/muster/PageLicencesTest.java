package org.muster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Whatever is in the page that browsers load is named with its licence. */
class PageLicencesTest {

    private static final Path LOCK = Path.of("src", "main", "webui", "package-lock.json");
    private static final String FOLDER = "node_modules/";

    @Test
    void everyPackageOfThePageIsNamedWithItsLicence() throws IOException {
        var table = new LicenceTable("packages", "| scope | licence | packages |\n| --- | --- | --- |\n");
        for (var entry :
                new ObjectMapper().readTree(LOCK.toFile()).get("packages").properties()) {
            var found = entry.getValue();
            boolean isShipped = !entry.getKey().isEmpty()
                    && !found.path("dev").asBoolean()
                    && !found.path("optional").asBoolean()
                    && !found.path("devOptional").asBoolean();
            if (isShipped) {
                var name = entry.getKey().substring(entry.getKey().lastIndexOf(FOLDER) + FOLDER.length());
                int slash = name.indexOf('/');
                table.add(
                        slash < 0 ? "-" : name.substring(0, slash),
                        name.substring(slash + 1),
                        found.path("license").asText());
            }
        }

        assertThat(table.documented())
                .as("the packages of the page in docs/dependencies.md; copy target/licences-packages.md")
                .isEqualTo(table.written())
                .contains("react");
    }
}
