package org.muster.demo;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.muster.formats.hours.OpeningHours;
import org.muster.problem.Location;

/**
 * A real sampling point of Hangzhou.
 *
 * <p>Source: awesome-cn-data, CC BY 4.0; credited beside the file.
 */
record SamplingPoint(String id, String name, String address, String kind, OpeningHours hours, Location location) {
    /** A subdistrict or town, perhaps behind city and district; "小镇" is a marketing name. */
    private static final Pattern SUBDISTRICT =
            Pattern.compile("^(?:杭州市)?(?:\\p{IsHan}{1,3}?[区县市])?(\\p{IsHan}{2,3}(?:街道|(?<!小)镇|乡))");

    private static final Pattern COMMUNITY = Pattern.compile("\\p{IsHan}{2,6}?社区|\\p{IsHan}{2,6}?村");

    /** Every point of the file. */
    static List<SamplingPoint> all() {
        return RealPlaces.rows("hangzhou_sites.csv")
                .map(fields -> new SamplingPoint(
                        fields[0],
                        fields[1],
                        fields[2],
                        fields[3],
                        OpeningHours.parse(fields[4]),
                        new Location(Double.parseDouble(fields[5]), Double.parseDouble(fields[6]))))
                .toList();
    }

    /** The subdistrict that its name or its address begins with. */
    Optional<String> namedSubdistrict() {
        return Stream.of(name, address)
                .map(SUBDISTRICT::matcher)
                .filter(matcher -> matcher.find())
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    /** Its subdistrict or, where none is named, a square of a twentieth of a degree. */
    String subdistrict() {
        return namedSubdistrict()
                .orElseGet(() ->
                        "网格%.0f-%.0f".formatted(Math.floor(location.lat() * 20), Math.floor(location.lon() * 20)));
    }

    /** The community or village in its name or, where none is named, the point itself. */
    String community() {
        var matcher = COMMUNITY.matcher(name.replaceFirst("^.*(街道|镇|乡)", ""));
        return matcher.find() ? matcher.group() : name;
    }

    /** Whether people who may take samples are to be sent, rather than brought by a laboratory. */
    boolean isMedical() {
        return switch (kind) {
            case "二级以上医院", "基层医疗机构", "基层", "第三方检测机构" -> true;
            default -> false;
        };
    }
}
