package org.muster.faults;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.muster.persistence.embedded.ExternalPostgres;

/** What the database itself notes of plans, whoever changes them. */
final class StatusChanges {

    private final ExternalPostgres postgres;

    private StatusChanges(ExternalPostgres postgres) {
        this.postgres = postgres;
    }

    /** Begins to take notes. The schema must be there. */
    static StatusChanges notedIn(ExternalPostgres postgres) throws SQLException {
        try (var connection = postgres.connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    create table status_change (plan uuid, status text, number bigint generated always as identity);
                    create function note_status_change() returns trigger language plpgsql as $$
                    begin
                        insert into status_change (plan, status) values (new.id, new.status);
                        return null;
                    end
                    $$;
                    create trigger status_change after update of status on plan for each row
                        when (old.status is distinct from new.status) execute function note_status_change()""");
        }
        return new StatusChanges(postgres);
    }

    /** The statuses of a plan, one after the other; the first one is not noted. */
    List<String> of(String plan) throws SQLException {
        try (var connection = postgres.connect();
                var query = connection.prepareStatement(
                        "select status from status_change where plan = ?::uuid order by number")) {
            query.setString(1, plan);
            var statuses = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    statuses.add(rows.getString(1));
                }
            }
            return statuses;
        }
    }

    /** How many rows there are of {@code table where condition}. */
    static long count(ExternalPostgres postgres, String rows) throws SQLException {
        try (var connection = postgres.connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from " + rows)) {
            result.next();
            return result.getLong(1);
        }
    }
}
