package org.muster.formats.sheets;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.muster.district.DistrictList;
import org.muster.formats.sheets.cells.SheetFormat;
import org.muster.formats.sheets.reading.SheetReader;
import org.muster.formats.sheets.writing.SheetWriter;
import org.muster.problem.faults.Limits;

/**
 * Writes and reads large lists, and prints what became of each. To be started in a JVM with a small heap, with a folder
 * as its only argument.
 */
final class SmallHeap {

    private static final int CADRES = 100_000;

    private final Path folder;
    private final PrintStream out;

    private SmallHeap(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    static void main(String[] arguments) throws IOException {
        var heap = new SmallHeap(Path.of(arguments[0]), new PrintStream(System.out, true, StandardCharsets.UTF_8));
        for (var format : SheetFormat.values()) {
            heap.writeAndRead(format);
        }
        heap.read("bomb", heap.bomb());
        heap.read("strings", heap.manySharedTexts());
    }

    private void writeAndRead(SheetFormat format) throws IOException {
        var file = folder.resolve("cadres." + format);
        long start = System.nanoTime();
        try (var stream = Files.newOutputStream(file)) {
            Iterable<String> items = () -> cadres();
            new SheetWriter(DistrictList.CADRES, format, Locale.CHINESE).write(items, stream);
        }
        long seconds = (System.nanoTime() - start) / 1_000_000;
        System.err.println(format + " written in " + seconds + " ms, " + (Files.size(file) >> 10) + " KB");
        read(format.name(), file);
    }

    private static Iterator<String> cadres() {
        return IntStream.range(0, CADRES)
                .mapToObj(i -> """
                        {"id":"C-%06d","name":"王小明%d","unit":"区发展和改革委员会-%d","level":"DISTRICT",\
                        "homeCommunity":"北新桥街道-%d","location":{"lat":39.9%05d,"lon":116.4%05d},\
                        "phone":"138%08d","birthDate":"19%02d-06-18","skills":[{"skill":"nurse",\
                        "until":"2010-12-31"},{"skill":"driver"}],"availability":[{"start":"2022-05-03T07:00",\
                        "end":"2022-05-03T15:00","kind":"UNDESIRED","weight":2}],"avoidTags":["lifting","night"],\
                        "roundsServed":%d,"minutesServed":%d,"lastSite":"S-%d","dutyRules":"standard"}""".formatted(i, i, i % 300, i % 200, i, i, i, 60 + i % 40, i % 7, i % 5_000, i % 900))
                .iterator();
    }

    private void read(String what, Path file) throws IOException {
        long start = System.nanoTime();
        var read = new SheetReader(Limits.DEFAULT).read(DistrictList.CADRES, file);
        System.err.println(what + " read in " + (System.nanoTime() - start) / 1_000_000 + " ms");
        var faults = read.faults().stream().map(fault -> fault.code().id()).toList();
        out.println(what + ": " + read.items().size() + " items, faults " + faults);
    }

    private Path bomb() throws IOException {
        return part(
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData>",
                "<row><c r=\"A1\"><v>1</v></c></row>",
                45_000_000);
    }

    private Path manySharedTexts() throws IOException {
        return part("xl/sharedStrings.xml", "<sst>", "<si><t/></si>", 22_000_000);
    }

    private Path part(String name, String head, String piece, int count) throws IOException {
        var file = folder.resolve("hostile.xlsx");
        byte[] pieces = piece.repeat(10_000).getBytes(StandardCharsets.UTF_8);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(head.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < count; i += 10_000) {
                zip.write(pieces);
            }
            zip.closeEntry();
        }
        System.err.println("hostile: " + (Files.size(file) >> 10) + " KB");
        return file;
    }
}
