package org.muster.rest.explanations;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.muster.harness.Submissions;
import org.muster.problem.Problem;
import org.muster.rest.http.PlanClient;

@QuarkusTest
class ExplanationResourceTest {

    private static String solved(Problem problem) {
        return PlanClient.solved(Submissions.of("explained", problem, 1));
    }

    private static String explanations(String plan) {
        return "/api/v1/plans/" + plan + "/explanations";
    }

    @Test
    void aShortageIsProvenInBothLanguages() {
        String id = solved(Submissions.shortStaffed());
        String demand = when().get("/api/v1/plans/" + id + "/schedule").path("unfilled[0].demand");

        when().get(explanations(id) + "/demands/{demand}", demand)
                .then()
                .statusCode(200)
                .body("demand", equalTo(demand))
                .body("missing", equalTo(1))
                .body("duties", hasSize(0))
                .body("cadres", equalTo(1))
                .body("shortage.demands", hasSize(2))
                .body("shortage.cadres", contains("yang"))
                .body("shortage.required", equalTo(2))
                .body("shortage.available", equalTo(1))
                .body("shortage.missing", equalTo(1))
                .body("shortage.text.en", containsString("2 heads are required by"))
                .body("shortage.text.zh", containsString("共需2人"));
    }

    @Test
    void aStaffedDemandTellsWhoIsThereAndWhatElseCouldBe() {
        String id = solved(Submissions.smallDistrict());
        var duty = when().get("/api/v1/plans/" + id + "/schedule").jsonPath();
        String demand = duty.getString("assignments[0].demand");

        var explained = when().get(explanations(id) + "/demands/{demand}", demand)
                .then()
                .statusCode(200)
                .body("missing", equalTo(0))
                .body("shortage", nullValue())
                .body("duties[0].duty.demand", equalTo(demand))
                .extract()
                .jsonPath();

        assertThat(explained.getList("duties[0].alternatives")).isNotEmpty();
        assertThat(explained.getInt("duties[0].alternatives[0].difference.hard"))
                .isZero();
    }

    @Test
    void theDutiesOfACadreAreThoseOfTheSchedule() {
        String id = solved(Submissions.smallDistrict());
        var schedule = when().get("/api/v1/plans/" + id + "/schedule").jsonPath();
        String cadre = schedule.getString("assignments[0].cadre");

        when().get(explanations(id) + "/cadres/{cadre}", cadre)
                .then()
                .statusCode(200)
                .body("cadre", equalTo(cadre))
                .body(
                        "duties.duty.demand",
                        equalTo(schedule.getList("assignments.findAll { it.cadre == '%s' }.demand".formatted(cadre))));
    }

    @Test
    void aChainIsToldStepByStepInBothLanguages() {
        String id = solved(Submissions.interchangeable());
        var schedule = when().get("/api/v1/plans/" + id + "/schedule").jsonPath();
        String gate = schedule.getString("assignments[0].demand");
        String school = schedule.getString("assignments[1].demand");
        String atGate = schedule.getString("assignments[0].cadre");
        String atSchool = schedule.getString("assignments[1].cadre");

        var chains = when().get(explanations(id) + "/cadres/{cadre}", atGate)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("duties[0].alternatives.findAll { it.kind == 'CHAIN' && it.given.size() == 2 }");

        assertThat(chains.getList("obstacle")).isNotEmpty().containsOnlyNulls();
        assertThat(chains.getList("text.en", String.class))
                .anyMatch(text -> text.startsWith(
                        "%s goes from %s to %s in place of %s; ".formatted(atGate, gate, school, atSchool)));
        assertThat(chains.getList("text.zh", String.class))
                .anyMatch(text -> text.startsWith("%s从%s调到%s，接替%s；".formatted(atGate, gate, school, atSchool)));
    }

    @Test
    void whatTheProblemDoesNotHaveIsNotFound() {
        String id = solved(Submissions.smallDistrict());

        for (String path : new String[] {"/demands/nowhere", "/cadres/nobody"}) {
            when().get(explanations(id) + path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("code", equalTo("not-found"));
        }
        when().get(explanations("00000000-0000-0000-0000-000000000000") + "/cadres/yang")
                .then()
                .statusCode(404);
    }
}
