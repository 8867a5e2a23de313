package org.muster.district;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.muster.problem.faults.Limits;

/**
 * What the items of a list are.
 *
 * @param type the record of an item
 * @param id its identifier in the list
 * @param references what it points to; broken values, which are empty, point to nothing
 * @param limit how many items a list can have
 * @param fields those by which the list can be filtered or sorted. Personal ones beyond the name are not among them:
 *     they do not belong in an address
 * @param check finds what is wrong inside an item that was made in Java
 */
record ItemType<T>(
        Class<T> type,
        Function<T, String> id,
        Function<T, List<Reference>> references,
        ToIntFunction<Limits> limit,
        List<ItemField> fields,
        Check<T> check) {

    /** Adds what is wrong with an item to the faults of the validator. */
    interface Check<T> {
        void check(StoredItemValidator validator, T item);
    }

    ItemType {
        fields = List.copyOf(fields);
    }

    /** A list whose items point to nothing, and of which there can be as many as of any other such list. */
    static <T> ItemType<T> of(Class<T> type, Function<T, String> id, Check<T> check, ItemField... fields) {
        return new ItemType<>(type, id, _ -> List.of(), Limits::otherItems, List.of(fields), check);
    }

    /** The same list with items that point to others. */
    ItemType<T> pointingTo(Function<T, List<Reference>> newReferences) {
        return new ItemType<>(type, id, newReferences, limit, fields, check);
    }

    /** The same list with a limit of its own. */
    ItemType<T> atMost(ToIntFunction<Limits> newLimit) {
        return new ItemType<>(type, id, references, newLimit, fields, check);
    }

    boolean isTypeOf(Object value) {
        return type.isInstance(value);
    }

    String idOf(Object value) {
        return id.apply(type.cast(value));
    }

    List<Reference> referencesOf(Object value) {
        return references.apply(type.cast(value));
    }

    void check(StoredItemValidator validator, Object value) {
        check.check(validator, type.cast(value));
    }
}
