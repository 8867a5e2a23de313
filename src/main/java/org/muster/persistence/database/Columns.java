package org.muster.persistence.database;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;

/** Columns of native queries as values of ours; drivers and Hibernate disagree on what they are. */
public final class Columns {

    private Columns() {}

    public static LocalDate date(Object column) {
        return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
    }

    public static LocalDateTime time(Object column) {
        return column instanceof Timestamp stamp ? stamp.toLocalDateTime() : (LocalDateTime) column;
    }

    public static Instant instant(Object column) {
        return switch (column) {
            case Timestamp stamp -> stamp.toInstant();
            case OffsetDateTime time -> time.toInstant();
            default -> (Instant) column;
        };
    }
}
