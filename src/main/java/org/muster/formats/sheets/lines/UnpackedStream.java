package org.muster.formats.sheets.lines;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.muster.problem.faults.FaultCode;

/** Passes on unpacked bytes, and counts them against the limit. */
public final class UnpackedStream extends FilterInputStream {

    /** Bytes from one tag to the next: no cell and no tag needs more. */
    private static final int TAG_DISTANCE = 1 << 20;

    private final UnpackedBytes total;
    private long count;
    private long lastTag;
    private boolean isMarkup = true;

    /** How much a file has unpacked to so far, over all its parts. */
    public static final class UnpackedBytes {
        private final long limit;
        private long count;

        public UnpackedBytes(long limit) {
            this.limit = limit;
        }

        private void add(int bytes) {
            count += bytes;
            if (count > limit) {
                throw UnreadableSheetException.tooLarge(limit);
            }
        }
    }

    public UnpackedStream(InputStream in, UnpackedBytes total) {
        super(in);
        this.total = total;
    }

    /** Bytes of this part so far. */
    public long count() {
        return count;
    }

    /** Reads to the end, only to count. */
    public void countRest() throws IOException {
        isMarkup = false;
        transferTo(OutputStream.nullOutputStream());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            total.add(read);
            if (isMarkup) {
                measureTags(buffer, offset, read);
            }
            count += read;
        }
        return read;
    }

    private void measureTags(byte[] buffer, int offset, int read) {
        for (int i = 0; i < read; i++) {
            if (buffer[offset + i] == '<') {
                lastTag = count + i;
            }
        }
        if (count + read - lastTag > TAG_DISTANCE) {
            throw UnreadableSheetException.file(FaultCode.DAMAGED_SPREADSHEET);
        }
    }
}
