package org.muster.formats.sheets.xlsx;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.muster.formats.sheets.lines.SheetLayout;
import org.muster.formats.sheets.lines.UnpackedStream;
import org.muster.formats.sheets.lines.UnpackedStream.UnpackedBytes;
import org.muster.formats.sheets.lines.UnreadableSheetException;
import org.muster.formats.sheets.xlsx.XmlPartScan.Findings;
import org.muster.problem.faults.FaultCode;

/**
 * Looks through a workbook before it is read. It goes through the file in the same way, with the same readers of
 * archives and of XML, so that nothing can look harmless here and be something else there; and it believes no size
 * that the archive names, but counts what unpacks.
 */
final class XlsxGuard {

    private static final int PARTS = 5_000;

    /** More than a list of 100,000 cadres needs. */
    private static final long UNPACKED = 300L << 20;

    /** Parts of workbooks unpack to ten or twenty times their size, some small ones to more. */
    private static final int RATIO = 100;

    private static final long SMALL = 8L << 20;

    private static final int CENTRAL_HEADER = 0x504B0102;

    private XlsxGuard() {}

    /**
     * Looks through a workbook.
     *
     * @return how its sheets are laid out, by the names of their parts
     * @throws UnreadableSheetException when it is none, or is not safe to read
     */
    static Map<String, SheetLayout> layouts(Path file) throws IOException {
        refuseManyParts(file);
        var findings = scan(file);
        if (findings.values().stream().noneMatch(Findings::isWorkbook)) {
            throw UnreadableSheetException.file(FaultCode.NOT_A_SPREADSHEET);
        }
        int sharedTexts = most(findings, Findings::sharedTexts);
        if (most(findings, Findings::highestSharedText) >= sharedTexts) {
            throw UnreadableSheetException.file(FaultCode.DAMAGED_SPREADSHEET);
        }
        return findings.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, part -> part.getValue().layout()));
    }

    private static int most(Map<String, Findings> findings, ToIntFunction<Findings> measure) {
        return Math.max(
                measure.applyAsInt(Findings.NOTHING),
                findings.values().stream().mapToInt(measure).max().orElse(-1));
    }

    /** An archive keeps a header for each part, and readers of archives read all these headers at once. */
    private static void refuseManyParts(Path file) throws IOException {
        int parts = 0;
        int last = 0;
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int octet = in.read(); octet >= 0; octet = in.read()) {
                last = last << 8 | octet;
                if (last == CENTRAL_HEADER && ++parts > PARTS) {
                    throw UnreadableSheetException.file(FaultCode.DAMAGED_SPREADSHEET);
                }
            }
        }
    }

    private static Map<String, Findings> scan(Path file) throws IOException {
        long limit = Math.min(UNPACKED, SMALL + RATIO * Files.size(file));
        try (var zip = ZipFile.builder().setPath(file).get()) {
            count(zip, new UnpackedBytes(limit));
            return scan(zip, new UnpackedBytes(limit));
        }
    }

    /** Counting takes no time beside looking at the XML, so that a bomb is known at once. */
    private static void count(ZipFile zip, UnpackedBytes total) throws IOException {
        for (var entry : Collections.list(zip.getEntries())) {
            if (entry.getMethod() != ZipEntry.DEFLATED && entry.getMethod() != ZipEntry.STORED) {
                throw UnreadableSheetException.file(FaultCode.DAMAGED_SPREADSHEET);
            }
            try (var in = new UnpackedStream(zip.getInputStream(entry), total)) {
                in.countRest();
            }
        }
    }

    private static Map<String, Findings> scan(ZipFile zip, UnpackedBytes total) throws IOException {
        var findings = new HashMap<String, Findings>();
        for (var entry : Collections.list(zip.getEntries())) {
            try (var in = new UnpackedStream(zip.getInputStream(entry), total)) {
                findings.put(entry.getName(), XmlPartScan.of(in));
            }
        }
        return findings;
    }
}
