package org.muster.formats.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.district.DistrictList;
import org.muster.formats.sheets.cells.SheetFormat;
import org.muster.formats.sheets.reading.SheetReader;
import org.muster.formats.sheets.writing.SheetWriter;
import org.muster.problem.faults.Fault;
import org.muster.problem.faults.FaultTexts;
import org.muster.problem.faults.Limits;

/** Breaks good files at random: whatever they are, reading them gives items and faults, and nothing else. */
@Timeout(120)
class FuzzedSheetTest {

    private static final int ROUNDS = 60;

    /** Texts that have broken something somewhere. */
    private static final List<String> ODD_TEXTS = List.of(
            "\"",
            "\"\"",
            ",",
            ";",
            "\n",
            "\r",
            "\t",
            "\0",
            "=",
            "'",
            "~",
            "(",
            ")",
            "[",
            "]",
            "@",
            "%",
            ">",
            "x9",
            "9999999999999999999999",
            "1e999999999",
            "-",
            "2022-02-30",
            "24:00",
            "\uFEFF",
            "\uFFFF",
            "🏮",
            "[".repeat(300),
            "(".repeat(300) + "~" + ")".repeat(300),
            " ".repeat(2_000),
            ";".repeat(2_000),
            "<v>",
            "</c>",
            "<!--",
            "<f>",
            "&#0;",
            "&lt;",
            "&amp;#x0;",
            "r=\"A0\"",
            "t=\"e\"",
            "t=\"s\"",
            "s=\"99\"",
            "s=\"-1\"",
            "_xD800_",
            "0x1F",
            "NaN");

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void survivesRandomBytes(long seed) throws IOException {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = new byte[random.nextInt(3_000)];
            random.nextBytes(bytes);
            if (bytes.length > 4 && random.nextBoolean()) {
                System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, bytes, 0, 4);
            }
            assertReadOrReported(bytes, list(random));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void survivesBrokenText(long seed) throws IOException {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var list = list(random);
            assertReadOrReported(broken(good(list, SheetFormat.CSV, seed), random), list);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void survivesBrokenArchives(long seed) throws IOException {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var list = list(random);
            assertReadOrReported(broken(good(list, SheetFormat.XLSX, seed), random), list);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void survivesBrokenPartsOfWorkbooks(long seed) throws IOException {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var list = list(random);
            assertReadOrReported(withBrokenPart(good(list, SheetFormat.XLSX, seed), random), list);
        }
    }

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, 8);
    }

    private static DistrictList list(Random random) {
        var lists = List.of(DistrictList.values());
        return lists.get(random.nextInt(lists.size()));
    }

    private static byte[] good(DistrictList list, SheetFormat format, long seed) throws IOException {
        var items = new RandomItems(seed);
        var bytes = new ByteArrayOutputStream();
        new SheetWriter(list, format, seed % 2 == 0 ? Locale.CHINESE : Locale.ENGLISH)
                .write(
                        IntStream.range(0, 8)
                                .mapToObj(_ -> items.item(list).toString())
                                .toList(),
                        bytes);
        return bytes.toByteArray();
    }

    private void assertReadOrReported(byte[] bytes, DistrictList list) throws IOException {
        var file = Files.write(folder.resolve("fuzzed"), bytes);
        var read = new SheetReader(Limits.DEFAULT).read(list, file);
        for (var fault : read.faults()) {
            assertThat(FaultTexts.of(Locale.CHINESE).sentence(new Fault("", fault.code(), fault.params())))
                    .isNotBlank();
        }
        for (var item : read.items()) {
            SheetFiles.json(item.item().toString()).properties().forEach(field -> {
                var place = item.row().placeOf("/" + field.getKey());
                assertThat(place.row()).isPositive();
                assertThat(place.column()).isNotNull();
            });
        }
    }

    private byte[] withBrokenPart(byte[] workbook, Random random) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var file = Files.write(folder.resolve("good"), workbook);
        try (var in = new ZipFile(file.toFile());
                var out = new ZipOutputStream(bytes)) {
            for (var entry : Collections.list(in.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] part = in.getInputStream(entry).readAllBytes();
                boolean isBroken = random.nextInt(entry.getName().contains("sheet1") ? 2 : 12) == 0;
                out.write(isBroken ? broken(part, random) : part);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] broken(byte[] bytes, Random random) {
        byte[] broken = bytes;
        for (int i = random.nextInt(4); i >= 0; i--) {
            broken = brokenOnce(broken, random);
        }
        return broken;
    }

    private static byte[] brokenOnce(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + random.nextInt(1, 30));
        byte[] head = Arrays.copyOf(bytes, from);
        return switch (random.nextInt(5)) {
            case 0 -> joined(head, new byte[] {(byte) random.nextInt(256)}, tail(bytes, from + 1));
            case 1 -> joined(head, tail(bytes, to));
            case 2 -> joined(head, Arrays.copyOfRange(bytes, from, to), tail(bytes, from));
            case 3 -> joined(head, odd(random), tail(bytes, to));
            default -> random.nextInt(9) == 0 ? head : joined(head, odd(random), tail(bytes, from));
        };
    }

    private static byte[] odd(Random random) {
        return ODD_TEXTS.get(random.nextInt(ODD_TEXTS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] tail(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, Math.min(from, bytes.length), bytes.length);
    }

    private static byte[] joined(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
