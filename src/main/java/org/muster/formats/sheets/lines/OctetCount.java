package org.muster.formats.sheets.lines;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Counts the bytes of a text to find its encoding. */
public final class OctetCount {

    private static final int UTF8_MARK = 0xEFBBBF, BIG_ENDIAN_MARK = 0xFEFF, LITTLE_ENDIAN_MARK = 0xFFFE;

    /** Of a hundred characters of simplified Chinese, hardly one is outside of GB2312. */
    private static final double RARE = 0.3;

    private long count;
    private int mark;
    private int last;
    private long bigEndianSigns;
    private long littleEndianSigns;

    private int lead = -1;
    private long pairs;
    private long pairsOutsideGb2312;
    private boolean isBig5 = true;

    private OctetCount() {}

    public static OctetCount of(Path file) throws IOException {
        var octets = new OctetCount();
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int octet = in.read(); octet >= 0; octet = in.read()) {
                octets.add(octet);
            }
        }
        return octets;
    }

    private void add(int octet) {
        if (count < 3) {
            mark = mark << 8 | octet;
        }
        if (count % 2 == 1) {
            bigEndianSigns += last == 0 && isSign(octet) ? 1 : 0;
            littleEndianSigns += octet == 0 && isSign(last) ? 1 : 0;
        }
        addToPair(octet);
        last = octet;
        count++;
    }

    /** The separators of cells: a file without any is no table. */
    private static boolean isSign(int octet) {
        return octet == ',' || octet == ';' || octet == '\t' || octet == '\n' || octet == '\r';
    }

    /** Encodings of Chinese have two bytes for each character, of which the first is not ASCII. */
    private void addToPair(int octet) {
        if (lead < 0) {
            lead = octet >= 0x80 ? octet : -1;
            return;
        }
        pairs++;
        boolean isHan = lead >= 0xB0 && lead <= 0xF7;
        boolean isPunctuation = lead == 0xA1 || lead == 0xA3;
        if (octet < 0xA1 || !(isHan || isPunctuation)) {
            pairsOutsideGb2312++;
        }
        boolean isTrail = (octet >= 0x40 && octet <= 0x7E) || (octet >= 0xA1 && octet <= 0xFE);
        isBig5 &= lead >= 0xA1 && lead <= 0xC6 && isTrail;
        lead = -1;
    }

    public boolean hasUtf8Mark() {
        return count >= 3 && mark == UTF8_MARK;
    }

    /** UTF-16, behind a byte order mark or not; null where it is something else. */
    public @Nullable Charset wideCharset() {
        int two = count >= 3 ? mark >> 8 : mark;
        if (count >= 2 && (two == BIG_ENDIAN_MARK || two == LITTLE_ENDIAN_MARK)) {
            return StandardCharsets.UTF_16;
        }
        if (count % 2 != 0 || bigEndianSigns == littleEndianSigns) {
            return null;
        }
        return bigEndianSigns > littleEndianSigns ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }

    /**
     * Whether it is rather traditional Chinese in Big5: each pair of bytes is one of its common characters, and many are
     * none of GB2312.
     */
    public boolean isRatherBig5() {
        return pairs > 0 && isBig5 && pairsOutsideGb2312 > RARE * pairs;
    }
}
