package org.muster.rest.http;

import static io.restassured.RestAssured.when;
import static org.muster.rest.http.DistrictClient.body;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muster.harness.Submissions;
import org.muster.problem.Problem;

/** A plan whose schedule is changed by hand, spoken to as callers do. */
public final class HandClient {

    private final String path;

    public HandClient(String id) {
        path = "/api/v1/plans/" + id;
    }

    /** A plan of a problem, solved. */
    public static HandClient solved(Problem problem) {
        return new HandClient(PlanClient.solved(Submissions.of("by hand", problem, 2)));
    }

    public static String change(String op, String demand, String cadre) {
        return "{\"op\": \"%s\", \"demand\": \"%s\", \"cadre\": \"%s\"}".formatted(op, demand, cadre);
    }

    public static String request(String... changes) {
        return "{\"changes\": [%s]}".formatted(String.join(", ", changes));
    }

    public static String override(String... changes) {
        return "{\"override\": true, \"changes\": [%s]}".formatted(String.join(", ", changes));
    }

    public String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public String path(String below) {
        return path + "/" + below;
    }

    public ValidatableResponse plan() {
        return when().get(path).then().statusCode(200);
    }

    public String tag() {
        return plan().extract().header("ETag");
    }

    public ValidatableResponse get(String below) {
        return when().get(path(below)).then();
    }

    public ValidatableResponse tried(String request) {
        return body(request).post(path("changes?dryRun=true")).then();
    }

    /** Changes what stands now. */
    public ValidatableResponse changed(String request) {
        return changed(request, tag());
    }

    public ValidatableResponse changed(String request, String tag) {
        return body(request).header("If-Match", tag).post(path("changes")).then();
    }

    public ValidatableResponse continued(String request) {
        return body(request).post(path("continuations")).then();
    }

    /** Who serves on a demand. */
    public String cadreOn(String demand) {
        return get("schedule").extract().path("assignments.find { it.demand == '%s' }.cadre".formatted(demand));
    }

    /** One of those who serve nowhere. */
    public String idle(String... cadres) {
        List<String> serving = get("schedule").extract().path("assignments.cadre");
        return Stream.of(cadres)
                .filter(cadre -> !serving.contains(cadre))
                .findFirst()
                .orElseThrow();
    }

    /** All assignments as text: {@code demand cadre pinned}. */
    public String schedule() {
        var path = get("schedule").extract().jsonPath();
        List<String> demands = path.getList("assignments.demand");
        List<String> cadres = path.getList("assignments.cadre");
        List<Boolean> pinned = path.getList("assignments.pinned");
        return Stream.iterate(0, i -> i + 1)
                .limit(demands.size())
                .map(i -> "%s %s %s".formatted(demands.get(i), cadres.get(i), pinned.get(i)))
                .collect(Collectors.joining("\n"));
    }
}
