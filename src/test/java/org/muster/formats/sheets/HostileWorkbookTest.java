package org.muster.formats.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.formats.sheets.SheetFiles.faultsOf;
import static org.muster.formats.sheets.SheetFiles.itemsOf;
import static org.muster.formats.sheets.SheetFiles.json;
import static org.muster.formats.sheets.SheetFiles.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.district.DistrictList;

/** Workbooks that are made to harm, or are none. */
@Timeout(120)
class HostileWorkbookTest {

    private static final String DAMAGED = "0 damaged-spreadsheet {}";

    private static final String GOOD = """
            <row r="1"><c r="A1" t="inlineStr"><is><t>编号</t></is></c></row>\
            <row r="2"><c r="A2" t="inlineStr"><is><t>nurse</t></is></c></row>""";

    @TempDir
    private Path folder;

    private SheetFiles files;

    @BeforeEach
    void openFolder() {
        files = new SheetFiles(folder);
    }

    @Test
    void readsTheGoodOneThatTheOthersAreMadeOf() throws IOException {
        var read = read(DistrictList.SKILLS, files.xml(GOOD));
        assertThat(faultsOf(read)).isEmpty();
        assertThat(itemsOf(read)).containsExactly(json("{\"id\":\"nurse\"}"));
    }

    @Test
    void caresForNothingThatIsNoPartOfTheSheet() throws IOException {
        var file = folder.resolve("pictures.xlsx");
        byte[] picture = new byte[100_000];
        new Random(7).nextBytes(picture);
        try (var good = new ZipFile(files.xml(GOOD).toFile());
                var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : Collections.list(good.entries())) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(good.getInputStream(entry).readAllBytes());
            }
            zip.putNextEntry(new ZipEntry("xl/media/image1.png"));
            zip.write(picture);
            zip.putNextEntry(new ZipEntry("xl/drawings/vmlDrawing1.vml"));
            zip.write("<xml><br><v:shape></xml>".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        assertThat(faultsOf(read(DistrictList.SKILLS, file))).isEmpty();
        assertThat(read(DistrictList.SKILLS, file).items()).hasSize(1);
    }

