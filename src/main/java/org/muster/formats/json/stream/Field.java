package org.muster.formats.json.stream;

/**
 * A field that an object may or must have.
 *
 * @param position among the fields of its shape
 * @param absent what holds where the field is left out or broken
 */
public record Field<T>(int position, String name, boolean isRequired, Value<T> value, T absent) {}
