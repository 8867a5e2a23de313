package org.muster.rest.handout;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import biweekly.Biweekly;
import biweekly.ICalendar;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.harness.Submissions;
import org.muster.rest.http.PlanClient;

@QuarkusTest
class CalendarResourceTest {

    private String plan = "";

    @BeforeEach
    void solve() {
        plan = PlanClient.solved(Submissions.of("calendar", Submissions.shortStaffed(), 1));
    }

    private String calendarOf(String cadre) {
        return "/api/v1/plans/" + plan + "/cadres/" + cadre + "/calendar";
    }

    private static ICalendar parsed(byte[] calendar) {
        return Biweekly.parse(new String(calendar, StandardCharsets.UTF_8)).first();
    }

    @Test
    void theDutiesOfACadreAreACalendar() {
        var answer = given().header("Accept-Language", "zh-CN").when().get(calendarOf("yang"));

        answer.then()
                .statusCode(200)
                .contentType("text/calendar")
                .header("Cache-Control", "no-store")
                .header("Content-Language", "zh-CN")
                .header("Vary", containsString("Accept-Language"))
                .header("Content-Disposition", containsString("attachment"));
        var events = parsed(answer.asByteArray()).getEvents();
        assertThat(events).hasSize(1);
        assertThat(events.getFirst().getSummary().getValue()).startsWith("guide·");
    }

    @Test
    void anotherPlanWithTheSameDutyHasTheSameEvent() {
        var before = parsed(when().get(calendarOf("yang")).asByteArray()).getEvents();
        var first = when().get("/api/v1/plans/" + plan + "/schedule").path("assignments[0].demand");
        solve();
        var second = when().get("/api/v1/plans/" + plan + "/schedule").path("assignments[0].demand");
        var after = parsed(when().get(calendarOf("yang")).asByteArray()).getEvents();

        assertThat(second).isEqualTo(first);
        assertThat(after.getFirst().getUid()).isEqualTo(before.getFirst().getUid());
        assertThat(after.getFirst().getSequence().getValue())
                .isGreaterThanOrEqualTo(before.getFirst().getSequence().getValue())
                .isPositive();
    }

    @Test
    void aDutyIsTheSameEventUnderWhateverNameTheServiceIsAsked() {
        var uids = java.util.stream.Stream.of("127.0.0.1", "localhost")
                .map(host -> given().header("Host", host + ":8081").when().get(calendarOf("yang")))
                .map(answer -> {
                    answer.then().statusCode(200);
                    return parsed(answer.asByteArray()).getEvents().getFirst().getUid();
                })
                .distinct();

        assertThat(uids).hasSize(1);
    }

    @Test
    void nobodyElseHasOne() {
        given().header("Accept-Language", "zh-CN")
                .when()
                .get(calendarOf("nobody"))
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"))
                .body("detail", containsString("nobody"));
        when().get("/api/v1/plans/nowhere/cadres/yang/calendar")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }
}
