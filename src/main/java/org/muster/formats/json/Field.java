package org.muster.formats.json;

/**
 * A field that an object may or must have.
 *
 * @param position among the fields of its shape
 * @param absent what holds where the field is left out or broken
 */
record Field<T>(int position, String name, boolean isRequired, Value<T> value, T absent) {}
