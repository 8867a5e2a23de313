package org.muster.rest.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Describes dates, times, durations and UUIDs where they are used. The framework makes a schema named after the class of
 * each; a client has types of its own for them. Runs before the filter that says which fields may be null.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public final class TextsInDescription implements OASFilter {

    private static final String SCHEMAS = "#/components/schemas/";
    /** Only classes that application.properties describes have schemas with the name of a package. */
    private static final char OF_A_PACKAGE = '.';

    private final List<Schema> references = new ArrayList<>();

    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getRef() != null && schema.getRef().indexOf(OF_A_PACKAGE) >= 0) {
            references.add(schema);
        }
        return schema;
    }

    /** Comes after all schemas. */
    @Override
    public void filterOpenAPI(OpenAPI description) {
        if (description.getComponents() == null || description.getComponents().getSchemas() == null) {
            return;
        }
        var schemas = new HashMap<>(description.getComponents().getSchemas());
        references.forEach(reference -> describe(reference, textOf(reference, schemas)));
        schemas.keySet().stream()
                .filter(name -> name.indexOf(OF_A_PACKAGE) >= 0)
                .forEach(description.getComponents()::removeSchema);
    }

    private static Schema textOf(Schema reference, Map<String, Schema> schemas) {
        return Objects.requireNonNull(
                schemas.get(reference.getRef().substring(SCHEMAS.length())),
                () -> "Nothing is at (%s).".formatted(reference.getRef()));
    }

    private static void describe(Schema reference, Schema text) {
        reference.setRef(null);
        reference.setType(text.getType());
        reference.setFormat(text.getFormat());
        reference.setPattern(text.getPattern());
        reference.setExamples(text.getExamples());
        if (reference.getDescription() == null) {
            reference.setDescription(text.getDescription());
        }
    }
}
