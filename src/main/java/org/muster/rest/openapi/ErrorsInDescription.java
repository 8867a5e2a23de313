package org.muster.rest.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says in the API's description that any operation may answer with a problem document, and how. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ErrorsInDescription implements OASFilter {

    private static final String RESPONSES = "#/components/responses/";
    private static final String REFUSED = "Refused", BUSY = "Busy", FAILED = "Failed";
    private static final String PATIENCE = "RetryAfter";

    @Override
    public void filterOpenAPI(OpenAPI description) {
        if (description.getPaths() == null) {
            return;
        }
        if (description.getComponents() == null) {
            description.setComponents(OASFactory.createComponents());
        }
        description
                .getComponents()
                .addHeader(
                        PATIENCE,
                        OASFactory.createHeader()
                                .description("seconds after which to ask again")
                                .required(true)
                                .schema(OASFactory.createSchema().type(List.of(SchemaType.INTEGER))))
                .addResponse(REFUSED, problem("Refused: a problem document says why"))
                .addResponse(
                        BUSY,
                        problem("Not now: the database is away or cannot be written, or too many others ask")
                                .addHeader(
                                        HttpHeaders.RETRY_AFTER,
                                        OASFactory.createHeader().ref("#/components/headers/" + PATIENCE)))
                .addResponse(FAILED, problem("Failed: a fault of the service"));
        description
                .getPaths()
                .getPathItems()
                .values()
                .forEach(path -> path.getOperations().values().forEach(ErrorsInDescription::addErrors));
    }

    private static APIResponse problem(String description) {
        var schema = OASFactory.createSchema().ref("#/components/schemas/ProblemDetails");
        var content = OASFactory.createContent()
                .addMediaType(
                        "application/problem+json", OASFactory.createMediaType().schema(schema));
        return OASFactory.createAPIResponse().description(description).content(content);
    }

    /** The framework adds a 400 without a body, which is never answered. */
    private static void addErrors(Operation operation) {
        operation.getResponses().removeAPIResponse("400");
        operation
                .getResponses()
                .addAPIResponse("4XX", OASFactory.createAPIResponse().ref(RESPONSES + REFUSED))
                .addAPIResponse("503", OASFactory.createAPIResponse().ref(RESPONSES + BUSY))
                .addAPIResponse("default", OASFactory.createAPIResponse().ref(RESPONSES + FAILED));
    }
}
