package org.muster.registry.handout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.muster.persistence.districts.DistrictStore;
import org.muster.persistence.districts.ItemStore;
import org.muster.persistence.districts.PersonalLinkStore;
import org.muster.persistence.plans.PlanStore;
import org.muster.registry.AuditTrail;
import org.muster.rest.http.DistrictClient;
import org.muster.solving.maintenance.DailyMaintenance;

/** How long links last, by clocks that jump. */
@QuarkusTest
class PersonalLinksTest {

    @Inject
    PersonalLinkStore store;

    @Inject
    DistrictStore districts;

    @Inject
    ItemStore items;

    @Inject
    AuditTrail audit;

    @Inject
    PlanStore plans;

    @Inject
    DataSource dataSource;

    @Inject
    Clock clock;

    private PersonalLinks after(Duration time) {
        return lasting(180, time);
    }

    private PersonalLinks lasting(int days, Duration time) {
        return new PersonalLinks(store, districts, items, audit, () -> days, Clock.offset(clock, time));
    }

    private String newLink() {
        var plan = UUID.fromString(DistrictClient.small().solved("\"r1\""));
        var made = after(Duration.ZERO).make(plans.find(plan).orElseThrow(), List.of("yang"));
        return Objects.requireNonNull(made.get("yang"));
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }

    private String columnOf(String link, String column) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(
                        "select %s from personal_link where hash = sha256(convert_to(?, 'UTF8'))".formatted(column))) {
            query.setString(1, link);
            try (var result = query.executeQuery()) {
                return result.next() ? result.getString(1) : "none";
            }
        }
    }

    @Test
    void endThatManyDaysAfterTheyWereMadeWhereTheyAreNotUsed() {
        var link = newLink();

        assertThat(after(days(181)).use(link)).isEmpty();
        assertThat(after(days(179)).use(link)).isPresent();
    }

    @Test
    void lastAsLongAsTheyAreUsed() {
        var link = newLink();

        for (int day = 100; day <= 500; day += 100) {
            assertThat(after(days(day)).use(link)).as("day %d", day).isPresent();
        }
        assertThat(after(days(681)).use(link)).isEmpty();
    }

    @Test
    void areWrittenOnceADayAtMost() throws SQLException {
        var link = newLink();
        after(days(10)).use(link);
        var written = columnOf(link, "xmin");

        after(days(10).plusHours(23)).use(link);
        assertThat(columnOf(link, "xmin")).isEqualTo(written);

        after(days(10).plusHours(25)).use(link);
        assertThat(columnOf(link, "xmin")).isNotEqualTo(written);
    }

    @Test
    void leaveTheDatabaseInTheNightAfterTheirEnd() throws SQLException {
        var link = newLink();
        var young = newLink();
        after(days(100)).use(young);

        after(days(181)).tidy(new DailyMaintenance());

        assertThat(columnOf(link, "cadre")).isEqualTo("none");
        assertThat(columnOf(young, "cadre")).isEqualTo("yang");
    }

    @Test
    void areStoredAsHashesAlone() throws SQLException {
        var link = newLink();

        assertThat(columnOf(link, "personal_link::text")).contains("yang").doesNotContain(link);
    }

    @Test
    void lastADayAtLeast() {
        assertThatIllegalStateException()
                .isThrownBy(() -> lasting(0, Duration.ZERO))
                .withMessageContaining("muster.links.days");
    }
}
