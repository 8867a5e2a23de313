package org.muster.formats.sheets;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.muster.district.DistrictList;
import org.muster.formats.sheets.lines.SheetFault;
import org.muster.formats.sheets.lines.SheetPlace;
import org.muster.formats.sheets.reading.SheetItems;
import org.muster.formats.sheets.reading.SheetReader;
import org.muster.problem.faults.Fault;
import org.muster.problem.faults.FaultTexts;
import org.muster.problem.faults.Limits;

/** Spreadsheets as people and programs make them, in a folder. */
public record SheetFiles(Path folder) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Formats as Excel writes them: general, two dates, a date of Chinese, a date and time, a count, a text. */
    private static final String STYLES = """
            <styleSheet><numFmts count="2">\
            <numFmt numFmtId="176" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/>\
            <numFmt numFmtId="177" formatCode="#,##0&quot;days&quot;_ ;[Red]\\-#,##0"/></numFmts>\
            <cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="7"><xf numFmtId="0"/>\
            <xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="176"/><xf numFmtId="22"/><xf numFmtId="177"/>\
            <xf numFmtId="49"/></cellXfs></styleSheet>""";

    /** A text file with some lines. */
    public Path csv(String... lines) throws IOException {
        return csv(StandardCharsets.UTF_8, "", lines);
    }

    public Path csv(Charset charset, String mark, String... lines) throws IOException {
        return bytes((mark + String.join("\r\n", lines) + "\r\n").getBytes(charset));
    }

    public Path bytes(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("list.file"), bytes);
    }

    /** A workbook with one sheet. */
    public Path workbook(String name, Consumer<Worksheet> filling) throws IOException {
        var file = folder.resolve("list.xlsx");
        try (var out = Files.newOutputStream(file);
                var workbook = new Workbook(out, "test", null)) {
            filling.accept(workbook.newWorksheet(name));
        }
        return file;
    }

    /** A workbook of one sheet whose cells are texts, and numbers where they are numbers. */
    public Path table(String name, Object[]... rows) throws IOException {
        return workbook(name, sheet -> fill(sheet, rows));
    }

    public static void fill(Worksheet sheet, Object[]... rows) {
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].length; column++) {
                switch (rows[row][column]) {
                    case Number number -> sheet.value(row, column, number);
                    case Boolean truth -> sheet.value(row, column, truth);
                    case Object text when text.toString().isEmpty() -> {}
                    case Object text -> sheet.value(row, column, text.toString());
                }
            }
        }
    }

    public static Object[] row(Object... cells) {
        return cells;
    }

    /** A workbook of one sheet, told as XML: its rows, and the texts that its cells share. */
    Path xml(String rows, String... sharedTexts) throws IOException {
        return xmlBehind("", rows, sharedTexts);
    }

    /** The same, with something at the beginning of the sheet. */
    Path xmlBehind(String doctype, String rows, String... sharedTexts) throws IOException {
        String texts = Arrays.stream(sharedTexts)
                .map(text -> "<si><t>" + text + "</t></si>")
                .collect(Collectors.joining("", "<sst>", "</sst>"));
        return parts(
                "[Content_Types].xml",
                """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.\
                spreadsheetml.sheet.main+xml"/><Override PartName="/xl/sharedStrings.xml" \
                ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>\
                <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.\
                spreadsheetml.styles+xml"/></Types>""",
                "xl/workbook.xml",
                """
                <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>\
                <sheet name="表1" sheetId="1" r:id="rId1"/></sheets></workbook>""",
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
                "xl/styles.xml",
                STYLES,
                "xl/sharedStrings.xml",
                texts,
                "xl/worksheets/sheet1.xml",
                doctype + "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }

    /** An archive: names and contents in turn. */
    Path parts(String... namesAndContents) throws IOException {
        var file = folder.resolve("parts.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    public static SheetItems read(DistrictList list, Path file) throws IOException {
        return new SheetReader(Limits.DEFAULT).read(list, file);
    }

    public static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException("This is no JSON: " + text, e);
        }
    }

    /** The items that were read. */
    public static List<JsonNode> itemsOf(SheetItems read) {
        return read.items().stream().map(item -> json(item.item().toString())).toList();
    }

    /** Each fault as a line: where, what, and with which params. */
    public static List<String> faultsOf(SheetItems read) {
        return Stream.concat(read.faults().stream(), read.missingColumns().stream())
                .map(SheetFiles::line)
                .toList();
    }

    private static String line(SheetFault fault) {
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            FaultTexts.of(language).sentence(new Fault("", fault.code(), fault.params()));
        }
        return placed(fault.place()) + " " + fault.code().id() + " " + new TreeMap<>(fault.params());
    }

    public static String placed(SheetPlace place) {
        return (place.sheet().isEmpty() ? "" : place.sheet() + "!")
                + (place.column() == null ? "" : place.column())
                + place.row()
                + (place.header() == null ? "" : " " + place.header());
    }
}
