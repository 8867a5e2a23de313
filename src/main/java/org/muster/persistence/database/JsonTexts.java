package org.muster.persistence.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Texts as JSON arrays and objects, as they lie in the database and as statements take them. */
public final class JsonTexts {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<String>> LIST = new TypeReference<>() {};

    private JsonTexts() {}

    public static String write(Collection<String> texts) {
        return JSON.valueToTree(texts).toString();
    }

    /** Values by their name, each as its text. */
    public static String write(Map<String, ?> values) {
        var texts = JSON.createObjectNode();
        values.forEach((name, value) -> texts.put(name, value.toString()));
        return texts.toString();
    }

    public static List<String> read(String json) {
        try {
            return JSON.readValue(json, LIST);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
