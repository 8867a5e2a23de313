package org.muster.formats.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muster.formats.sheets.SheetFiles.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.district.DistrictList;
import org.muster.formats.sheets.cells.CellCodec;
import org.muster.formats.sheets.cells.CellTooLongException;
import org.muster.formats.sheets.cells.SheetFormat;
import org.muster.formats.sheets.writing.SheetWriter;

class RoundTripTest {

    private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    @TempDir
    private Path folder;

    /** Odd seeds write CSV, even ones XLSX. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatWasWrittenReadsBackTheSame(long seed) throws IOException {
        var format = seed % 2 == 0 ? SheetFormat.XLSX : SheetFormat.CSV;
        for (var list : DistrictList.values()) {
            for (var language : LANGUAGES) {
                var random = new RandomItems(seed);
                var items =
                        IntStream.range(0, 30).mapToObj(_ -> random.item(list)).toList();
                var read = SheetFiles.read(list, written(list, format, language, items));
                assertThat(read.faults())
                        .as("faults of %s in %s", list, language)
                        .isEmpty();
                assertThat(read.items().stream()
                                .map(item -> comparable(json(item.item().toString()))))
                        .as("%s in %s, seed %d", list, language, seed)
                        .containsExactlyElementsOf(
                                items.stream().map(RoundTripTest::comparable).toList());
            }
        }
    }

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void writesMoreRowsThanItKeepsInMemory(SheetFormat format) throws IOException {
        var items = IntStream.range(0, 2_001)
                .<JsonNode>mapToObj(i -> CellCodec.NODES.objectNode().put("id", "s" + i))
                .toList();
        var read = SheetFiles.read(DistrictList.SKILLS, written(DistrictList.SKILLS, format, Locale.ENGLISH, items));
        assertThat(read.faults()).isEmpty();
        assertThat(read.items().stream().map(item -> json(item.item().toString())))
                .containsExactlyElementsOf(items);
    }

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void takesTheForceOutOfFormulas(SheetFormat format) throws IOException {
        for (var formula : List.of("=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠SUM(A1)")) {
            var item = CellCodec.NODES.objectNode().put("id", "a").put("name", formula);
            var file = written(DistrictList.SKILLS, format, Locale.ENGLISH, List.of(item));
            assertThat(cellsOf(file, format)).contains("'" + formula);
            assertThat(json(SheetFiles.read(DistrictList.SKILLS, file)
                            .items()
                            .getFirst()
                            .item()
                            .toString()))
                    .isEqualTo(item);
        }
    }

    @Test
    void writesWordsInTheLanguageOfTheFile() throws IOException {
        var item = json("""
                {"id":"s","kind":"SEALED","community":"c","location":{"lat":1,"lon":2},"admits":"RESIDENTS"}""");
        assertThat(Files.readString(written(DistrictList.SITES, SheetFormat.CSV, Locale.CHINA, List.of(item))))
                .isEqualTo("\uFEFF编号,名称,类型,社区,纬度,经度,可上岗人员,居民人数\r\ns,,封控小区,c,1,2,仅限居民,\r\n");
        assertThat(Files.readString(written(DistrictList.SITES, SheetFormat.CSV, Locale.UK, List.of(item))))
                .isEqualTo("\uFEFFid,name,kind,community,lat,lon,admits,residents\r\ns,,SEALED,c,1,2,RESIDENTS,\r\n");
    }

    @Test
    void losesNothingSilently() {
        var writer = new SheetWriter(DistrictList.SKILLS, SheetFormat.CSV, Locale.ENGLISH);
        assertThatThrownBy(
                        () -> writer.write(List.of("{\"id\":\"a\",\"colour\":\"red\"}"), new ByteArrayOutputStream()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("colour")
                .hasMessageNotContaining("red");
    }

    @ParameterizedTest
    @EnumSource(DistrictList.class)
    void templatesHaveTheHeaderAndNoItems(DistrictList list) throws IOException {
        for (var format : SheetFormat.values()) {
            for (var language : LANGUAGES) {
                var file = folder.resolve("template");
                try (var out = Files.newOutputStream(file)) {
                    new SheetWriter(list, format, language).template(out);
                }
                var read = SheetFiles.read(list, file);
                assertThat(read.faults()).isEmpty();
                assertThat(read.items()).isEmpty();
            }
        }
    }

    @Test
    void templatesOfWorkbooksExplainEachColumn() throws IOException {
        var file = folder.resolve("template.xlsx");
        try (var out = Files.newOutputStream(file)) {
            new SheetWriter(DistrictList.CADRES, SheetFormat.XLSX, Locale.CHINESE).template(out);
        }
        try (var workbook = new ReadableWorkbook(file.toFile());
                var rows = workbook.getSheet(1).orElseThrow().openStream()) {
            assertThat(rows.map(row -> row.getCellText(0) + " | " + row.getCellText(2) + " | " + row.getCellText(3)))
                    .hasSize(21)
                    .contains("列 | 必填 | 填写方式", "级别 | 否 | 选项：市级 / 区级 / 街道 / 居民");
        }
    }

    @Test
    void refusesValuesThatNoCellOfAWorkbookHolds() throws IOException {
        var tags = IntStream.range(0, 1_000).mapToObj("tag-%035d"::formatted).toList();
        var post = CellCodec.NODES.objectNode().put("id", "p");
        tags.forEach(post.putArray("tags")::add);
        assertThatThrownBy(() -> written(DistrictList.POSTS, SheetFormat.XLSX, Locale.CHINA, List.of(post)))
                .isInstanceOfSatisfying(CellTooLongException.class, refusal -> {
                    assertThat(refusal.id()).isEqualTo("p");
                    assertThat(refusal.column()).isEqualTo("标签");
                });
        var file = written(DistrictList.POSTS, SheetFormat.CSV, Locale.CHINA, List.of(post));
        assertThat(SheetFiles.itemsOf(SheetFiles.read(DistrictList.POSTS, file)))
                .containsExactly(post);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aCellOfAWorkbookHolds32767Characters(int more) throws IOException {
        var post = CellCodec.NODES.objectNode().put("id", "p");
        var tags = post.putArray("tags");
        IntStream.range(0, 799).forEach(i -> tags.add("tag-%035d".formatted(i)));
        int left = 32_767 - 799 * 41;
        tags.add("x".repeat(left + more));
        var items = List.of(post);
        if (more == 0) {
            assertThat(SheetFiles.itemsOf(SheetFiles.read(
                            DistrictList.POSTS, written(DistrictList.POSTS, SheetFormat.XLSX, Locale.CHINA, items))))
                    .containsExactly(post);
        } else {
            assertThatThrownBy(() -> written(DistrictList.POSTS, SheetFormat.XLSX, Locale.CHINA, items))
                    .isInstanceOf(CellTooLongException.class);
        }
    }

    private Path written(DistrictList list, SheetFormat format, Locale language, List<? extends JsonNode> items)
            throws IOException {
        var file = folder.resolve("written");
        try (var out = Files.newOutputStream(file)) {
            new SheetWriter(list, format, language)
                    .write(items.stream().map(JsonNode::toString).toList(), out);
        }
        return file;
    }

    private static List<String> cellsOf(Path file, SheetFormat format) throws IOException {
        if (format == SheetFormat.CSV) {
            return Stream.of(Files.readString(file, StandardCharsets.UTF_8).split("[,\r\n]+"))
                    .map(cell -> cell.replace("\"", ""))
                    .toList();
        }
        try (var workbook = new ReadableWorkbook(file.toFile());
                var rows = workbook.getFirstSheet().openStream()) {
            return rows.flatMap(row -> row.stream().map(cell -> cell == null ? "" : cell.getText()))
                    .toList();
        }
    }

    /** Without the order of fields, which means nothing, and with numbers as they count. */
    private static Object comparable(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                Map<String, Object> fields = new TreeMap<>();
                object.properties().forEach(field -> fields.put(field.getKey(), comparable(field.getValue())));
                yield fields;
            }
            case ArrayNode array ->
                array.valueStream().map(RoundTripTest::comparable).toList();
            case JsonNode number
            when number.isNumber() -> number.decimalValue().stripTrailingZeros().toPlainString();
            default -> node.toString();
        };
    }
}
