package org.muster.rest.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;
import org.muster.rest.http.RequestHeader;
import org.muster.rest.http.TakesHeaders;

/**
 * Describes parameters that several operations have once, among the components: the headers that {@link TakesHeaders}
 * names, and parameters in path and query that are the same wherever they occur.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ParametersInDescription implements OASFilter {

    private static final DotName TAKES_HEADERS = DotName.createSimple(TakesHeaders.class);
    private static final String PARAMETERS = "#/components/parameters/";

    private final IndexView index;

    /** Made by the framework, which knows all classes by then. */
    public ParametersInDescription(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI description) {
        if (description.getPaths() == null) {
            return;
        }
        if (description.getComponents() == null) {
            description.setComponents(OASFactory.createComponents());
        }
        var operations = description.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .toList();
        shareParameters(description, operations);
        var headers = headersByOperation();
        operations.forEach(operation -> headers.getOrDefault(operation.getOperationId(), List.of())
                .forEach(header -> operation.addParameter(reference(header.component()))));
        headers.values().stream()
                .flatMap(List::stream)
                .distinct()
                .forEach(header -> description.getComponents().addParameter(header.component(), describe(header)));
    }

    /** Operations have the names of their methods, as application.properties says. */
    private Map<String, List<RequestHeader>> headersByOperation() {
        var headers = new TreeMap<String, List<RequestHeader>>();
        for (var annotation : index.getAnnotations(TAKES_HEADERS)) {
            var method = annotation.target().asMethod();
            headers.put(method.declaringClass().simpleName() + "_" + method.name(), headersOf(annotation));
        }
        return headers;
    }

    private static List<RequestHeader> headersOf(AnnotationInstance annotation) {
        return Arrays.stream(annotation.value().asEnumArray())
                .map(RequestHeader::valueOf)
                .toList();
    }

    private static Parameter describe(RequestHeader header) {
        return OASFactory.createParameter()
                .name(header.header())
                .in(Parameter.In.HEADER)
                .description(header.description())
                .schema(OASFactory.createSchema().type(List.of(SchemaType.STRING)));
    }

    /** A parameter that operations mean differently stays where it is. */
    private static void shareParameters(OpenAPI description, List<Operation> operations) {
        var uses = new LinkedHashMap<Place, List<Parameter>>();
        operations.stream()
                .flatMap(operation -> parametersOf(operation).stream())
                .forEach(parameter -> uses.computeIfAbsent(Place.of(parameter), _ -> new ArrayList<>())
                        .add(parameter));
        uses.values()
                .removeIf(parameters -> parameters.size() == 1
                        || parameters.stream().map(Meaning::of).distinct().count() > 1);
        uses.forEach((place, parameters) ->
                description.getComponents().addParameter(place.component(), parameters.getFirst()));
        for (var operation : operations) {
            if (operation.getParameters() != null) {
                operation.setParameters(operation.getParameters().stream()
                        .map(each -> uses.containsKey(Place.of(each))
                                ? reference(Place.of(each).component())
                                : each)
                        .toList());
            }
        }
    }

    private static List<Parameter> parametersOf(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    /** Where a request has a parameter. */
    private record Place(Parameter.In in, String name) {

        static Place of(Parameter parameter) {
            return new Place(parameter.getIn(), parameter.getName());
        }

        String component() {
            return Character.toUpperCase(name.charAt(0)) + name.substring(1);
        }
    }

    /** What of a parameter is described: the framework's models are equal only where they were made in the same way. */
    private record Meaning(
            @Nullable String description,
            @Nullable Boolean required,
            @Nullable String schema,
            @Nullable List<SchemaType> type,
            @Nullable String format,
            @Nullable String pattern,
            @Nullable List<Object> values,
            @Nullable Object otherwise,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most,
            @Nullable List<Schema> all) {

        static Meaning of(Parameter parameter) {
            var schema = parameter.getSchema();
            return new Meaning(
                    parameter.getDescription(),
                    parameter.getRequired(),
                    schema.getRef(),
                    schema.getType(),
                    schema.getFormat(),
                    schema.getPattern(),
                    schema.getEnumeration(),
                    schema.getDefaultValue(),
                    schema.getMinimum(),
                    schema.getMaximum(),
                    schema.getAllOf());
        }
    }

    private static Parameter reference(String component) {
        return OASFactory.createParameter().ref(PARAMETERS + component);
    }
}
