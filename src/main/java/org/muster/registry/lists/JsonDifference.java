package org.muster.registry.lists;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** Tells in which fields two JSON objects differ. */
final class JsonDifference {

    private static final JsonMapper JSON = new JsonMapper();

    private JsonDifference() {}

    /** Names of the fields that only one object has, or that have different values. */
    static List<String> fields(String before, String after) {
        var old = read(before);
        var young = read(after);
        var names = new TreeSet<String>();
        old.fieldNames().forEachRemaining(names::add);
        young.fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> Objects.equals(old.get(name), young.get(name)));
        return List.copyOf(names);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
