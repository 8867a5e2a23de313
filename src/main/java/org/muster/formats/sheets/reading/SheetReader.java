package org.muster.formats.sheets.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.muster.district.DistrictList;
import org.muster.formats.sheets.lines.Sheet;
import org.muster.formats.sheets.lines.UnreadableSheetException;
import org.muster.formats.sheets.xlsx.XlsxFile;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.Limits;

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
     * Reads all sheets that have a header of the list and can be seen. For any file, the faults say what is wrong with
     * it, and the notices say what was not read.
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
                new SheetChoice(workbook.sheets(), reading).read();
            }
        } else {
            readFirst(CsvSheet.of(file), reading);
        }
    }

    /** The same text is shown with several separators: only with the right one it has a header. */
    private static void readFirst(List<Sheet> sheets, SheetReading reading) throws IOException {
        var beginnings = new ArrayList<SheetBeginning>();
        for (var sheet : sheets) {
            beginnings.add(SheetBeginning.of(sheet));
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
        SheetBeginning.reportNoHeader(beginnings, reading);
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
