package org.muster.formats.sheets.cells;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.muster.problem.Availability;

/** Cells with several items in them. */
final class ListForms {

    private static final Choice ABSENCE_KIND = Choice.of("absence", "LEAVE", "SICK", "OTHER");
    private static final Choice AVAILABILITY_KIND = Choice.of("availability", Availability.Kind.class);

    /** Identifiers, kinds or tags: {@code heat; night}. */
    static final CellCodec IDENTIFIERS = CellCodec.ofText(
            "identifiers",
            text -> read(TextNormalizer.plain(text), TextForms::text),
            value -> write(value, JsonNode::asText));

    /** Skills, perhaps with their first and last day: {@code driver; nurse(2020-01-01~2023-12-31)}. */
    static final CellCodec HELD_SKILLS = CellCodec.ofText(
            "heldSkills",
            text -> read(TextNormalizer.plain(text), ListForms::readSkill),
            value -> write(value, ListForms::skill));

    /** Sites that a cadre is confined to, with the time: {@code 北门(2022-05-01 00:00~)}. */
    static final CellCodec CONFINEMENTS = CellCodec.ofText(
            "confinements",
            text -> read(TextNormalizer.plain(text), ListForms::readConfinement),
            value -> write(value, ListForms::confinement));

    /** Times in which a cadre is away: {@code LEAVE 2022-05-03 08:00~2022-05-05 12:00}. */
    static final CellCodec ABSENCES = new CellCodec(
            "absences",
            List.of(ABSENCE_KIND),
            cell -> read(cell.text(), ListForms::readAbsence),
            (value, wording) -> new CellContent.Text(write(value, absence -> absence(absence, wording))));

    /** Times and the preference for them: {@code DESIRED 2022-05-03 07:00~15:00 [early; late] x5}. */
    static final CellCodec AVAILABILITY = new CellCodec(
            "availability",
            List.of(AVAILABILITY_KIND),
            cell -> read(TextNormalizer.plain(cell.text()), ListForms::readAvailability),
            (value, wording) -> new CellContent.Text(write(value, interval -> availability(interval, wording))));

    private static final Pattern COLON = Pattern.compile("^[:：]");
    private static final Pattern KIND = Pattern.compile("[^\\s\\d:：~～]*");
    private static final Pattern WEIGHT = Pattern.compile("(?<![^\\s\\]])[xX×*]\\s?(\\d{1,9})$");

    private ListForms() {}

    private static JsonNode read(String text, Function<String, JsonNode> item) {
        var array = CellCodec.NODES.arrayNode();
        Listing.parts(text).forEach(part -> array.add(item.apply(part)));
        return array;
    }

    private static String write(JsonNode array, Function<JsonNode, String> item) {
        var parts = new ArrayList<String>();
        array.forEach(value -> parts.add(item.apply(value)));
        return Listing.joined(parts);
    }

    private static JsonNode readSkill(String text) {
        var held = CellCodec.NODES.objectNode();
        var validityPeriod = ValidityPeriod.find(text);
        if (validityPeriod == null) {
            return held.set("skill", TextForms.text(text));
        }
        held.set("skill", TextForms.text(validityPeriod.what()));
        putDate("from", validityPeriod.from(), held);
        putDate("until", validityPeriod.until(), held);
        return held;
    }

    private static void putDate(String field, String text, ObjectNode into) {
        if (!text.isEmpty()) {
            into.set(field, TextForms.text(TimeForms.dateOf(text)));
        }
    }

    private static String skill(JsonNode held) {
        String skill = held.path("skill").asText();
        boolean isAlways = !held.has("from") && !held.has("until");
        return isAlways && ValidityPeriod.find(skill) == null
                ? skill
                : skill + "(" + held.path("from").asText() + "~"
                        + held.path("until").asText() + ")";
    }

    private static JsonNode readConfinement(String text) {
        var confinement = CellCodec.NODES.objectNode();
        var validityPeriod = ValidityPeriod.find(text);
        if (validityPeriod == null) {
            return confinement.set("site", TextForms.text(text));
        }
        confinement.set("site", TextForms.text(validityPeriod.what()));
        TimeForms.putInterval(validityPeriod.from() + "~" + validityPeriod.until(), "from", "until", confinement);
        return confinement;
    }

    private static String confinement(JsonNode confinement) {
        return confinement.path("site").asText() + "("
                + TimeForms.interval(confinement.get("from"), confinement.get("until")) + ")";
    }

    private static JsonNode readAbsence(String text) {
        var absence = CellCodec.NODES.objectNode();
        TimeForms.putInterval(putKind(text, ABSENCE_KIND, absence), "from", "until", absence);
        return absence;
    }

    private static String absence(JsonNode absence, Wording wording) {
        return ABSENCE_KIND.word(absence.path("kind").asText(), wording) + " "
                + TimeForms.interval(absence.get("from"), absence.get("until"));
    }

    private static JsonNode readAvailability(String text) {
        var interval = CellCodec.NODES.objectNode();
        String rest = text.replace('【', '[').replace('】', ']');
        var weight = WEIGHT.matcher(rest);
        boolean isWeighted = weight.find();
        if (isWeighted) {
            rest = TextNormalizer.stripped(rest.substring(0, weight.start()));
        }
        int open = rest.indexOf('[');
        boolean isForSomeKinds = open >= 0 && rest.endsWith("]");
        String time = isForSomeKinds ? rest.substring(0, open) : rest;
        TimeForms.putInterval(putKind(time, AVAILABILITY_KIND, interval), "start", "end", interval);
        if (isForSomeKinds) {
            interval.set("windowKinds", read(rest.substring(open + 1, rest.length() - 1), TextForms::text));
        }
        if (isWeighted) {
            interval.put("weight", Integer.parseInt(weight.group(1)));
        }
        return interval;
    }

    private static String availability(JsonNode interval, Wording wording) {
        var text = new StringBuilder(
                        AVAILABILITY_KIND.word(interval.path("kind").asText(), wording))
                .append(' ')
                .append(TimeForms.interval(interval.get("start"), interval.get("end")));
        if (interval.has("windowKinds")) {
            text.append(" [")
                    .append(write(interval.path("windowKinds"), JsonNode::asText))
                    .append(']');
        }
        if (interval.has("weight")) {
            text.append(" x").append(interval.path("weight").asText());
        }
        return text.toString();
    }

    /**
     * Puts the kind that a text begins with into an object, and gives back the time behind it. A text that begins with
     * no known kind is taken for a time as a whole: faults about times do not echo personal data.
     */
    private static String putKind(String text, Choice kinds, ObjectNode into) {
        var match = KIND.matcher(text);
        String word = match.lookingAt() ? match.group() : "";
        String kind = kinds.find(word);
        if (kind == null) {
            return text;
        }
        into.put("kind", kind);
        return COLON.matcher(TextNormalizer.stripped(text.substring(word.length())))
                .replaceFirst("");
    }
}
