package org.muster.formats.sheets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.muster.district.DistrictList;
import org.muster.formats.sheets.cells.CellCodec;
import org.muster.formats.sheets.cells.Choice;
import org.muster.formats.sheets.cells.Column;
import org.muster.formats.sheets.cells.ListColumns;
import org.muster.formats.sheets.cells.Wording;
import org.muster.problem.Dice;

/** Items of every list with everything that can be in them, the oddest identifiers among them. */
final class RandomItems {

    private static final List<String> IDENTIFIERS = List.of(
            "a",
            "C-001",
            "财政局",
            "a,b",
            "a, b",
            "司机(C1)",
            "司机（C1）",
            "x(2020~)",
            "x(~)",
            "x(2020至今)",
            "=1+1",
            "+86",
            "-",
            "@SUM(A1)",
            "night-",
            "early=2",
            "a@5",
            "x @ 20",
            "12",
            "012",
            "12.0",
            "1E+05",
            "00017",
            "1e3",
            "TRUE",
            "2022-05-03",
            "0.5",
            "a:b",
            "a|b*c~d&e",
            "a-b - c",
            "(~)",
            "x5",
            "2022-05-03~",
            "·",
            "市级",
            "a#/b",
            "_x0041_",
            "'a".substring(1),
            "ｘ１",
            "a → b".replace('→', '.'));

    private static final List<String> NAMES = List.of(
            "张三",
            "张　三",
            "O'Neil",
            "'=1+1",
            "''-x",
            "=HYPERLINK(\"http://x\")",
            "=\"00017\"",
            "＝1+1",
            "＋1",
            "－1",
            "＠x",
            "﹦1",
            "'＝1",
            "+1",
            "-1",
            "@x",
            "a;b",
            "a,b",
            "\"q\"",
            "𠮷野",
            "_x000D_",
            "<b>&amp;",
            "🏮",
            "1,200",
            "30%",
            "2022/5/3",
            "'",
            "''",
            "'a",
            "北门,\"东\";西\\n");

    private final Dice dice;

    RandomItems(long seed) {
        dice = new Dice(new SplittableRandom(seed));
    }

    JsonNode item(DistrictList list) {
        var item = CellCodec.NODES.objectNode();
        for (var column : ListColumns.of(list).all()) {
            if (column.isRequired() || !dice.oneIn(3)) {
                column.put(item, value(column));
            }
        }
        return item;
    }

    private JsonNode value(Column column) {
        return switch (column.form().id()) {
            case "identifier" -> text(identifier());
            case "name" -> text(dice.pick(NAMES));
            case "phone" -> text(dice.pick(List.of("13800138000", "+86 138-0013-8000", "010-55550100", "=1")));
            case "whole" -> whole();
            case "decimal" ->
                CellCodec.NODES.numberNode(new BigDecimal(
                        dice.pick(List.of("39.9289", "-116.4", "0", "1E-7", "39.92890123456789", "90.0"))));
            case "share" ->
                CellCodec.NODES.numberNode(new BigDecimal(
                        dice.pick(List.of("0.3", "1", "0", "0.290", "0.12345678901234567", "0.1234567890123456789"))));
            case "date" -> text(date());
            case "dateTime" -> text(time());
            case "choice" -> constant(column.form().choices().getFirst());
            case "identifiers" -> several(() -> text(identifier()));
            case "heldSkills" -> several(this::heldSkill);
            case "availability" -> several(this::availability);
            case "absences" -> several(this::absence);
            case "confinements" -> several(this::confinement);
            case "dutyCount" -> preferred(whole());
            case "dutyPerKind" -> preferred(perKind());
            case "dutySuccessions" -> preferred(several(() -> pair(identifier(), identifier())));
            default ->
                throw new IllegalStateException(
                        "Nobody makes a value of " + column.form().id());
        };
    }

    private JsonNode constant(Choice choice) {
        String word =
                Choice.TRUTH == choice ? dice.pick(List.of("true", "false")) : dice.pick(choice.words(Wording.ENGLISH));
        return Choice.TRUTH == choice ? CellCodec.NODES.booleanNode(word.equals("true")) : text(word);
    }

    private JsonNode heldSkill() {
        var held = CellCodec.NODES.objectNode().put("skill", identifier());
        maybe(held, "from", this::date);
        maybe(held, "until", this::date);
        return held;
    }

    private JsonNode availability() {
        var interval = CellCodec.NODES
                .objectNode()
                .put("start", time())
                .put("end", time())
                .put("kind", dice.pick(List.of("UNAVAILABLE", "UNDESIRED", "DESIRED")));
        if (dice.oneIn(2)) {
            interval.set("windowKinds", several(() -> text(identifier())));
        }
        if (dice.oneIn(2)) {
            interval.put("weight", dice.upTo(100_000));
        }
        return interval;
    }

    private JsonNode absence() {
        var absence = CellCodec.NODES
                .objectNode()
                .put("kind", dice.pick(List.of("LEAVE", "SICK", "OTHER")))
                .put("from", time());
        maybe(absence, "until", this::time);
        return absence;
    }

    private JsonNode confinement() {
        var confinement = CellCodec.NODES.objectNode().put("site", identifier()).put("from", time());
        maybe(confinement, "until", this::time);
        return confinement;
    }

    private JsonNode perKind() {
        var counts = CellCodec.NODES.objectNode();
        IntStream.rangeClosed(0, dice.upTo(3)).forEach(_ -> counts.put(identifier(), dice.upTo(9)));
        return counts;
    }

    private JsonNode pair(String first, String next) {
        return CellCodec.NODES.arrayNode().add(first).add(next);
    }

    private JsonNode preferred(JsonNode limit) {
        return dice.oneIn(2)
                ? limit
                : CellCodec.NODES.objectNode().<ObjectNode>set("limit", limit).put("weight", dice.upTo(100_000));
    }

    private JsonNode several(Supplier<JsonNode> one) {
        var array = CellCodec.NODES.arrayNode();
        IntStream.rangeClosed(0, dice.upTo(3)).forEach(_ -> array.add(one.get()));
        return array;
    }

    private void maybe(ObjectNode object, String field, Supplier<String> value) {
        if (dice.oneIn(2)) {
            object.put(field, value.get());
        }
    }

    private String identifier() {
        return dice.pick(IDENTIFIERS);
    }

    private String date() {
        return LocalDate.of(1900, 1, 1).plusDays(dice.upTo(100_000)).toString();
    }

    private String time() {
        return LocalDate.of(2022, 5, 1)
                .plusDays(dice.upTo(3))
                .atStartOfDay()
                .plusMinutes(dice.upTo(1439))
                .toString();
    }

    private JsonNode whole() {
        return CellCodec.NODES.numberNode(dice.upTo(dice.oneIn(2) ? 9 : 10_000_000));
    }

    private static JsonNode text(String text) {
        return CellCodec.NODES.textNode(text);
    }
}
