package org.muster.rest.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;

/** Submits plans as callers do. */
public final class PlanClient {

    private static final String PLANS = "/api/v1/plans";

    private PlanClient() {}

    /** What the service says to a submission, at once. */
    public static ValidatableResponse submit(String submission) {
        return request(submission).post(PLANS).then();
    }

    /**
     * What the service says to a submission when the plan has ended, or the time is over.
     *
     * @param wait as in {@code PT60S}
     */
    public static ValidatableResponse submit(String submission, String wait) {
        return request(submission).post(PLANS + "?wait=" + wait).then();
    }

    /** The identifier of a plan that was accepted. */
    public static String submitted(String submission) {
        return submit(submission).statusCode(202).extract().path("id");
    }

    /** The identifier of a plan that was accepted, and is solved by now. */
    public static String solved(String submission) {
        return submit(submission, "PT60S")
                .statusCode(202)
                .body("status", equalTo("SOLVED"))
                .extract()
                .path("id");
    }

    private static RequestSpecification request(String submission) {
        return given().contentType(ContentType.JSON)
                .body(submission.getBytes(StandardCharsets.UTF_8))
                .when();
    }
}
