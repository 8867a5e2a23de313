package org.muster.district;

import java.util.Arrays;
import java.util.Optional;

/** The lists that a district keeps, in an order in which no item points to a list that comes later. */
public enum DistrictList {
    COMMUNITIES("communities"),
    SKILLS("skills"),
    POSTS("posts"),
    DUTY_RULES("dutyRules"),
    UNITS("units"),
    SITES("sites"),
    ROUNDS("rounds"),
    WINDOWS("windows"),
    DEMANDS("demands"),
    CADRES("cadres");

    private final String field;

    DistrictList(String field) {
        this.field = field;
    }

    /** The name of the list in a problem. */
    public String field() {
        return field;
    }

    /** The name of the list in an address: lower case with hyphens. */
    public String path() {
        return this == DUTY_RULES ? "duty-rules" : field;
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
