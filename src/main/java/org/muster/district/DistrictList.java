package org.muster.district;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.muster.problem.faults.Limits;

/** The lists that a district keeps, in an order in which no item points to a list that comes later. */
@SuppressWarnings("ImmutableEnumChecker") // A type of items is a record of functions and constants.
public enum DistrictList {
    COMMUNITIES("communities", ItemTypes.COMMUNITY),
    SKILLS("skills", ItemTypes.SKILL),
    POSTS("posts", ItemTypes.POST),
    DUTY_RULES("dutyRules", ItemTypes.DUTY_RULES),
    UNITS("units", ItemTypes.UNIT),
    SITES("sites", ItemTypes.SITE),
    ROUNDS("rounds", ItemTypes.ROUND),
    WINDOWS("windows", ItemTypes.WINDOW),
    DEMANDS("demands", ItemTypes.DEMAND),
    CADRES("cadres", ItemTypes.CADRE);

    private final String field;
    private final ItemType<?> type;

    DistrictList(String field, ItemType<?> type) {
        this.field = field;
        this.type = type;
    }

    /** What its items are. */
    ItemType<?> type() {
        return type;
    }

    /** How many items it can have. */
    public int limit(Limits limits) {
        return type.limit().applyAsInt(limits);
    }

    /** The fields by which it can be filtered or sorted. */
    public List<ItemField> fields() {
        return type.fields();
    }

    /** The name of the list in a problem. */
    public String field() {
        return field;
    }

    /** The name of the list in an address: lower case with hyphens. */
    public String path() {
        return this == DUTY_RULES ? "duty-rules" : field;
    }

    /**
     * The list that has items of the type of a record.
     *
     * @throws IllegalArgumentException when there is none
     */
    static DistrictList of(Object value) {
        return Arrays.stream(values())
                .filter(list -> list.type.isTypeOf(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No list has items of the type (%s).".formatted(value.getClass())));
    }

    /** The list with a name in an address; empty where there is none. */
    public static Optional<DistrictList> findByPath(String path) {
        return Arrays.stream(values()).filter(list -> list.path().equals(path)).findFirst();
    }

    /** The list with a name in a problem; empty where there is none. */
    public static Optional<DistrictList> findByField(String field) {
        return Arrays.stream(values())
                .filter(list -> list.field().equals(field))
                .findFirst();
    }
}
