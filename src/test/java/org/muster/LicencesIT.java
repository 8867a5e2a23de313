package org.muster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Whatever is packaged with the service stands in its bill of materials, and is named with its licence. */
class LicencesIT {

    private static final Path SERVICE =
            Path.of(System.getProperty("muster.runner")).resolveSibling("");

    /** Begins the names of jars that another machine would have others of. */
    private static final String OF_THIS_MACHINE = "native-";

    /** Its components by the names of their jars. */
    private static Map<String, JsonNode> bill() throws IOException {
        var ours = jarsIn(SERVICE.resolve("app")).getFirst();
        try (var jar = new ZipFile(ours.toFile());
                var bill = jar.getInputStream(jar.getEntry("META-INF/sbom/muster.cdx.json"))) {
            var components = new TreeMap<String, JsonNode>();
            for (var component : new ObjectMapper().readTree(bill).get("components")) {
                components.put(
                        "%s.%s-%s.jar"
                                .formatted(
                                        component.get("group").asText(),
                                        component.get("name").asText(),
                                        component.get("version").asText()),
                        component);
            }
            return components;
        }
    }

    private static List<Path> jarsIn(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    private static String licencesOf(JsonNode component) {
        var names = new ArrayList<String>();
        for (var entry : component.path("licenses")) {
            var licence = entry.path("license");
            names.add(
                    entry.has("expression")
                            ? entry.get("expression").asText()
                            : licence.path("id").asText(licence.path("name").asText()));
        }
        return String.join("; ", names);
    }

    @Test
    void everyJarIsInTheBillOfMaterialsAndNamedWithItsLicence() throws IOException {
        var bill = bill();
        var table = new LicenceTable("jars", "| group | licence | jars |\n| --- | --- | --- |\n");
        for (var jar : jarsIn(SERVICE.resolve("lib"))) {
            var component = Objects.requireNonNull(
                    bill.get(jar.getFileName().toString()), () -> jar + " is not in the bill of materials.");
            var licences = licencesOf(component);
            assertThat(licences).as("licences of (%s)", jar).isNotBlank();
            var name = component.get("name").asText();
            if (!name.startsWith(OF_THIS_MACHINE)) {
                table.add(component.get("group").asText(), name, licences);
            }
        }

        assertThat(table.documented())
                .as("the jars of the service in docs/dependencies.md; copy target/licences-jars.md")
                .isEqualTo(table.written())
                .contains("timefold-solver-core");
    }
}
