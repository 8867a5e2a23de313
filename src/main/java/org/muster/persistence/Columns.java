package org.muster.persistence;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Map;

/** Columns of native queries as values of ours; drivers and Hibernate disagree on what they are. */
final class Columns {

    private static final JsonMapper JSON = new JsonMapper();

    private Columns() {}

    static LocalDate date(Object column) {
        return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
    }

    static LocalDateTime time(Object column) {
        return column instanceof Timestamp stamp ? stamp.toLocalDateTime() : (LocalDateTime) column;
    }

    static Instant instant(Object column) {
        return switch (column) {
            case Timestamp stamp -> stamp.toInstant();
            case OffsetDateTime time -> time.toInstant();
            default -> (Instant) column;
        };
    }

    /** Dates by the identifier of their round, as a JSON object. */
    static String json(Map<String, LocalDate> rounds) {
        var dates = JSON.createObjectNode();
        rounds.forEach((round, date) -> dates.put(round, date.toString()));
        return dates.toString();
    }
}
