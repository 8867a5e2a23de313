package org.muster.persistence.database;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muster.harness.ConfiguredServer;

/**
 * Gives every start of the service in a test a database of its own where a server is configured for the tests; else the
 * service starts its embedded one.
 */
public final class DatabaseOfTest implements QuarkusTestResourceLifecycleManager {

    private @Nullable String database;

    /** Says so for every test of the service. */
    @WithTestResource(value = DatabaseOfTest.class, scope = TestResourceScope.GLOBAL)
    static final class OfEveryTest {}

    @Override
    public Map<String, String> start() {
        return ConfiguredServer.find()
                .map(server -> {
                    var created = server.createDatabase();
                    database = created;
                    return server.settings(created);
                })
                .orElse(Map.of());
    }

    @Override
    public void stop() {
        var created = database;
        if (created != null) {
            ConfiguredServer.find().ifPresent(server -> server.dropDatabase(created));
            database = null;
        }
    }
}
