package org.muster.district;

import java.util.List;
import java.util.Optional;

/**
 * A field by which a list can be filtered or sorted.
 *
 * @param name as in JSON
 */
public record ItemField(String name, Kind kind) {

    /** What a field holds. */
    public enum Kind {
        TEXT,
        NUMBER,
        /** Another item, or several; it can be filtered by, and sorted by where it is one. */
        REFERENCE,
        REFERENCES
    }

    /** The field of a list with a name; empty where it cannot be filtered or sorted by. */
    public static Optional<ItemField> find(DistrictList list, String name) {
        return of(list).stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** The fields of a list. Personal ones beyond the name are not among them: they do not belong in an address. */
    public static List<ItemField> of(DistrictList list) {
        return switch (list) {
            case COMMUNITIES -> List.of(text("id"), text("name"), text("subdistrict"));
            case SKILLS, DUTY_RULES -> List.of(text("id"), text("name"));
            case POSTS -> List.of(text("id"), text("name"), references("skillsAnyOf"), references("skillsAllOf"));
            case UNITS -> List.of(text("id"), text("name"), number("staff"), number("maxAway"), number("maxAwayShare"));
            case SITES ->
                List.of(
                        text("id"),
                        text("name"),
                        text("kind"),
                        reference("community"),
                        text("admits"),
                        number("residents"));
            case ROUNDS -> List.of(text("id"), text("name"), text("date"));
            case WINDOWS -> List.of(text("id"), reference("round"), text("start"), text("end"), text("kind"));
            case DEMANDS ->
                List.of(
                        text("id"),
                        reference("site"),
                        reference("window"),
                        reference("post"),
                        number("min"),
                        number("ideal"),
                        number("max"),
                        number("priority"));
            case CADRES ->
                List.of(
                        text("id"),
                        text("name"),
                        reference("unit"),
                        text("level"),
                        reference("homeCommunity"),
                        references("skills"),
                        number("roundsServed"),
                        number("minutesServed"),
                        reference("lastSite"),
                        reference("dutyRules"));
        };
    }

    private static ItemField text(String name) {
        return new ItemField(name, Kind.TEXT);
    }

    private static ItemField number(String name) {
        return new ItemField(name, Kind.NUMBER);
    }

    private static ItemField reference(String name) {
        return new ItemField(name, Kind.REFERENCE);
    }

    private static ItemField references(String name) {
        return new ItemField(name, Kind.REFERENCES);
    }
}
