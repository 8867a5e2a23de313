package org.muster.formats.sheets.cells;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Cells with a duty rule in them. The weight of a preferred rule follows an {@code @}; a required rule has none. */
final class DutyForms {

    /** A number: {@code 5}, or preferred with a weight of 20 {@code 5 @ 20}. */
    static final CellCodec COUNT = CellCodec.of("dutyCount", DutyForms::readCount, DutyForms::count);

    /** A number for each window kind: {@code early=2; night=1}, or preferred {@code early=2; night=1; @ 20}. */
    static final CellCodec PER_KIND = CellCodec.ofText("dutyPerKind", DutyForms::readPerKind, DutyForms::perKind);

    /** Window kinds that do not follow each other: {@code night > early}, or preferred {@code night > early; @ 20}. */
    static final CellCodec SUCCESSIONS =
            CellCodec.ofText("dutySuccessions", DutyForms::readSuccessions, DutyForms::successions);

    private static final int LONGEST_KIND = 500;
    private static final String LIMIT = "limit", WEIGHT = "weight";
    private static final char AT = '@', WIDE_AT = '＠';

    private static final Pattern KIND_AND_COUNT = Pattern.compile("(.+)[=＝:：]([^=＝:：]*)");
    private static final Pattern ARROW = Pattern.compile("->|=>|→|>|＞");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private DutyForms() {}

    private static JsonNode readCount(CellContent cell) {
        String text = cell.text();
        int at = lastAt(text);
        return at > 0
                ? preferred(NumberForms.wholeOf(TextNormalizer.stripped(text.substring(0, at))), text.substring(at + 1))
                : NumberForms.WHOLE.reading().read(cell);
    }

    private static CellContent count(JsonNode rule) {
        return isPreferred(rule)
                ? new CellContent.Text(
                        rule.path(LIMIT).asText() + " @ " + rule.path(WEIGHT).asText())
                : NumberForms.WHOLE.writing().write(rule, Wording.ENGLISH);
    }

    private static JsonNode readPerKind(String text) {
        int at = lastAt(text);
        boolean isPreferred = at > 0
                && DIGITS.matcher(TextNormalizer.halfWidth(text.substring(at + 1)))
                        .matches();
        return isPreferred ? preferred(perKindOf(text.substring(0, at)), text.substring(at + 1)) : perKindOf(text);
    }

    private static JsonNode perKindOf(String text) {
        var counts = CellCodec.NODES.objectNode();
        for (var part : Listing.parts(TextNormalizer.plain(text))) {
            var match = KIND_AND_COUNT.matcher(part);
            String kind = match.matches() ? TextNormalizer.stripped(match.group(1)) : part;
            String count = match.matches() ? TextNormalizer.stripped(match.group(2)) : "";
            if (counts.has(kind) || kind.length() > LONGEST_KIND) {
                return TextForms.text(text);
            }
            counts.set(kind, NumberForms.wholeOf(count));
        }
        return counts;
    }

    private static String perKind(JsonNode rule) {
        boolean isPreferred = rule.path(LIMIT).isObject();
        var parts = new ArrayList<String>();
        (isPreferred ? rule.path(LIMIT) : rule)
                .properties()
                .forEach(count ->
                        parts.add(count.getKey() + "=" + count.getValue().asText()));
        return withWeight(parts, rule, isPreferred);
    }

    private static JsonNode readSuccessions(String text) {
        var parts = Listing.parts(TextNormalizer.plain(text));
        boolean isPreferred = !parts.isEmpty()
                && lastAt(parts.getLast()) == 0
                && !ARROW.matcher(parts.getLast()).find();
        return isPreferred
                ? preferred(
                        successionsOf(parts.subList(0, parts.size() - 1)),
                        parts.getLast().substring(1))
                : successionsOf(parts);
    }

    private static JsonNode successionsOf(List<String> parts) {
        var pairs = CellCodec.NODES.arrayNode();
        for (var part : parts) {
            var pair = pairs.addArray();
            Arrays.stream(ARROW.split(part, -1))
                    .map(TextNormalizer::stripped)
                    .map(TextForms::text)
                    .forEach(pair::add);
        }
        return pairs;
    }

    private static String successions(JsonNode rule) {
        boolean isPreferred = isPreferred(rule);
        var parts = new ArrayList<String>();
        for (var pair : isPreferred ? rule.path(LIMIT) : rule) {
            var kinds = new ArrayList<String>();
            pair.forEach(kind -> kinds.add(kind.asText()));
            parts.add(String.join(" > ", kinds));
        }
        return withWeight(parts, rule, isPreferred);
    }

    private static String withWeight(List<String> parts, JsonNode rule, boolean isPreferred) {
        return isPreferred
                ? String.join("; ", parts) + "; @ " + rule.path(WEIGHT).asText()
                : Listing.joined(parts);
    }

    private static int lastAt(String text) {
        return Math.max(text.lastIndexOf(AT), text.lastIndexOf(WIDE_AT));
    }

    private static boolean isPreferred(JsonNode rule) {
        return rule.isObject();
    }

    private static ObjectNode preferred(JsonNode limit, String weight) {
        return CellCodec.NODES
                .objectNode()
                .<ObjectNode>set(LIMIT, limit)
                .set(WEIGHT, NumberForms.wholeOf(TextNormalizer.stripped(weight)));
    }
}
