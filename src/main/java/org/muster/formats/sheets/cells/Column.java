package org.muster.formats.sheets.cells;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a list.
 *
 * @param path the names of the fields from the item down to the value
 * @param isRequired whether every item has a value there
 */
public record Column(List<String> path, boolean isRequired, CellCodec form) {

    static Column required(String path, CellCodec form) {
        return new Column(List.of(path.split("/")), true, form);
    }

    static Column optional(String path, CellCodec form) {
        return new Column(List.of(path.split("/")), false, form);
    }

    /** The name of the field itself, which is also the header in English. */
    public String field() {
        return path.getLast();
    }

    /** JSON Pointer of the value in an item. */
    public String pointer() {
        return "/" + String.join("/", path);
    }

    public void put(ObjectNode item, JsonNode value) {
        var object = item;
        for (var name : path.subList(0, path.size() - 1)) {
            object = object.withObjectProperty(name);
        }
        object.set(field(), value);
    }

    /** The value in an item, which is taken out of it; null where there is none. */
    public @Nullable JsonNode take(ObjectNode item) {
        ObjectNode object = item;
        for (var name : path.subList(0, path.size() - 1)) {
            if (!(object.get(name) instanceof ObjectNode inner)) {
                return null;
            }
            object = inner;
        }
        return object.remove(field());
    }
}
