package org.muster.formats.sheets.cells;

import static org.muster.formats.sheets.cells.Column.optional;
import static org.muster.formats.sheets.cells.Column.required;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.district.DistrictList;
import org.muster.problem.Cadre;
import org.muster.problem.Site;
import org.muster.problem.rules.DutyRule;

/** The columns of each list, in the order in which they are written, and the names by which they are known. */
public final class ListColumns {

    private static final CellCodec IDENTIFIER = TextForms.IDENTIFIER;
    private static final CellCodec NAME = TextForms.NAME;
    private static final CellCodec WHOLE = NumberForms.WHOLE;
    private static final CellCodec IDENTIFIERS = ListForms.IDENTIFIERS;

    private static final Column ID = required("id", IDENTIFIER);
    private static final Column CALLED = optional("name", NAME);
    private static final Column LAT = required("location/lat", NumberForms.DECIMAL);
    private static final Column LON = required("location/lon", NumberForms.DECIMAL);

    private static final Pattern IN_BRACKETS = Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*]|【[^【】]*】");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]");

    private static final Map<DistrictList, ListColumns> ALL = new EnumMap<>(DistrictList.class);

    static {
        for (var list : DistrictList.values()) {
            ALL.put(list, new ListColumns(list, columnsOf(list)));
        }
    }

    private final List<Column> columns;
    private final Map<String, Column> byName = new HashMap<>();

    private ListColumns(DistrictList list, List<Column> columns) {
        this.columns = columns;
        for (var column : columns) {
            for (var name : namesOf(list, column)) {
                var other = byName.put(nameKey(name), column);
                if (other != null && !other.equals(column)) {
                    throw new IllegalStateException("In %s, both %s and %s are called (%s)."
                            .formatted(list, other.field(), column.field(), name));
                }
            }
        }
    }

    private static List<Column> columnsOf(DistrictList list) {
        return switch (list) {
            case COMMUNITIES -> List.of(ID, CALLED, required("subdistrict", IDENTIFIER), LAT, LON);
            case SKILLS -> List.of(ID, CALLED, optional("scarce", Choice.truth()));
            case POSTS ->
                List.of(
                        ID,
                        CALLED,
                        optional("skillsAnyOf", IDENTIFIERS),
                        optional("skillsAllOf", IDENTIFIERS),
                        optional("tags", IDENTIFIERS),
                        optional("minAge", WHOLE),
                        optional("maxAge", WHOLE));
            case DUTY_RULES ->
                Stream.concat(
                                Stream.of(ID, optional("minRest", WHOLE), optional("maxMinutesPerDay", WHOLE)),
                                Arrays.stream(DutyRule.values()).map(rule -> optional(rule.id(), formOf(rule))))
                        .toList();
            case UNITS ->
                List.of(
                        ID,
                        CALLED,
                        required("staff", WHOLE),
                        optional("maxAway", WHOLE),
                        optional("maxAwayShare", NumberForms.SHARE),
                        optional("subdistricts", IDENTIFIERS));
            case SITES ->
                List.of(
                        ID,
                        CALLED,
                        optional("kind", Choice.of("siteKind", Site.Kind.class).form()),
                        required("community", IDENTIFIER),
                        LAT,
                        LON,
                        optional(
                                "admits", Choice.of("admits", Site.Admits.class).form()),
                        optional("residents", WHOLE));
            case ROUNDS -> List.of(ID, CALLED, required("date", TimeForms.DATE));
            case WINDOWS ->
                List.of(
                        ID,
                        required("round", IDENTIFIER),
                        required("start", TimeForms.DATE_TIME),
                        required("end", TimeForms.DATE_TIME),
                        optional("kind", IDENTIFIER));
            case DEMANDS ->
                List.of(
                        ID,
                        required("site", IDENTIFIER),
                        required("window", IDENTIFIER),
                        required("post", IDENTIFIER),
                        required("min", WHOLE),
                        required("ideal", WHOLE),
                        required("max", WHOLE),
                        required("priority", WHOLE),
                        optional("idealWeight", WHOLE),
                        optional("overWeight", WHOLE));
            case CADRES ->
                List.of(
                        ID,
                        CALLED,
                        required("unit", IDENTIFIER),
                        optional("level", Choice.of("level", Cadre.Level.class).form()),
                        required("homeCommunity", IDENTIFIER),
                        LAT,
                        LON,
                        optional("phone", TextForms.PHONE),
                        optional("birthDate", TimeForms.DATE),
                        optional("lastServiceDay", TimeForms.DATE),
                        optional("skills", ListForms.HELD_SKILLS),
                        optional("availability", ListForms.AVAILABILITY),
                        optional("absences", ListForms.ABSENCES),
                        optional("confinedTo", IDENTIFIER),
                        optional("confinements", ListForms.CONFINEMENTS),
                        optional("avoidTags", IDENTIFIERS),
                        optional("roundsServed", WHOLE),
                        optional("minutesServed", WHOLE),
                        optional("lastSite", IDENTIFIER),
                        optional("dutyRules", IDENTIFIER));
        };
    }

    private static CellCodec formOf(DutyRule rule) {
        return switch (rule) {
            case MIN_DUTIES,
                    MAX_DUTIES,
                    MIN_MINUTES,
                    MAX_MINUTES,
                    MAX_CONSECUTIVE_DAYS,
                    MIN_CONSECUTIVE_DAYS,
                    MAX_CONSECUTIVE_DAYS_OFF,
                    MIN_CONSECUTIVE_DAYS_OFF,
                    MAX_WEEKENDS,
                    MAX_TRAVEL -> DutyForms.COUNT;
            case MAX_PER_KIND -> DutyForms.PER_KIND;
            case FORBIDDEN_SUCCESSIONS -> DutyForms.SUCCESSIONS;
        };
    }

    public static ListColumns of(DistrictList list) {
        var columns = ALL.get(list);
        if (columns == null) {
            throw new IllegalStateException("The columns of %s are unknown.".formatted(list));
        }
        return columns;
    }

    public List<Column> all() {
        return columns;
    }

    /** The column that is known by a name; null where there is none. */
    public @Nullable Column find(String name) {
        return byName.get(nameKey(name));
    }

    private static List<String> namesOf(DistrictList list, Column column) {
        return Stream.concat(
                        Stream.of(column.field()),
                        Wording.ALL.stream()
                                .map(wording -> wording.column(list, column))
                                .flatMap(entry -> Stream.concat(Stream.of(entry.header()), entry.synonyms().stream())))
                .toList();
    }

    /** What two names have in common that mean the same: letters and digits, but not in brackets. */
    private static String nameKey(String name) {
        String plain = TextNormalizer.wordKey(name);
        return NEITHER_LETTER_NOR_DIGIT
                .matcher(IN_BRACKETS.matcher(plain).replaceAll(""))
                .replaceAll("");
    }
}
