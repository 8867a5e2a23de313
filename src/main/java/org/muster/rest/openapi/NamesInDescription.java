package org.muster.rest.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Gives operations and schemas of the API's description the names that generated clients have for them. A schema is named
 * after its class, and a class may be called {@code Kind} inside of another one; in a client such a name says nothing, or
 * hides a type of the language. Runs after the filters that know schemas by the names of their classes.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 0)
public final class NamesInDescription implements OASFilter {

    private static final String SCHEMAS = "#/components/schemas/";

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("Action", "AuditAction"),
            Map.entry("Change", "ItemChange"),
            Map.entry("Disabled", "WebhookDisabled"),
            Map.entry("Figures", "DemoFigures"),
            Map.entry("Kind", "AlternativeKind"),
            Map.entry("Level", "RuleLevel"),
            Map.entry("Limits", "ProblemLimits"),
            Map.entry("Links", "PlanLinks"),
            Map.entry("Obstacle", "TryObstacle"),
            Map.entry("Outcome", "PlanOutcome"),
            Map.entry("Part", "BoundPart"),
            Map.entry("Profile", "SearchProfile"),
            Map.entry("Standing", "DutyStanding"),
            Map.entry("Status", "DeliveryStatus"));

    @Override
    public void filterOpenAPI(OpenAPI description) {
        var components = description.getComponents();
        if (components == null || components.getSchemas() == null) {
            return;
        }
        var schemas = new LinkedHashMap<String, Schema>();
        components.getSchemas().forEach((name, schema) -> schemas.put(NAMES.getOrDefault(name, name), schema));
        components.setSchemas(schemas);
    }

    @Override
    public Schema filterSchema(Schema schema) {
        var ref = schema.getRef();
        if (ref != null && ref.startsWith(SCHEMAS)) {
            var name = ref.substring(SCHEMAS.length());
            schema.setRef(SCHEMAS + NAMES.getOrDefault(name, name));
        }
        return schema;
    }

    /** {@code PlanResource_submit} is {@code Plan_submit}. */
    @Override
    public Operation filterOperation(Operation operation) {
        if (operation.getOperationId() != null) {
            operation.setOperationId(operation.getOperationId().replace("Resource_", "_"));
        }
        return operation;
    }
}
