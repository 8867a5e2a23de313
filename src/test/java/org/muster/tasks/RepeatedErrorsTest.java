package org.muster.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RepeatedErrorsTest {

    private final RepeatedErrors filter = new RepeatedErrors();

    private boolean isSaid(String logger, String message, @Nullable Throwable thrown) {
        var record = new LogRecord(Level.SEVERE, message);
        record.setLoggerName(logger);
        record.setThrown(thrown);
        return filter.isLoggable(record);
    }

    private boolean isSaidOfAPoll(String cause) {
        return isSaid(
                "com.github.kagkarlsson.scheduler.RunUntilShutdown",
                "Unhandled exception. Will keep running.",
                new IllegalStateException(new IllegalArgumentException(cause)));
    }

    @Test
    void theSameIsSaidOnce() {
        assertThat(isSaidOfAPoll("no right")).isTrue();
        assertThat(isSaidOfAPoll("no right")).isFalse();
    }

    @Test
    void anotherCauseIsSaid() {
        isSaidOfAPoll("no right");

        assertThat(isSaidOfAPoll("no table")).isTrue();
    }

    @Test
    void whatWeSayOurselvesIsSaidAsOftenAsWeSayIt() {
        var logger = "org.muster.solving.SolveRunner";
        isSaid(logger, "again", null);

        assertThat(isSaid(logger, "again", null)).isTrue();
    }
}
