package org.muster.rest.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.muster.rest.http.Actor;
import org.muster.rest.http.IdempotentRequests;

/** Says in the API's description which headers a request may or must have. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class HeadersInDescription implements OASFilter {

    private static final String DISTRICTS = "/api/v1/districts", WEBHOOKS = "/api/v1/webhooks";

    /** A retry of these does no harm: they store nothing, or end what has ended. */
    private static final Set<String> HARMLESS = Set.of("evaluations", "demand-proposals", "stop");

    private static final Set<HttpMethod> CHANGES = Set.of(HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    @Override
    public void filterOpenAPI(OpenAPI description) {
        if (description.getPaths() == null) {
            return;
        }
        description
                .getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> addHeaders(path, method, operation)));
    }

    private static void addHeaders(String path, HttpMethod method, Operation operation) {
        boolean isPost = method == HttpMethod.POST;
        boolean isOfDistrict = path.startsWith(DISTRICTS);
        boolean isByHand = path.endsWith("/changes") || path.endsWith("/continuations");
        boolean isFile = path.endsWith("/links") || path.contains("/files/") || path.endsWith("/schedule");
        if (isPost && !HARMLESS.contains(path.substring(path.lastIndexOf('/') + 1))) {
            operation.addParameter(header(
                    IdempotentRequests.HEADER,
                    "Names the request: a retry with the same key within a day gets the first answer, with %s: true"
                            .formatted(IdempotentRequests.REPLAYED)));
        }
        if (path.endsWith("/plans/{id}/changes")) {
            operation.addParameter(header(
                    HttpHeaders.IF_MATCH,
                    "ETag of the plan that was seen, or * for whatever stands. Only a dry run goes without it"));
        }
        boolean isChange = (isOfDistrict || path.startsWith(WEBHOOKS)) && CHANGES.contains(method);
        boolean needsVersion = isChange && !path.endsWith("/links");
        if (needsVersion || (isOfDistrict && isPost && isFile)) {
            operation.addParameter(header(
                    HttpHeaders.IF_MATCH,
                    "ETag of what was read, or * for whatever stands. %s"
                            .formatted(isPost ? "Whatever stands without it" : "A change without it is refused")));
        }
        if (operation.getResponses().hasAPIResponse("304")) {
            operation.addParameter(header(
                    HttpHeaders.IF_NONE_MATCH,
                    "ETag of what the caller has: 304 without a body where it still stands"));
        }
        if ((isOfDistrict && method != HttpMethod.GET) || isFile || isByHand) {
            operation.addParameter(header(
                    Actor.HEADER, "Who calls, for the audit trail: percent-encoded UTF-8; anonymous without it"));
        }
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(OASFactory.createSchema().type(List.of(SchemaType.STRING)));
    }
}
