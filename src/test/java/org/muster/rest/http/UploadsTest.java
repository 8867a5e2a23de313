package org.muster.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muster.rest.errors.ApiException;
import org.muster.rest.errors.ErrorCode;

@Timeout(60)
class UploadsTest {

    private static final int MOST = 4;
    private static final int MOST_OF_ONE_ADDRESS = 3;
    private static final int LEAST_RATE = 1000;

    private final AtomicLong nanos = new AtomicLong();
    private final List<Uploads.Upload> begun = new ArrayList<>();

    /** What goes by between two looks at the clock. */
    private Duration step = Duration.ZERO;

    private final Uploads uploads = new Uploads(new Config(), () -> nanos.addAndGet(step.toNanos()));

    private static final class Config implements RequestConfig {
        @Override
        public int receivedAtOnce() {
            return MOST;
        }

        @Override
        public int receivedFromOneAddress() {
            return MOST_OF_ONE_ADDRESS;
        }

        @Override
        public int leastRate() {
            return LEAST_RATE;
        }

        @Override
        public Duration slowFor() {
            return Duration.ofSeconds(10);
        }

        @Override
        public int parsedAtOnce() {
            return 1;
        }

        @Override
        public int eventStreams() {
            return 1;
        }

        @Override
        public Duration longestEventStream() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Duration longestUpload() {
            return Duration.ofMinutes(2);
        }
    }

    /** A place that was given away interrupts whoever held it: here this very thread. */
    @AfterEach
    void forgetInterrupts() {
        begun.forEach(Uploads.Upload::close);
        assertThat(Thread.interrupted()).isFalse();
    }

    private Uploads.Upload begin(String address) throws InterruptedException {
        var upload = uploads.begin(address);
        begun.add(upload);
        return upload;
    }

    private void after(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static void assertTooSlow(Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.TOO_SLOW));
    }

    private void assertBusy(String address) {
        step = Duration.ofSeconds(1);
        assertThatThrownBy(() -> begin(address))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.BUSY));
        step = Duration.ZERO;
    }

    @Test
    void aBodyMayBeSlowForAWhile() throws InterruptedException {
        var upload = begin("a");
        after(Duration.ofSeconds(9));
        upload.received(1);
        after(Duration.ofSeconds(1));

        assertTooSlow(() -> upload.received(1));
    }

    @Test
    void aBodyAtTheLeastRateIsReceived() throws InterruptedException {
        var upload = begin("a");
        for (int second = 0; second < 60; second++) {
            after(Duration.ofSeconds(1));
            upload.received(LEAST_RATE + 10);
        }

        assertThatCode(upload::complete).doesNotThrowAnyException();
    }

    @Test
    void oneAddressDoesNotTakeAllPlaces() throws InterruptedException {
        for (int place = 0; place < MOST_OF_ONE_ADDRESS; place++) {
            begin("a").received(1_000_000);
        }

        assertBusy("a");
        assertThatCode(() -> begin("b")).doesNotThrowAnyException();
    }

    @Test
    void aPlaceThatIsGivenBackIsTaken() throws InterruptedException {
        for (int place = 0; place < MOST_OF_ONE_ADDRESS; place++) {
            begin("a").received(1_000_000);
        }
        begun.getFirst().close();

        assertThatCode(() -> begin("a")).doesNotThrowAnyException();
    }

    @Test
    void theSlowestGivesItsPlaceToTheNext() throws InterruptedException {
        var slow = begin("a");
        var slowest = begin("a");
        var fast = begin("a");
        slow.received(500);
        slowest.received(1);
        fast.received(1_000_000);
        after(Uploads.FIRST_LOOK);

        begin("a").received(1_000_000);

        assertThat(slowest.isDisplaced()).isTrue();
        assertThat(slow.isDisplaced()).isFalse();
        assertThat(fast.isDisplaced()).isFalse();
        assertTooSlow(() -> slowest.received(1));
        assertTooSlow(slowest::complete);
    }

    @Test
    void whoHasAllThatAnAddressMayHaveTakesNothingFromOthers() throws InterruptedException {
        var other = begin("b");
        for (int place = 0; place < MOST_OF_ONE_ADDRESS; place++) {
            begin("a").received(1_000_000);
        }
        after(Uploads.FIRST_LOOK.multipliedBy(2));

        assertBusy("a");
        assertThat(other.isDisplaced()).isFalse();
        begin("c");
        assertThat(other.isDisplaced()).isTrue();
    }

    @Test
    void aBodyThatIsCompleteKeepsItsPlace() throws InterruptedException {
        for (int place = 0; place < MOST_OF_ONE_ADDRESS; place++) {
            begin("a").complete();
        }
        after(Duration.ofMinutes(1));

        assertBusy("a");
        assertThat(begun).noneMatch(Uploads.Upload::isDisplaced);
    }
}
