package org.muster.formats.json.stream;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import org.muster.problem.faults.InputTooLargeException;
import org.muster.problem.faults.UnreadableInputException;

/** Passes bytes on while they are UTF-8 and not too many. The JSON parser itself is lenient about both. */
final class BoundedStream extends FilterInputStream {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final long limit;
    private long count;
    private long line = 1;
    private long column;
    private int continuations;
    private int lowest = 0x80;
    private int highest = 0xBF;

    private BoundedStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    /** Guards a stream. A UTF-8 byte order mark, which some editors write, is left out. */
    static BoundedStream of(InputStream in, long limit) throws IOException {
        byte[] head = in.readNBytes(BYTE_ORDER_MARK.length);
        boolean marked = Arrays.equals(head, BYTE_ORDER_MARK);
        return new BoundedStream(marked ? in : new SequenceInputStream(new ByteArrayInputStream(head), in), limit);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read < 0) {
            if (continuations > 0) {
                throw notUtf8();
            }
            return read;
        }
        count += read;
        if (count > limit) {
            throw new InputTooLargeException(InputTooLargeException.Measure.BYTES, limit);
        }
        for (int i = offset; i < offset + read; i++) {
            check(buffer[i] & 0xFF);
        }
        return read;
    }

    /** One step through the table of well-formed sequences. Source: The Unicode Standard 16.0, table 3-7. */
    private void check(int octet) {
        column++;
        if (continuations > 0) {
            if (octet < lowest || octet > highest) {
                throw notUtf8();
            }
            continuations--;
            lowest = 0x80;
            highest = 0xBF;
        } else if (octet == '\n') {
            line++;
            column = 0;
        } else if (octet >= 0x80) {
            lead(octet);
        }
    }

    private void lead(int octet) {
        if (octet < 0xC2 || octet > 0xF4) {
            throw notUtf8();
        }
        continuations = octet < 0xE0 ? 1 : octet < 0xF0 ? 2 : 3;
        switch (octet) {
            case 0xE0 -> lowest = 0xA0;
            case 0xED -> highest = 0x9F;
            case 0xF0 -> lowest = 0x90;
            case 0xF4 -> highest = 0x8F;
            default -> lowest = 0x80;
        }
    }

    private UnreadableInputException notUtf8() {
        return new UnreadableInputException(UnreadableInputException.Reason.NOT_UTF8, line, Math.max(1, column), "");
    }
}
