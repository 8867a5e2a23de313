package org.muster.rest.handout;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.harness.Submissions;
import org.muster.problem.Problem;
import org.muster.problem.ProblemFixture;
import org.muster.rest.http.PlanClient;

@QuarkusTest
class DeploymentResourceTest {

    private String plan = "";

    /** Yang can serve at one of two places at the same time; Li, who served before, is not asked. */
    private static Problem problem() {
        return new ProblemFixture()
                .unit("bank", 4, "0.25")
                .demand("gate MON 07-13", 2, 2, 2)
                .cadre("yang bank")
                .cadre("li bank", li -> li.minutesServed(600).roundsServed(1))
                .problem();
    }

    @BeforeEach
    void solve() {
        plan = PlanClient.solved(Submissions.of("deployed", problem(), 1));
    }

    private String deployment() {
        return "/api/v1/plans/" + plan + "/deployment";
    }

    @Test
    void figuresAreToldAsJson() {
        when().get(deployment())
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .header("Cache-Control", "no-store")
                .body("plan", equalTo(plan))
                .body("everybody.deployed", equalTo(1))
                .body("own.staff", equalTo(4))
                .body("own.share", equalTo(0.25f))
                .body("own.levels.DISTRICT", equalTo(1))
                .body("own.levels.CITY", equalTo(0))
                .body("own.rounds", hasSize(1))
                .body("units", hasSize(1))
                .body("units[0].level", equalTo("DISTRICT"))
                .body("units[0].people.share", equalTo(0.25f))
                .body("cadres", hasSize(2))
                .body("cadres.find { it.cadre == 'yang' }.minutesAfter", equalTo(360))
                .body("cadres.find { it.cadre == 'li' }.minutesAfter", equalTo(600))
                .body("minutesBefore.most", equalTo(600))
                .body("minutesBefore.gini", equalTo(0.5f))
                .body("minutesAfter.mean", equalTo(480f))
                .body("unfilled", hasSize(1))
                .body("unfilled[0].site", equalTo("gate"))
                .body("unfilled[0].posts[0].missing", equalTo(1));
    }

    @Test
    void unitsAreATable() {
        given().accept("text/csv")
                .when()
                .get(deployment())
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", startsWith("attachment; filename=\"deployment-units-"))
                .body(containsString("UNIT,bank,bank,DISTRICT,,,4,2,1,0.2500,0,1,0,0"));
    }

    @Test
    void cadresAreATable() {
        given().accept("text/csv")
                .when()
                .get(deployment() + "?table=cadres")
                .then()
                .statusCode(200)
                .header("Content-Disposition", startsWith("attachment; filename=\"deployment-cadres-"))
                .body(containsString("yang,,bank,bank,DISTRICT,1,360,1,0,0,360,1"));
    }

    @Test
    void thereIsNoOtherTable() {
        for (String accepted : new String[] {"text/csv", "application/json"}) {
            given().accept(accepted)
                    .when()
                    .get(deployment() + "?table=sites")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("code", equalTo("bad-parameter"))
                    .body("detail", containsString("units, cadres"));
        }
    }

    @Test
    void aPlanThatIsNotThereHasNone() {
        when().get("/api/v1/plans/nowhere/deployment")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("errors", nullValue());
    }
}
