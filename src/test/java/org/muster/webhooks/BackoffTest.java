package org.muster.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Backoff backoff = new Backoff(List.of(MINUTE, HOUR), new Random(7));

    @Test
    void growsAndEnds() {
        for (int i = 0; i < 100; i++) {
            assertThat(backoff.after(1, null).orElseThrow()).isBetween(MINUTE, MINUTE.plusSeconds(12));
            assertThat(backoff.after(2, null).orElseThrow()).isBetween(HOUR, HOUR.plusMinutes(12));
        }
        assertThat(backoff.after(3, null)).isEmpty();
    }

    @Test
    void isSpread() {
        assertThat(backoff.after(1, null)).isNotEqualTo(backoff.after(1, null));
    }

    @Test
    void listensToTheReceiverWithinReason() {
        assertThat(backoff.after(1, Duration.ofMinutes(5))).contains(Duration.ofMinutes(5));
        assertThat(backoff.after(1, Duration.ofDays(400))).contains(Duration.ofDays(1));
        assertThat(backoff.after(1, Duration.ZERO).orElseThrow()).isGreaterThanOrEqualTo(MINUTE);
        assertThat(backoff.after(1, Duration.ofSeconds(-9)).orElseThrow()).isGreaterThanOrEqualTo(MINUTE);
        assertThat(backoff.after(3, Duration.ofMinutes(5))).as("no try is left").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    120                           | PT2M
                    0                             | PT0S
                    Tue, 03 May 2022 05:31:00 GMT | PT1M
                    soon                          | -
                    9999999999                    | -
                    -1                            | -
                    """)
    void readsWhatTheReceiverAsksFor(String header, @Nullable Duration pause) {
        assertThat(WebhookSender.retryAfter(header, Instant.parse("2022-05-03T05:30:00Z")))
                .isEqualTo(pause);
    }
}
