package org.muster.rest.http;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Things that go wrong with the database, done to it by a test and undone when it is closed. */
final class Faults implements AutoCloseable {

    private final DataSource dataSource;
    private final List<String> remedies = new ArrayList<>();

    Faults(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Lets the statements that write a table fail, as PostgreSQL does with this SQLSTATE. */
    void failWrites(String table, String condition, String state) throws SQLException {
        create(table, condition, state, "trigger broken before insert or update");
    }

    /** Lets the transactions that add to a table fail when they are committed. */
    void failCommits(String table, String condition, String state) throws SQLException {
        create(table, condition, state, "constraint trigger broken after insert");
    }

    private void create(String table, String condition, String state, String trigger) throws SQLException {
        remedies.add("drop trigger broken on " + table);
        remedies.add("drop function break_" + table);
        execute("""
                create function break_%s() returns trigger language plpgsql as $$
                begin raise exception 'broken by a test' using errcode = '%s'; end $$""".formatted(table, state));
        var deferred = trigger.startsWith("constraint") ? "deferrable initially deferred" : "";
        execute("create %s on %s %s for each row when (%s) execute function break_%s()"
                .formatted(trigger, table, deferred, condition, table));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        for (var remedy : remedies) {
            execute(remedy);
        }
        remedies.clear();
    }
}
