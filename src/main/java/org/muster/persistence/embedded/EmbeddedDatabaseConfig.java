package org.muster.persistence.embedded;

import io.quarkus.runtime.ExecutionMode;
import io.quarkus.runtime.ExecutionModeManager;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Supplies the address of the embedded database where no JDBC URL is configured, and sees that it runs.
 *
 * <p>The configuration is built several times: at build time, for static initialisation, in the launcher of a test.
 * Only the one of the running service needs a database.
 */
public final class EmbeddedDatabaseConfig implements ConfigSourceFactory {

    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String DIRECTORY = "muster.database.directory";
    private static final String CACHE = "muster.database.cache";

    /** The value of {@code muster.database.directory} that asks for a directory which is deleted in the end. */
    private static final String TEMPORARY = "temporary";

    /** Above {@code application.properties} (250), below the environment (300). */
    private static final int ORDINAL = 275;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        if (ExecutionModeManager.getExecutionMode() != ExecutionMode.RUNTIME_INIT
                || find(context, URL).isPresent()) {
            return List.of();
        }
        var access = EmbeddedDatabaseLife.started(() -> open(context)).access();
        return List.of(new PropertiesConfigSource(
                Map.of(
                        URL,
                        access.url(),
                        "quarkus.datasource.username",
                        access.user(),
                        "quarkus.datasource.password",
                        access.password()),
                "embedded database",
                ORDINAL));
    }

    private static EmbeddedDatabase open(ConfigSourceContext context) {
        var cache = Path.of(find(context, CACHE).orElseGet(EmbeddedDatabaseConfig::cacheOfUser));
        var directory = find(context, DIRECTORY).orElse("data/postgres");
        try {
            return directory.equals(TEMPORARY)
                    ? EmbeddedDatabase.temporary(cache)
                    : EmbeddedDatabase.of(Path.of(directory), cache);
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL does not start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the embedded PostgreSQL was starting.", e);
        }
    }

    private static String cacheOfUser() {
        var configured = System.getenv("XDG_CACHE_HOME");
        var base = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return base.resolve("muster").toString();
    }

    private static Optional<String> find(ConfigSourceContext context, String name) {
        var value = context.getValue(name);
        return Optional.ofNullable(value == null ? null : value.getValue()).filter(text -> !text.isBlank());
    }
}
