package org.muster.formats.json.stream;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/**
 * Keeps a part of what is read, compressed. The parser reads ahead by one chunk, so that the chunk read last is held
 * back until it is known where the part starts or ends.
 */
public final class RecordingStream extends FilterInputStream {

    private final ByteArrayOutputStream recorded = new ByteArrayOutputStream();
    private final GZIPOutputStream gzip;
    private byte[] chunk = {};
    private long chunkStart;
    private int from;
    private boolean recording;

    RecordingStream(InputStream in) throws IOException {
        super(in);
        gzip = new GZIPOutputStream(recorded);
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
            if (recording) {
                gzip.write(chunk, from, chunk.length - from);
            }
            chunkStart += chunk.length;
            chunk = Arrays.copyOfRange(buffer, offset, offset + read);
            from = 0;
        }
        return read;
    }

    /** Starts the part at a byte of the chunk that was read last. */
    public void startAt(long offset) {
        from = Math.toIntExact(offset - chunkStart);
        recording = true;
    }

    /** Ends the part before a byte of the chunk that was read last. */
    public void endAt(long offset) throws IOException {
        gzip.write(chunk, from, Math.toIntExact(offset - chunkStart) - from);
        gzip.finish();
        recording = false;
    }

    /** The part, gzip'd. */
    public byte[] recorded() {
        return recorded.toByteArray();
    }
}
