package org.muster.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** A packaged service that all browser tests of a run share. It is started for the first one and ended after the last. */
public final class SharedService implements AutoCloseable {

    private final Stage stage = new Stage();
    private final Path folder;
    private final ServiceProcess service;

    private SharedService() {
        try {
            folder = Files.createTempDirectory("muster-page-");
            service = stage.start(Launch.on(folder.resolve("postgres")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The service of this run, with nothing in its database. */
    public static ServiceProcess empty(ExtensionContext context) throws IOException {
        var shared = context.getRoot()
                .getStore(Namespace.create(SharedService.class))
                .computeIfAbsent(SharedService.class, key -> new SharedService(), SharedService.class);
        shared.clear();
        return shared.service;
    }

    private void clear() throws IOException {
        delete("/api/v1/districts/", identifiers("/api/v1/districts", "districts"));
        delete("/api/v1/plans/", identifiers("/api/v1/plans", "plans"));
    }

    private List<String> identifiers(String path, String list) throws IOException {
        return service.json(path)
                .get(list)
                .valueStream()
                .map(item -> item.get("id").asText())
                .toList();
    }

    private void delete(String path, List<String> identifiers) throws IOException {
        for (var identifier : identifiers) {
            assertThat(service.delete(path + identifier).statusCode()).isIn(204, 404);
        }
    }

    @Override
    public void close() throws IOException {
        stage.close();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(SharedService::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
