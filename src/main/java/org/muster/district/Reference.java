package org.muster.district;

/**
 * An item pointing to another one of its district.
 *
 * @param pointer JSON Pointer of the value inside the item; of the whole list where it has no order
 * @param target the list that the other one is in
 * @param id identifier of the other one
 */
public record Reference(String pointer, DistrictList target, String id) {

    /** The field of the item that points. */
    public String field() {
        int end = pointer.indexOf('/', 1);
        return pointer.substring(1, end < 0 ? pointer.length() : end);
    }
}
