package org.muster.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes values that a schema of the description allows, and breaks them. */
final class SchemaValues {

    /** Texts that have done harm somewhere. */
    static final List<String> HOSTILE = List.of(
            "",
            " ",
            "null",
            "true",
            "-1",
            "0",
            "9223372036854775808",
            "1e999",
            "NaN",
            "../..",
            "a/b",
            "a b",
            "a?b#c",
            "%",
            "%00",
            "\u0000",
            "\u202e",
            "\ud83d\ude00",
            "e\u0301",
            "\ufeff",
            "\ud800",
            "'; drop table plan; --",
            "<script>alert(1)</script>",
            "${jndi:ldap://127.0.0.1/a}",
            "=1+1",
            "x".repeat(101),
            "x".repeat(300),
            "2022-02-29",
            "2022-02-29T24:00",
            "0000-00-00",
            "PT99999999999999H",
            "\r\nX: y",
            "\"",
            "\\",
            "*",
            "{}",
            "[]",
            "id",
            "ID");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 7, MOST_ITEMS = 3;

    private final Contract contract;
    private final Random random;
    private final List<String> identifiers;

    /**
     * Values for a contract.
     *
     * @param identifiers of things that exist
     */
    SchemaValues(Contract contract, Random random, List<String> identifiers) {
        this.contract = contract;
        this.random = random;
        this.identifiers = List.copyOf(identifiers);
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A value that the schema allows, as far as a schema can say that. */
    JsonNode value(JsonNode schema) {
        return value(schema, 0);
    }

    private JsonNode value(JsonNode schema, int depth) {
        if (schema.path("$ref").asText().endsWith("/Identifier")) {
            return JSON.textNode(oneOf(identifiers));
        }
        var meant = contract.resolved(schema);
        if (meant.has("anyOf") || (meant.has("oneOf") && !meant.has("properties"))) {
            var choices = meant.has("anyOf") ? meant.get("anyOf") : meant.get("oneOf");
            return value(choices.get(random.nextInt(choices.size())), depth + 1);
        }
        if (meant.has("enum")) {
            return meant.get("enum").get(random.nextInt(meant.get("enum").size()));
        }
        return switch (type(meant)) {
            case "object" -> object(meant, depth);
            case "array" -> array(meant, depth);
            case "integer" ->
                JSON.numberNode(
                        number(meant, Math.max(1_000, meant.path("minimum").asInt())));
            case "number" -> JSON.numberNode(BigDecimal.valueOf(number(meant, 100)));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "string" -> JSON.textNode(text(meant));
            default -> JSON.nullNode();
        };
    }

    private String type(JsonNode schema) {
        var type = schema.path("type");
        if (type.isArray()) {
            return type.get(random.nextInt(type.size())).asText();
        }
        return type.asText(schema.has("properties") ? "object" : "string");
    }

    private JsonNode object(JsonNode schema, int depth) {
        var object = JSON.objectNode();
        var required = new ArrayList<String>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        if (schema.has("oneOf")) {
            var choice =
                    schema.get("oneOf").get(random.nextInt(schema.get("oneOf").size()));
            choice.path("required").forEach(name -> required.add(name.asText()));
        }
        schema.path("properties").properties().forEach(field -> {
            if (required.contains(field.getKey()) || (depth < DEEPEST && happens(40))) {
                object.set(field.getKey(), value(field.getValue(), depth + 1));
            }
        });
        var others = schema.path("additionalProperties");
        if (others.isObject() && depth < DEEPEST) {
            for (int count = random.nextInt(MOST_ITEMS); count > 0; count--) {
                object.set(oneOf(identifiers), value(others, depth + 1));
            }
        }
        return object;
    }

    private JsonNode array(JsonNode schema, int depth) {
        var array = JSON.arrayNode();
        int count = depth >= DEEPEST
                ? schema.path("minItems").asInt()
                : Math.max(schema.path("minItems").asInt(), random.nextInt(MOST_ITEMS + 1));
        for (int number = 0; number < count; number++) {
            array.add(value(schema.path("items"), depth + 1));
        }
        return array;
    }

    private long number(JsonNode schema, int otherwise) {
        int least = schema.path("minimum").asInt(0);
        int most = Math.max(least, schema.path("maximum").asInt(otherwise));
        return switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            default -> random.nextInt(least, most == Integer.MAX_VALUE ? most : most + 1);
        };
    }

    private String text(JsonNode schema) {
        if (schema.has("examples") && happens(60)) {
            return schema.get("examples").get(0).asText();
        }
        return switch (schema.path("format").asText()) {
            case "date" -> LocalDate.of(2022, 5, 1).plusDays(random.nextInt(40)).toString();
            case "uuid" -> new java.util.UUID(random.nextLong(), random.nextLong()).toString();
            case "uri" -> "http://127.0.0.1:9/" + random.nextInt(10);
            default ->
                switch (random.nextInt(4)) {
                    case 0 -> "2022-05-0%dT0%d:00".formatted(1 + random.nextInt(9), random.nextInt(10));
                    case 1 -> "PT%dS".formatted(random.nextInt(2));
                    case 2 -> "朝阳区核酸检测点";
                    default -> oneOf(identifiers);
                };
        };
    }

    /** Puts something somewhere in a value that does not belong there, or takes something away. */
    JsonNode broken(JsonNode value) {
        var places = new ArrayList<JsonNode>();
        collect(value, places);
        if (places.isEmpty()) {
            return odd();
        }
        switch (oneOf(places)) {
            case ObjectNode object -> breakObject(object);
            case ArrayNode array -> breakArray(array);
            default -> throw new IllegalStateException("Only objects and arrays are collected.");
        }
        return value;
    }

    private static void collect(JsonNode value, List<JsonNode> places) {
        if (value.isContainerNode()) {
            places.add(value);
            value.forEach(child -> collect(child, places));
        }
    }

    private void breakObject(ObjectNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty() || happens(15)) {
            object.set(oneOf(HOSTILE), odd());
        } else if (happens(30)) {
            object.remove(oneOf(names));
        } else {
            object.set(oneOf(names), odd());
        }
    }

    private void breakArray(ArrayNode array) {
        if (array.isEmpty() || happens(50)) {
            array.add(odd());
        } else if (happens(50)) {
            array.add(array.get(0).deepCopy());
        } else {
            array.remove(random.nextInt(array.size()));
        }
    }

    private JsonNode odd() {
        return switch (random.nextInt(10)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.numberNode(-1);
            case 2 -> JSON.numberNode(BigInteger.TWO.pow(63));
            case 3 -> JSON.numberNode(new BigDecimal("1.5"));
            case 4 -> JSON.booleanNode(true);
            case 5 -> JSON.arrayNode().add(JSON.arrayNode().add(JSON.nullNode()));
            case 6 -> JSON.objectNode().put("id", "x");
            case 7 -> JSON.numberNode(new BigDecimal("1e400"));
            default -> JSON.textNode(oneOf(HOSTILE));
        };
    }
}