    @Test
    void refusesAZipBomb() throws IOException {
        var file = folder.resolve("bomb.xlsx");
        byte[] megabyte = new byte[1 << 20];
        byte[] row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < megabyte.length; i++) {
            megabyte[i] = row[i % row.length];
        }
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 400; i++) {
                zip.write(megabyte);
            }
            zip.closeEntry();
        }
        assertThat(faultsOf(read(DistrictList.SKILLS, file)))
                .singleElement()
                .asString()
                .contains("too-large");
    }

    @Test
    void believesNoSizeThatAnArchiveNames() throws IOException {
        var file = files.parts("xl/worksheets/sheet1.xml", "<a>" + "<b/>".repeat(8 << 20) + "</a>");
        byte[] bytes = Files.readAllBytes(file);
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < bytes.length - 46; i++) {
            if (buffer.getInt(i) == 0x02014B50) {
                buffer.putInt(i + 24, 10);
            } else if (buffer.getInt(i) == 0x04034B50) {
                buffer.putInt(i + 22, 10);
            }
        }
        assertThat(faultsOf(read(DistrictList.SKILLS, Files.write(file, bytes))))
                .singleElement()
                .asString()
                .contains("too-large");
    }

    @Test
    void readsNoExternalEntity() throws IOException {
        var secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
        var file = files.xmlBehind(
                "<!DOCTYPE x [<!ENTITY secret SYSTEM \"" + secret.toUri() + "\">]>", GOOD.replace("nurse", "&secret;"));
        var read = read(DistrictList.SKILLS, file);
        assertThat(faultsOf(read)).containsExactly(DAMAGED);
        assertThat(read.items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x>", "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">",
                "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>", "\n\n<!-- c --><!DOCTYPE x>"
            })
    void refusesEveryDocumentType(String doctype) throws IOException {
        assertThat(faultsOf(read(DistrictList.SKILLS, files.xmlBehind(doctype, GOOD))))
                .containsExactly(DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A9999999999\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2000000000</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>x</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"?\"><v>x</v></c></row>",
                "<row r=\"x\"><c r=\"A1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\"><v>1</v></row>"
            })
    void refusesWhatNoWorkbookSays(String row) throws IOException {
        assertThat(faultsOf(read(DistrictList.SKILLS, files.xml(row + GOOD)))).containsExactly(DAMAGED);
    }

    @Test
    void refusesWhatIsOutOfAllProportion() throws IOException {
        String deep = "<a>".repeat(200) + "</a>".repeat(200);
        assertThat(faultsOf(read(DistrictList.SKILLS, files.xml(deep + GOOD)))).containsExactly(DAMAGED);

        String longNumber = "<row r=\"1\"><c r=\"A1\"><v>" + "9".repeat(100_000) + "</v></c></row>";
        assertThat(faultsOf(read(DistrictList.SKILLS, files.xml(longNumber + GOOD))))
                .containsExactly(DAMAGED);

        String longText = GOOD.replace("nurse", "x".repeat(3 << 20));
        assertThat(faultsOf(read(DistrictList.SKILLS, files.xml(longText)))).containsExactly(DAMAGED);

        String pieces = GOOD.replace("nurse", "<![CDATA[xxxxxxxxxx]]>".repeat(200_000));
        assertThat(faultsOf(read(DistrictList.SKILLS, files.xml(pieces)))).containsExactly(DAMAGED);
    }

    @Test
    void readsTheValuesOfFormulasWhateverTheyAre() throws IOException {
        var rows = new StringBuilder(GOOD);
        for (int i = 3; i <= 20_000; i++) {
            String formula = i % 2 == 0 ? "<f t=\"array\" ref=\"A%d\">1</f>" : "<f t=\"shared\" si=\"7\"/>";
            rows.append(("<row r=\"%d\"><c r=\"A%d\">" + formula + "<v>%d</v></c></row>").formatted(i, i, i, i));
        }
        var read = read(DistrictList.SKILLS, files.xml(rows.toString()));
        assertThat(faultsOf(read)).isEmpty();
        assertThat(read.items()).hasSize(19_999);
    }

    @Test
    void refusesThousandsOfParts() throws IOException {
        var file = folder.resolve("parts.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 6_000; i++) {
                zip.putNextEntry(new ZipEntry("p" + i));
                zip.closeEntry();
            }
        }
        assertThat(faultsOf(read(DistrictList.SKILLS, file))).containsExactly(DAMAGED);
    }

    @Test
    void knowsWhatIsNoWorkbook() throws IOException {
        byte[] legacy = new byte[600];
        System.arraycopy(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A},
                0,
                legacy,
                0,
                7);
        assertThat(faultsOf(read(DistrictList.SKILLS, files.bytes(legacy)))).containsExactly("0 legacy-spreadsheet {}");

        assertThat(faultsOf(read(DistrictList.SKILLS, files.parts("word/document.xml", "<document/>"))))
                .containsExactly("0 not-a-spreadsheet {}");

        byte[] whole = Files.readAllBytes(files.xml(GOOD));
        assertThat(faultsOf(read(DistrictList.SKILLS, files.bytes(Arrays.copyOf(whole, whole.length / 2)))))
                .containsExactly(DAMAGED);

        byte[] picture = new byte[5_000];
        new Random(1).nextBytes(picture);
        picture[0] = (byte) 0x89;
        assertThat(read(DistrictList.SKILLS, files.bytes(picture)).faults()).hasSize(1);
    }

    @Test
    void reportsErrorsAndFormulasWithoutTheirValue() throws IOException {
        var read = read(DistrictList.SKILLS, files.xml("""
                        <row r="1"><c r="A1" t="inlineStr"><is><t>编号</t></is></c>\
                        <c r="B1" t="inlineStr"><is><t>名称</t></is></c></row>\
                        <row r="2"><c r="A2"><f>1+1</f></c><c r="B2" t="e"><v>#N/A</v></c></row>\
                        <row r="3"><c r="A3" t="e"><f>1/0</f><v>#DIV/0!</v></c>\
                        <c r="B3" t="inlineStr"><is><t>#N/A</t></is></c></row>\
                        <row r="4"><c r="A4"><v>1E999999999</v></c><c r="B4"><v>zwölf</v></c></row>"""));
        assertThat(faultsOf(read))
                .containsExactly(
                        "表1!A2 编号 formula-without-value {}",
                        "表1!B2 名称 cell-error {value=#N/A}",
                        "表1!A3 编号 cell-error {value=#DIV/0!}",
                        "表1!B4 名称 cell-error {value=?}");
        assertThat(itemsOf(read))
                .containsExactly(json("{}"), json("{\"name\":\"#N/A\"}"), json("{\"id\":\"1E999999999\"}"));
    }
}
