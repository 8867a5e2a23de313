package org.muster.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/** Says in the API's description that any operation may answer with a problem document. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ErrorsInDescription implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI description) {
        if (description.getPaths() == null) {
            return;
        }
        description
                .getPaths()
                .getPathItems()
                .values()
                .forEach(path -> path.getOperations().values().forEach(ErrorsInDescription::addError));
    }

    private static void addError(Operation operation) {
        var schema = OASFactory.createSchema().ref("#/components/schemas/Error");
        var content = OASFactory.createContent()
                .addMediaType(
                        "application/problem+json", OASFactory.createMediaType().schema(schema));
        operation
                .getResponses()
                .addAPIResponse(
                        "default",
                        OASFactory.createAPIResponse()
                                .description("Refused, or failed: a problem document")
                                .content(content));
    }
}
