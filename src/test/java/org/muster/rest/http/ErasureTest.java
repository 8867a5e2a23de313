package org.muster.rest.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.muster.rest.http.DistrictClient.body;
import static org.muster.rest.http.DistrictClient.cadre;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.muster.registry.Caller;
import org.muster.registry.privacy.Erasures;

@QuarkusTest
class ErasureTest {

    @Inject
    Erasures erasures;

    @Inject
    EntityManager entityManager;

    private static void keepForOneDay(DistrictClient district) {
        body("{\"retentionDays\": 1}")
                .header("If-Match", "*")
                .patch("/api/v1/districts/" + district.id())
                .then()
                .statusCode(200);
    }

    /** Lets a plan have ended long ago. */
    private void age(String plan) {
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery("update plan set ended = '2022-05-03T12:00:00Z' where id = :id")
                        .setParameter("id", UUID.fromString(plan))
                        .executeUpdate());
    }

    @Test
    void whoServedLongAgoIsForgottenButNotThatSheHasServed() {
        var district = DistrictClient.small();
        var plan = district.solved("\"r1\"");
        district.post("plans/" + plan + "/publication", "").statusCode(201);
        keepForOneDay(district);
        age(plan);

        int erased = erasures.deleteExpired(district.id());

        assertThat(erased).isEqualTo(3 + 4);
        district.get("duties?from=2022-05-03&to=2022-05-03")
                .body("cadre", hasSize(3))
                .body("cadre", everyItem(startsWith("erased-")));
        district.get("cadres/yang").body("roundsServed", equalTo(1));
        assertThat(when().get("/api/v1/plans/" + plan + "/problem").asString()).doesNotContain("yang", "李娜");
        assertThat(erasures.deleteExpired(district.id()))
                .as("nobody is left to forget")
                .isZero();
    }

    /** The way to work of the erased cadre is another, which changes the score: what was proven before is no longer true. */
    @Test
    void aPlanWithoutAPersonSaysWhatCanBeRecounted() {
        var district = DistrictClient.small();
        var plan = new HandClient(district.solved("\"r1\""));
        plan.plan().body("outcome", equalTo("OPTIMAL"));
        var before = plan.plan().extract().jsonPath().getMap("score");

        district.post("erasures", "{\"cadre\": \"yang\"}").statusCode(200);

        var counted = given().contentType("application/json")
                .body("{\"problem\": %s, \"schedule\": %s}"
                        .formatted(
                                plan.get("problem").extract().asString(),
                                plan.get("schedule").extract().asString()))
                .post("/api/v1/evaluations")
                .jsonPath();
        assertThat(counted.getMap("score")).isNotEqualTo(before);
        plan.plan()
                .body("score", equalTo(counted.getMap("score")))
                .body("bound", nullValue())
                .body("gap", nullValue())
                .body("outcome", equalTo("FEASIBLE"));
        assertThat(plan.get("evaluation").extract().jsonPath().getMap("")).isEqualTo(counted.getMap(""));
    }

    @Test
    void whoLeftLongAgoLeavesTheList() {
        var district = DistrictClient.small();
        district.post("cadres", cadre("old", "bank", "north", ", \"lastServiceDay\": \"2022-05-03\""))
                .statusCode(201);
        keepForOneDay(district);

        erasures.deleteExpired(district.id());

        district.get("cadres/old").statusCode(404);
        district.get("cadres").body("total", equalTo(4));
    }

    @Test
    void whatIsErasedByItsAgeIsErasedInTheNameOfTheService() {
        var district = DistrictClient.small();
        district.post("cadres", cadre("old", "bank", "north", ", \"lastServiceDay\": \"2022-05-03\""))
                .statusCode(201);
        var plan = district.solved("\"r1\"");
        district.post("plans/" + plan + "/publication", "").statusCode(201);
        keepForOneDay(district);

        assertThat(Caller.as("clerk", () -> erasures.deleteExpired(district.id())))
                .isEqualTo(3 + 1);

        // The district as a whole, the one who left, and the rounds served of the three others.
        district.get("audit?limit=5")
                .body("entries.action", contains("FORGOTTEN", "FORGOTTEN", "CHANGED", "CHANGED", "CHANGED"))
                .body("entries.actor", everyItem(equalTo("muster")));
    }

    @Test
    void aDistrictWithoutAPeriodForgetsNobody() {
        var district = DistrictClient.small();
        var plan = district.solved("\"r1\"");
        age(plan);

        assertThat(erasures.deleteExpired(district.id())).isZero();
    }

    @Test
    void aPlanUnderWayMustEndFirst() {
        var district = DistrictClient.small();
        String plan = district.post("plans", """
                        {"rounds": ["r1"], "options": {"timeLimit": "PT60S", "stepLimit": 1000000000000}}""").statusCode(202).extract().path("id");

        district.post("erasures", "{\"cadre\": \"yang\"}").statusCode(409).body("code", equalTo("conflict"));

        district.get("cadres/yang").statusCode(200);
        given().delete("/api/v1/plans/" + plan).then().statusCode(204);
    }

    @Test
    void theTrailCannotBeChanged() {
        var change = QuarkusTransaction.requiringNew();

        assertThat(catchThrowable(() -> change.run(() -> entityManager
                        .createNativeQuery("update audit set actor = 'nobody'")
                        .executeUpdate())))
                .hasStackTraceContaining("only added to");
    }
}
