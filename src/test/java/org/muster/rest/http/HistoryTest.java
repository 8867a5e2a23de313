package org.muster.rest.http;

import static io.restassured.RestAssured.when;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.muster.solving.maintenance.DailyMaintenance;

@QuarkusTest
class HistoryTest {

    @Inject
    DataSource dataSource;

    @Inject
    Event<DailyMaintenance> night;

    private void age(String plan, int days) throws SQLException {
        try (var connection = dataSource.getConnection();
                var update = connection.prepareStatement(
                        "update plan set ended = ended - ? * interval '1 day' where id = ?")) {
            update.setInt(1, days);
            update.setObject(2, UUID.fromString(plan));
            update.executeUpdate();
        }
    }

    @Test
    void plansThatEndedLongAgoAreDeletedAtNightUnlessTheyWerePublished() throws SQLException {
        var district = DistrictClient.small();
        var published = district.solved("\"r1\"");
        district.post("plans/" + published + "/publication", "").statusCode(201);
        var old = district.solved("\"r1\"");
        var young = district.solved("\"r1\"");
        age(published, 100);
        age(old, 91);
        age(young, 89);

        night.fire(new DailyMaintenance());

        when().get("/api/v1/plans/" + old).then().statusCode(404);
        when().get("/api/v1/plans/" + young).then().statusCode(200);
        when().get("/api/v1/plans/" + published).then().statusCode(200);
    }
}
