package org.muster.formats.json.stream;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** What an object has in its fields. */
public final class Values {

    private final @Nullable Object[] values;
    private final BitSet seen = new BitSet();
    private final BitSet sound = new BitSet();

    Values(Shape shape) {
        values = new @Nullable Object[shape.fields().size()];
    }

    /** The value; where it is missing or broken, what holds instead. */
    public <T> T get(Field<T> field) {
        T value = find(field);
        return value != null ? value : field.absent();
    }

    /** The value; null where it is missing or broken. */
    @SuppressWarnings("unchecked")
    public <T> @Nullable T find(Field<T> field) {
        return (T) values[field.position()];
    }

    /** The name for people; the identifier where none was given. */
    public String nameOr(Field<String> name, Field<String> id) {
        String given = find(name);
        return given != null ? given : get(id);
    }

    /** Whether the value is there and has no fault. */
    public boolean has(Field<?> field) {
        return sound.get(field.position());
    }

    /** Notes that the field came by; false when it did so before. */
    boolean see(Field<?> field) {
        boolean first = !seen.get(field.position());
        seen.set(field.position());
        return first;
    }

    boolean saw(Field<?> field) {
        return seen.get(field.position());
    }

    void put(Field<?> field, @Nullable Object value, boolean isSound) {
        values[field.position()] = value;
        sound.set(field.position(), isSound);
    }
}
