package org.muster.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Makes up requests from the description of the API: valid and broken values for every parameter, header, media type,
 * encoding and body, for one operation after the other.
 */
public final class RequestGenerator {

    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    private static final List<String> MEDIA_TYPES = List.of(
            "",
            " ",
            "x",
            "text/plain",
            "application/json; charset=utf-16",
            "*/*",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "\"",
            "application/json;;");
    private static final List<String> ACCEPTED = List.of(
            "*/*",
            "application/json",
            "text/csv",
            "text/event-stream",
            "text/calendar",
            "application/problem+json",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/json;q=0.1, text/csv",
            "",
            ";",
            "image/png",
            "text/html",
            "a/b/c");
    private static final List<String> LANGUAGES = List.of("zh-CN", "en", "fr;q=x", "*", "");
    private static final List<String> TAGS =
            List.of("*", "\"1\"", "\"2\"", "W/\"1\"", "\"x\"", "1", "", "\"999999999999999999999\"");
    /** Sent as they are: not percent-encoded, or wrongly. */
    private static final List<String> RAW =
            List.of("%", "%zz", "%ff", "%00", "%c0%ae", "|", "\u00e4", "{}", "\"", "..", "%2e%2e", ";a=b", "+");

    private final Contract contract;
    private final Random random;
    private final World world;
    private final SchemaValues values;

    /**
     * A generator of requests about a world.
     *
     * @param seed the same seed makes the same requests of the same world
     */
    public RequestGenerator(Contract contract, World world, long seed) {
        this.contract = contract;
        this.random = new Random(seed);
        this.world = world;
        this.values = new SchemaValues(contract, random, world.identifiers());
    }

    /** The next request for the operation with a number, which may be larger than there are operations. */
    public GeneratedRequest request(int number) {
        var operation = contract.operations().get(number % contract.operations().size());
        // Else the first ones would leave nothing to ask about.
        boolean isMeant = !endsTheWorld(operation) || values.happens(10);
        var parameters = parameters(operation);
        var address = path(operation, isMeant) + query(parameters);
        var headers = new StringBuilder("Host: localhost\r\nConnection: close\r\n");
        parameters.forEach(parameter -> addHeader(headers, parameter));
        addSometimes(headers, 15, "Accept", ACCEPTED);
        addSometimes(headers, 20, "Accept-Language", LANGUAGES);
        addSometimes(headers, 10, "Accept-Encoding", List.of("gzip", "br", "x"));
        addSometimes(headers, 5, "If-None-Match", TAGS);
        var body = body(operation, headers);
        var method = values.happens(1) ? "HEAD" : operation.method();
        if (body.length > 0 || operation.description().has("requestBody")) {
            headers.append("Content-Length: ").append(body.length).append("\r\n");
        }
        return new GeneratedRequest(
                operation.toString(), "%s %s HTTP/1.1\r\n%s\r\n".formatted(method, address, headers), body);
    }

    private List<JsonNode> parameters(Operation operation) {
        var parameters = new ArrayList<JsonNode>();
        operation.description().path("parameters").forEach(each -> parameters.add(contract.resolved(each)));
        return parameters;
    }

    private static boolean endsTheWorld(Operation operation) {
        return operation.method().equals("DELETE") && !operation.path().endsWith("/{list}/{id}");
    }

    private String path(Operation operation, boolean isMeant) {
        return PARAMETER
                .matcher(operation.path())
                .replaceAll(parameter ->
                        Matcher.quoteReplacement(pathValue(operation.path(), parameter.group(1), isMeant)));
    }

    private String pathValue(String path, String name, boolean isMeant) {
        if (isMeant && values.happens(90)) {
            return encoded(values.oneOf(world.known(path, name)));
        }
        return values.happens(70) ? encoded(values.oneOf(SchemaValues.HOSTILE)) : values.oneOf(RAW);
    }

    private String query(List<JsonNode> parameters) {
        var query = new ArrayList<String>();
        for (var parameter : parameters) {
            if (parameter.path("in").asText().equals("query") && values.happens(40)) {
                query.add(parameter.path("name").asText() + "=" + queryValue(parameter));
            }
        }
        if (values.happens(3)) {
            query.add(values.oneOf(RAW) + "=" + values.oneOf(RAW));
        }
        return query.isEmpty() ? "" : "?" + String.join("&", query);
    }

