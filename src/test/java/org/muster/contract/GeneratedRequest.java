package org.muster.contract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A request that was made up. */
public final class GeneratedRequest {

    private final String operation;
    private final String head;
    private final byte[] body;

    /**
     * A request.
     *
     * @param operation what it asks for
     * @param head request line and headers, of bytes from 0 to 255, with the empty line behind them
     */
    GeneratedRequest(String operation, String head, byte[] body) {
        this.operation = operation;
        this.head = head;
        this.body = body.clone();
    }

    public String operation() {
        return operation;
    }

    /** As it is sent. */
    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return head + new String(body, 0, Math.min(body.length, 2_000), StandardCharsets.UTF_8);
    }
}
