package org.muster.contract;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Sends requests byte by byte as they are, since decent clients send no broken ones. */
public final class RawClient {

    /** Whoever waits longer for an answer takes it that none comes. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Pattern STATUS = Pattern.compile("HTTP/\\d\\.\\d (\\d{3})( .*)?");
    private static final int LONGEST_LINE = 1 << 16;

    private final int port;

    /** Calls this machine. */
    public RawClient(int port) {
        this.port = port;
    }

    /**
     * Sends a request on a connection of its own.
     *
     * @throws IOException when no whole answer comes
     */
    public Answer send(byte[] request) throws IOException {
        try (var socket = new Socket()) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            var sender = Thread.ofVirtual().start(() -> write(socket, request));
            var answer = answer(firstWords(request), new BufferedInputStream(socket.getInputStream()));
            sender.interrupt();
            return answer;
        }
    }

    /** Sends a request of bytes from 0 to 255. */
    public Answer send(String request) throws IOException {
        return send(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void write(Socket socket, byte[] request) {
        try {
            socket.getOutputStream().write(request);
        } catch (IOException e) {
            Thread.currentThread().interrupt(); // the service has heard enough and hung up
        }
    }

    private static String[] firstWords(byte[] request) {
        var line = new String(request, StandardCharsets.ISO_8859_1).split("\r\n", 2)[0];
        return (line + "  ").split(" ", 3);
    }

    private static Answer answer(String[] asked, InputStream in) throws IOException {
        int status = status(in);
        var headers = headers(in);
        while (status < 200) {
            status = status(in);
            headers = headers(in);
        }
        boolean hasBody = !asked[0].equals("HEAD") && status != 204 && status != 304;
        var body = hasBody ? unpacked(body(in, headers), headers) : new byte[0];
        return new Answer(
                asked[0], asked[1].split("\\?", 2)[0], status, headers::get, new String(body, StandardCharsets.UTF_8));
    }

    private static int status(InputStream in) throws IOException {
        var line = line(in);
        var status = STATUS.matcher(line);
        if (!status.matches()) {
            throw new IOException("This is no status: " + line);
        }
        return Integer.parseInt(status.group(1));
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var parts = line.split(":", 2);
            headers.put(parts[0], parts[1].strip());
        }
        return headers;
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if ("chunked".equals(headers.get("Transfer-Encoding"))) {
            return chunks(in);
        }
        var length = headers.get("Content-Length");
        return length == null ? in.readAllBytes() : exactly(in, Integer.parseInt(length));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.writeBytes(exactly(in, size));
            line(in);
        }
        return body.toByteArray();
    }

    private static byte[] exactly(InputStream in, int count) throws IOException {
        var bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("The answer ended after %d of %d bytes.".formatted(bytes.length, count));
        }
        return bytes;
    }

    private static byte[] unpacked(byte[] body, Map<String, String> headers) throws IOException {
        if (!"gzip".equals(headers.get("Content-Encoding"))) {
            return body;
        }
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return unpacked.readAllBytes();
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() > LONGEST_LINE) {
                throw new EOFException("The answer ended within its head: " + line);
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
