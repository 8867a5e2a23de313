package org.muster.formats.json.stream;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which fields an object may have. */
public final class Shape {

    private final Map<String, Field<?>> fields = new LinkedHashMap<>();

    /** Adds a field that every object of the shape has. */
    public <T> Field<T> required(String name, Value<T> value) {
        return add(new Field<>(fields.size(), name, true, value, value.standIn()));
    }

    /** Adds a field that may be left out or null. */
    public <T> Field<T> optional(String name, Value<T> value) {
        return optional(name, value, value.standIn());
    }

    /** Adds a field that says something when it is left out, too. */
    public <T> Field<T> optional(String name, Value<T> value, T absent) {
        return add(new Field<>(fields.size(), name, false, value, absent));
    }

    private <T> Field<T> add(Field<T> field) {
        fields.put(field.name(), field);
        return field;
    }

    @Nullable
    Field<?> find(String name) {
        return fields.get(name);
    }

    Collection<Field<?>> fields() {
        return fields.values();
    }
}
