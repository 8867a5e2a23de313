package org.muster.formats.json;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/** A body that is made while it is read: a head, many parts, a tail. */
final class GeneratedStream extends InputStream {

    private final int parts;
    private final IntFunction<String> part;
    private final String tail;
    private byte[] current;
    private int position;
    private int next;

    GeneratedStream(String head, int parts, IntFunction<String> part, String tail) {
        this.parts = parts;
        this.part = part;
        this.tail = tail;
        current = head.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        while (position == current.length) {
            if (next > parts) {
                return -1;
            }
            current = (next < parts ? part.apply(next) : tail).getBytes(StandardCharsets.UTF_8);
            position = 0;
            next++;
        }
        int count = Math.min(length, current.length - position);
        System.arraycopy(current, position, buffer, offset, count);
        position += count;
        return count;
    }
}
