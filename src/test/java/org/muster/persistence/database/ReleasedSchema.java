package org.muster.persistence.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.muster.persistence.embedded.ExternalPostgres;

/**
 * A database as a released schema left it, with data in each of its tables.
 *
 * <p>The data are those of a service that was killed while it solved: a district with a published round, a plan that
 * ended, one under way, and one that waited. They were written by schema 8, and what newer ones have besides was added; an older
 * schema takes what it has tables and columns for.
 */
public final class ReleasedSchema {

    /** The newest schema that was released. It and the ones before it are never edited. */
    public static final int NEWEST = 10;

    /** Tables that are filled, those that others refer to first. */
    private static final List<String> TABLES = List.of(
            "plan",
            "plan_problem",
            "plan_schedule",
            "scheduled_tasks",
            "district",
            "item",
            "item_reference",
            "list_revision",
            "publication",
            "published_duty",
            "audit",
            "idempotency",
            "queue_account",
            "chores",
            "webhook",
            "webhook_delivery",
            "probe",
            "plan_change",
            "link_key",
            "plan_moment",
            "published_round",
            "withdrawn_duty");

    private final ExternalPostgres postgres;
    private final String database;
    private final int version;

    private ReleasedSchema(ExternalPostgres postgres, String database, int version) {
        this.postgres = postgres;
        this.database = database;
        this.version = version;
    }

    /** Makes a database of this server with the schema of a release, and fills it. */
    public static ReleasedSchema filled(ExternalPostgres postgres, int version) throws SQLException, IOException {
        var database = "released_" + version;
        postgres.createDatabase(database);
        var schema = new ReleasedSchema(postgres, database, version);
        schema.flyway().target(Integer.toString(version)).load().migrate();
        schema.fill();
        return schema;
    }

    /** The settings with which the service uses this database. */
    public List<String> settings() {
        return postgres.settings(database);
    }

    /** Migrates to the schema of this build. */
    void upgrade() {
        flyway().load().migrate();
    }

    /** The rows as JSON by table, of these columns alone. */
    Map<String, String> data(Map<String, List<String>> columns) throws SQLException {
        var data = new LinkedHashMap<String, String>();
        try (var connection = postgres.connect(database)) {
            for (var table : columns.entrySet()) {
                var list = String.join(", ", table.getValue());
                data.put(
                        table.getKey(),
                        text(
                                connection,
                                "select coalesce(json_agg(r order by r::text), '[]')::text from (select %s from %s) r"
                                        .formatted(list, table.getKey())));
            }
        }
        return data;
    }

    /** The columns of every table that was filled. */
    Map<String, List<String>> columns() throws SQLException {
        var columns = new LinkedHashMap<String, List<String>>();
        try (var connection = postgres.connect(database)) {
            for (var table : tables(connection)) {
                columns.put(
                        table, List.of(text(connection, """
                        select string_agg(quote_ident(column_name), ',' order by ordinal_position)
                        from information_schema.columns where table_name = '%s'""".formatted(table)).split(",")));
            }
        }
        return columns;
    }

    private FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(postgres.url(database), postgres.user(), postgres.password())
                .locations("classpath:db/migration");
    }

    private void fill() throws SQLException, IOException {
        var rows = rows();
        try (var connection = postgres.connect(database)) {
            for (var table : tables(connection)) {
                if (table.equals("link_key")) {
                    execute(connection, "delete from link_key"); // its migration makes one
                }
                try (var insert = connection.prepareStatement(
                        "insert into %s overriding system value select * from json_populate_recordset(null::%s, ?::json)"
                                .formatted(table, table))) {
                    insert.setString(1, rows.get(table).toString());
                    insert.executeUpdate();
                }
            }
            if (version < 4) {
                execute(connection, "update scheduled_tasks set task_name = 'solve' where task_name = 'turn'");
            }
        }
    }

    private List<String> tables(Connection connection) throws SQLException {
        var present =
                List.of(text(connection, "select string_agg(tablename, ',') from pg_tables where schemaname = 'public'")
                        .split(","));
        return TABLES.stream().filter(present::contains).toList();
    }

    private static JsonNode rows() throws IOException {
        try (var in = Objects.requireNonNull(
                ReleasedSchema.class.getResourceAsStream("/org/muster/persistence/released.json"))) {
            return new ObjectMapper().readTree(new String(in.readAllBytes(), UTF_8));
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
