package org.muster.faults;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import org.muster.harness.ServiceProcess;

/** A request as an unkind client sends it: too much of it, or without listening to the answer. */
final class RawRequest implements Closeable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** As little as the operating system allows, so that what is not read piles up at the sender. */
    private static final int SMALL = 1;

    private final Socket socket;

    private RawRequest(Socket socket) {
        this.socket = socket;
    }

    /** Asks, and does not read yet. */
    static RawRequest get(ServiceProcess service, String path) throws IOException {
        var request = connected(service);
        request.write("GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(path));
        return request;
    }

    /** Sends a body in chunks, for as long as the service listens; the status of the answer. */
    static int post(ServiceProcess service, String path, String headers, InputStream body) throws IOException {
        try (var request = connected(service)) {
            request.write("POST %s HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n%s\r\n\r\n"
                    .formatted(path, headers));
            var sender = Thread.ofVirtual().start(() -> request.send(body));
            var status = new String(request.socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            sender.interrupt();
            return Integer.parseInt(status, "HTTP/1.1 ".length(), status.length(), 10);
        }
    }

    /**
     * Sends a body a byte a second, until there is an answer; its status.
     *
     * @param begun is told when the first byte is on its way
     */
    static int postAByteASecond(ServiceProcess service, String path, Runnable begun) throws IOException {
        try (var request = connected(service)) {
            request.write(
                    "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n"
                            .formatted(path));
            request.socket.setSoTimeout(1000);
            var status = new byte[12];
            int read = 0;
            for (boolean isFirst = true; read == 0; isFirst = false) {
                request.write("{");
                if (isFirst) {
                    begun.run();
                }
                try {
                    read = request.answer().readNBytes(status, 0, status.length);
                } catch (SocketTimeoutException e) {
                    read = 0; // no answer yet
                }
            }
            if (read < status.length) {
                throw new IOException("Hung up.");
            }
            var line = new String(status, StandardCharsets.US_ASCII);
            return Integer.parseInt(line, "HTTP/1.1 ".length(), line.length(), 10);
        }
    }

    private static RawRequest connected(ServiceProcess service) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(SMALL);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), service.port()));
        return new RawRequest(socket);
    }

    private void write(String head) throws IOException {
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    }

    private void send(InputStream body) {
        var block = new byte[1 << 16];
        try (body) {
            var out = socket.getOutputStream();
            for (int count = body.read(block); count >= 0; count = body.read(block)) {
                writeChunk(out, block, count);
            }
            writeChunk(out, block, 0);
        } catch (IOException e) {
            Thread.currentThread().interrupt(); // the service has heard enough and hung up
        }
    }

    private static void writeChunk(OutputStream out, byte[] block, int count) throws IOException {
        out.write((HexFormat.of().toHexDigits(count) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(block, 0, count);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** What comes back, byte by byte. */
    InputStream answer() throws IOException {
        return socket.getInputStream();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