    private String queryValue(JsonNode parameter) {
        if (values.happens(80)) {
            return encoded(values.oneOf(world.known("", parameter.path("name").asText())));
        }
        if (values.happens(30)) {
            return encoded(values.value(parameter.path("schema")).asText());
        }
        return values.happens(80) ? encoded(values.oneOf(SchemaValues.HOSTILE)) : values.oneOf(RAW);
    }

    private void addHeader(StringBuilder headers, JsonNode parameter) {
        if (!parameter.path("in").asText().equals("header")) {
            return;
        }
        var name = parameter.path("name").asText();
        switch (name) {
            case "If-Match" -> addSometimes(headers, 90, name, values.happens(70) ? List.of("*") : TAGS);
            case "Idempotency-Key" ->
                addSometimes(
                        headers, 30, name, List.of("k" + random.nextInt(50), "", "x".repeat(256), "\u00ff", "a b"));
            default ->
                addSometimes(headers, 30, name, List.of("1", "wang", "%E7%8E%8B", "%zz", "\u00ff", "x".repeat(300)));
        }
    }

    private void addSometimes(StringBuilder headers, int percent, String name, List<String> choices) {
        if (values.happens(percent)) {
            headers.append(name).append(": ").append(values.oneOf(choices)).append("\r\n");
        }
    }

    private byte[] body(Operation operation, StringBuilder headers) {
        var content =
                contract.resolved(operation.description().path("requestBody")).path("content");
        if (content.isEmpty()) {
            return values.happens(5) ? "{}".getBytes(StandardCharsets.UTF_8) : new byte[0];
        }
        var types = content.propertyStream().map(Map.Entry::getKey).toList();
        var type = values.oneOf(types);
        if (values.happens(95)) {
            headers.append("Content-Type: ")
                    .append(values.happens(90) ? type : values.oneOf(MEDIA_TYPES))
                    .append("\r\n");
        }
        var body = type.endsWith("json") ? json(operation, content.get(type).path("schema")) : file();
        return values.happens(10) ? packed(body, headers) : body;
    }

    private byte[] json(Operation operation, JsonNode schema) {
        var value = values.value(world.isItem(operation.path()) ? itemSchema() : schema);
        if (values.happens(40)) {
            value = values.broken(value);
        }
        var text = value.toString();
        return values.happens(85) ? text.getBytes(StandardCharsets.UTF_8) : brokenText(text);
    }

    private JsonNode itemSchema() {
        var choices = contract.resolved(contract.schema("ListItem")).path("anyOf");
        return choices.get(random.nextInt(choices.size()));
    }

    private byte[] brokenText(String text) {
        return switch (random.nextInt(8)) {
            case 0 -> new byte[0];
            case 1 -> Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), Math.max(1, text.length() / 2));
            case 2 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
            case 3 -> text.getBytes(StandardCharsets.UTF_16);
            case 4 -> (text + "x").getBytes(StandardCharsets.UTF_8);
            case 5 -> text.replaceFirst("\\{", "{\"id\":\"a\",\"id\":\"b\",").getBytes(StandardCharsets.UTF_8);
            case 6 -> text.replaceFirst("\"", "\"\\\\ud800").getBytes(StandardCharsets.UTF_8);
            default -> "[".repeat(random.nextInt(5_000)).getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] file() {
        return switch (random.nextInt(4)) {
            case 0 ->
                "id,name\n%s,x\n".formatted(values.oneOf(world.identifiers())).getBytes(StandardCharsets.UTF_8);
            case 1 ->
                "id,%s\n%s,%s\n\""
                        .formatted(
                                values.oneOf(SchemaValues.HOSTILE),
                                values.oneOf(SchemaValues.HOSTILE),
                                values.oneOf(SchemaValues.HOSTILE))
                        .getBytes(StandardCharsets.UTF_8);
            case 2 -> "PK\u0003\u0004".concat("x".repeat(random.nextInt(200))).getBytes(StandardCharsets.UTF_8);
            default -> {
                var bytes = new byte[random.nextInt(300)];
                random.nextBytes(bytes);
                yield bytes;
            }
        };
    }

    /** Packed and said to be, packed otherwise than said, or cut off. */
    private byte[] packed(byte[] body, StringBuilder headers) {
        headers.append("Content-Encoding: ")
                .append(values.oneOf(List.of("gzip", "gzip", "gzip", "identity", "br", "x", "")))
                .append("\r\n");
        var packed = gzip(body);
        return switch (random.nextInt(4)) {
            case 0 -> body;
            case 1 -> Arrays.copyOf(packed, packed.length / 2);
            default -> packed;
        };
    }

    private static byte[] gzip(byte[] body) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
