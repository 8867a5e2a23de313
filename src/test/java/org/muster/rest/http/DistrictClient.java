package org.muster.rest.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;

/** A district of its own for each test, spoken to as callers do. */
public final class DistrictClient {

    public static final String ACTOR = "test";

    private final String path;

    private DistrictClient(String id) {
        path = "/api/v1/districts/" + id;
    }

    /** A new district without anything. */
    public static DistrictClient empty() {
        var id = "d-" + UUID.randomUUID();
        body("{\"id\": \"%s\", \"name\": \"东城区\"}".formatted(id))
                .post("/api/v1/districts")
                .then()
                .statusCode(201);
        return new DistrictClient(id);
    }

    /**
     * A new district with two sites, a nurse, three guides, and the round {@code r1} on 3 May 2022: a nurse and a guide
     * are wanted at the gate in the morning, a guide at the school.
     */
    public static DistrictClient small() {
        var district = empty();
        district.put("communities", """
                [{"id": "north", "subdistrict": "old town", "location": {"lat": 39.93, "lon": 116.42}},
                 {"id": "south", "subdistrict": "new town", "location": {"lat": 39.90, "lon": 116.42}}]""");
        district.put("skills", """
                [{"id": "nurse", "scarce": true}]""");
        district.put("posts", """
                [{"id": "guide"}, {"id": "sampling", "skillsAnyOf": ["nurse"]}]""");
        district.put("duty-rules", """
                [{"id": "office", "minRest": 660, "maxConsecutiveDays": 2}]""");
        district.put("units", """
                [{"id": "bank", "staff": 20}, {"id": "school board", "staff": 10, "maxAway": 5}]""");
        district.put("sites", """
                [{"id": "gate", "community": "north", "location": {"lat": 39.93, "lon": 116.42}, "residents": 2400},
                 {"id": "school", "community": "south", "location": {"lat": 39.90, "lon": 116.42}}]""");
        district.put("rounds", """
                [{"id": "r1", "name": "第1轮", "date": "2022-05-03"}]""");
        district.put("windows", """
                [{"id": "r1-early", "round": "r1", "start": "2022-05-03T05:30", "end": "2022-05-03T13:30", "kind": "early"}]""");
        district.put("demands", """
                [{"id": "gate-r1-guide", "site": "gate", "window": "r1-early", "post": "guide", "min": 1, "ideal": 1, "max": 1, "priority": 5},
                 {"id": "gate-r1-sampling", "site": "gate", "window": "r1-early", "post": "sampling", "min": 1, "ideal": 1, "max": 1, "priority": 8},
                 {"id": "school-r1-guide", "site": "school", "window": "r1-early", "post": "guide", "min": 1, "ideal": 1, "max": 1, "priority": 5}]""");
        district.put("cadres", """
                [%s, %s, %s, %s]""".formatted(
                        cadre("yang", "bank", "north", ", \"skills\": [{\"skill\": \"nurse\"}]"),
                        cadre("li", "bank", "north", ", \"name\": \"李娜\", \"phone\": \"13800138000\""),
                        cadre("wang", "school board", "south", ""),
                        cadre("zhao", "school board", "south", "")));
        return district;
    }

    /** As {@link #small}, but on a date: cards show nothing that is long over. */
    public static DistrictClient smallOn(LocalDate date) {
        var district = small();
        district.move(date);
        return district;
    }

    /** Moves the round {@code r1} of {@link #small} to a date. */
    public void move(LocalDate date) {
        patch("rounds/r1", "{\"date\": \"%s\"}".formatted(date));
        patch("windows/r1-early", "{\"start\": \"%1$sT05:30\", \"end\": \"%1$sT13:30\"}".formatted(date));
    }

    private void patch(String item, String json) {
        body(json).header("If-Match", "*").patch(path(item)).then().statusCode(200);
    }

    public static String cadre(String id, String unit, String community, String more) {
        return """
                {"id": "%s", "unit": "%s", "homeCommunity": "%s", "dutyRules": "office",
                 "location": {"lat": 39.92, "lon": 116.42}%s}""".formatted(id, unit, community, more);
    }

    /** A request with a JSON body. */
    public static RequestSpecification body(String json) {
        return given().header("Muster-Actor", ACTOR)
                .contentType(ContentType.JSON)
                .body(json.getBytes(StandardCharsets.UTF_8))
                .when();
    }

    public String path(String below) {
        return path + "/" + below;
    }

    public String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Replaces a list, whatever stands there. */
    public void put(String list, String items) {
        body(items).header("If-Match", "*").put(path(list)).then().statusCode(200);
    }

    public ValidatableResponse get(String below) {
        return when().get(path(below)).then();
    }

    public ValidatableResponse post(String below, String json) {
        return body(json).post(path(below)).then();
    }

    /** Plans rounds and waits for the end; the identifier of the plan. */
    public String solved(String rounds) {
        String id =
                post("plans", """
                        {"rounds": [%s], "options": {"timeLimit": "PT2S", "seed": 3}}""".formatted(rounds)).statusCode(202).extract().path("id");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> when().get("/api/v1/plans/" + id).path("status").equals("SOLVED"));
        return id;
    }
}
