package org.muster.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The committed description of the API, and whether an answer keeps to it: its status, its media type, the headers that
 * it must have, and its body.
 */
public final class Contract {

    private static final String API = "/api/v1/", COMPONENTS = "components";
    private static final String PROBLEM = "application/problem+json";
    private static final int SERVER_FAULTS = 500;
    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaValidatorsConfig SETTINGS =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    /** References point to where a description has its schemas. */
    private static final JsonMetaSchema DIALECT = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
            .keyword(new NonValidationKeyword(COMPONENTS))
            .build();

    private final JsonNode description;
    private final List<Operation> operations;
    private final JsonSchemaFactory factory =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012, builder -> builder.metaSchema(DIALECT));
    private final Map<JsonNode, JsonSchema> schemas = new ConcurrentHashMap<>();

    private Contract(JsonNode description) {
        this.description = description;
        this.operations = description.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(each -> new Operation(each.getKey(), path.getKey(), each.getValue())))
                .toList();
    }

    private static final class Committed {
        private static final Contract CONTRACT = read(Path.of("docs", "openapi.json"));
    }

    /** The one in the docs. */
    public static Contract committed() {
        return Committed.CONTRACT;
    }

    static Contract read(Path file) {
        try {
            return new Contract(JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A schema by its name. */
    JsonNode schema(String name) {
        return description.path(COMPONENTS).path("schemas").path(name);
    }

    List<Operation> operations() {
        return operations;
    }

    /** Follows a reference, where it is one. */
    JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref");
        return reference.isTextual()
                ? resolved(description.at(JsonPointer.compile(reference.asText().substring(1))))
                : node;
    }

    /** What an answer does that the description does not say; empty where it keeps to it. */
    public List<String> faultsOf(Answer answer) {
        if (!(normalized(answer.path()) + "/").startsWith(API)) {
            return List.of();
        }
        return operation(answer.method(), normalized(answer.path()))
                .map(operation -> faultsOf(answer, operation))
                .orElseGet(() -> faultsWithoutOperation(answer));
    }

    /** Where the description knows nothing, the service says so in the one way it has for that. */
    private List<String> faultsWithoutOperation(Answer answer) {
        if (answer.method().equals("OPTIONS")) {
            return List.of();
        }
        if (answer.status() < 400 || answer.status() >= SERVER_FAULTS) {
            return List.of("no operation is described here");
        }
        return answer.mediaType().filter(PROBLEM::equals).isPresent()
                        || answer.method().equals("HEAD")
                ? List.of()
                : List.of("the refusal is no problem document");
    }

    private List<String> faultsOf(Answer answer, Operation operation) {
        var response = response(operation, answer.status());
        if (response.isEmpty()) {
            return List.of("the status is not described for " + operation);
        }
        var described = resolved(response.get());
        var faults = new ArrayList<String>();
        described.path("headers").properties().forEach(header -> {
            if (resolved(header.getValue()).path("required").asBoolean()
                    && answer.header(header.getKey()).isEmpty()) {
                faults.add("the header %s is missing".formatted(header.getKey()));
            }
        });
        if (!answer.method().equals("HEAD")) {
            faults.addAll(faultsOfBody(answer, described.path("content")));
        }
        return faults;
    }

    /** A fault of the service has to be described by its status: the default speaks of refusals only. */
    private static Optional<JsonNode> response(Operation operation, int status) {
        var responses = operation.description().path("responses");
        var names = status < SERVER_FAULTS
                ? Stream.of(Integer.toString(status), status / 100 + "XX", "default")
                : Stream.of(Integer.toString(status));
        return names.filter(responses::has).findFirst().map(responses::get);
    }

    private List<String> faultsOfBody(Answer answer, JsonNode content) {
        if (content.isEmpty()) {
            return answer.body().isEmpty() ? List.of() : List.of("there is a body, and none is described");
        }
        var type = answer.mediaType();
        if (type.isEmpty()) {
            return List.of("the answer has no media type");
        }
        if (!content.has(type.get())) {
            return List.of("the media type %s is not described".formatted(type.get()));
        }
        return type.get().endsWith("json")
                ? faultsOfJson(answer.body(), content.get(type.get()).path("schema"))
                : List.of();
    }

    private List<String> faultsOfJson(String body, JsonNode schema) {
        try {
            return faultsOf(JSON.readTree(body), schema);
        } catch (JsonProcessingException e) {
            return List.of("the body is no JSON: " + e.getOriginalMessage());
        }
    }

    /** What a value has that a schema of the description does not allow. */
    List<String> faultsOf(JsonNode value, JsonNode schema) {
        var validator = schemas.computeIfAbsent(schema, this::compile);
        return validator.validate(value).stream()
                .map(fault -> fault.getInstanceLocation() + " " + fault.getMessage())
                .limit(20)
                .toList();
    }

    private JsonSchema compile(JsonNode schema) {
        var whole = JSON.createObjectNode();
        whole.set(COMPONENTS, description.path(COMPONENTS));
        whole.putArray("allOf").add(schema);
        return factory.getSchema(whole, SETTINGS);
    }

    /** The path as the HTTP server takes it: without matrix parameters, dots and empty steps. */
    private static String normalized(String path) {
        var steps = new ArrayDeque<String>();
        for (var step : path.replaceAll(";[^/]*", "").replaceAll("(?i)%2e", ".").split("/", -1)) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return "/" + String.join("/", steps);
    }

    private Optional<Operation> operation(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.answers(method, path))
                .min(Operation.MOST_LITERAL_FIRST);
    }
}
