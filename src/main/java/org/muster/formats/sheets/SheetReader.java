package org.muster.formats.sheets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.muster.district.DistrictList;
import org.muster.problem.FaultCode;
import org.muster.problem.Limits;

/** Reads a list from a spreadsheet, CSV or XLSX, as people's spreadsheets are. */
public final class SheetReader {

    private static final byte[] ZIP = {'P', 'K'};
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final Limits limits;

    /** Reads files up to some limits: the bytes of a file, and of what its items come to as JSON; the items of a list. */
    public SheetReader(Limits limits) {
        this.limits = limits;
    }

    /**
     * Reads the first sheet in which a header of the list is found. Whatever the file may be, what is wrong with it is
     * told by the faults.
     *
     * @throws IOException when the file cannot be read from where it is
     */
    public SheetItems read(DistrictList list, Path file) throws IOException {
        var reading = new SheetReading(list, limits);
        try {
            if (Files.size(file) > limits.bodyBytes()) {
                throw UnreadableSheetException.tooLarge(limits.bodyBytes());
            }
            read(file, reading);
        } catch (UnreadableSheetException e) {
            reading.fault(e.fault(""));
        }
        return reading.result();
    }

    private static void read(Path file, SheetReading reading) throws IOException {
        byte[] head = head(file);
        if (startsWith(head, COMPOUND)) {
            throw UnreadableSheetException.file(FaultCode.LEGACY_SPREADSHEET);
        }
        if (startsWith(head, ZIP)) {
            try (var workbook = XlsxFile.open(file)) {
                read(workbook.sheets(), reading);
            }
        } else {
            read(CsvSheet.of(file), reading);
        }
    }

    private static void read(List<Sheet> sheets, SheetReading reading) throws IOException {
        var beginnings = new ArrayList<Beginning>();
        for (var sheet : sheets) {
            beginnings.add(Beginning.of(sheet));
        }
        for (int least : new int[] {2, 1}) {
            for (var beginning : beginnings) {
                var header = Header.find(beginning.lines(), reading.columns(), least);
                if (header != null) {
                    reading.read(beginning.sheet(), header);
                    return;
                }
            }
        }
        beginnings.forEach(beginning -> beginning.faults().forEach(reading::fault));
        if (beginnings.stream().allMatch(beginning -> beginning.faults().isEmpty())) {
            reading.noHeader();
        }
    }

    /**
     * The rows of a sheet among which its header is sought.
     *
     * @param faults why there are no more of them
     */
    private record Beginning(Sheet sheet, List<Line> lines, List<SheetFault> faults) {

        static Beginning of(Sheet sheet) throws IOException {
            var beginning = new Beginning(sheet, new ArrayList<>(), new ArrayList<>());
            try (var lines = sheet.open()) {
                for (var line = lines.next(); line != null; line = lines.next()) {
                    beginning.lines.add(line);
                    if (line.number() > Header.ROWS) {
                        break;
                    }
                }
            } catch (UnreadableSheetException e) {
                beginning.faults.add(e.fault(sheet.name()));
            }
            return beginning;
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(COMPOUND.length);
        }
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }
}
