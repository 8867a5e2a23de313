package org.muster.rest.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.muster.problem.faults.InputTooLargeException;
import org.muster.problem.faults.InputTooLargeException.Measure;
import org.muster.problem.faults.Limits;
import org.muster.rest.errors.ApiException;
import org.muster.rest.errors.ErrorCode;
import org.muster.rest.errors.Shown;
import org.muster.solving.process.ProblemMemory;

/**
 * Receives and reads the bodies of requests.
 *
 * <p>A body goes into a file first, as fast or slow as its sender likes, and is read only when it is complete. So slow
 * senders hold no memory, and few bodies are in memory at once however many arrive.
 */
@ApplicationScoped
public class RequestBodies {

    /** Who sends slowly may take a while to hear that it was too slow. */
    private static final long LAST_WORD_MILLIS = 1_000;

    private final RequestConfig config;
    private final Limits limits;
    private final CurrentVertxRequest current;
    private final Uploads uploads;
    private final ProblemMemory memory;

    /** Makes something of a body. */
    @FunctionalInterface
    public interface Reading<T> {
        public T read(InputStream body) throws IOException;
    }

    /** Makes something of a file. */
    @FunctionalInterface
    public interface FileReading<T> {
        public T read(Path file) throws IOException;
    }

    RequestBodies(RequestConfig config, Limits limits, CurrentVertxRequest current, ProblemMemory memory) {
        this.config = config;
        this.limits = limits;
        this.current = current;
        this.uploads = new Uploads(config, System::nanoTime);
        this.memory = memory;
    }

    /**
     * Receives a body, unpacks it where it is gzipped, and reads it. Blocks meanwhile.
     *
     * @throws InputTooLargeException when it has more bytes than accepted, packed or unpacked
     * @throws ApiException when it comes too slowly, cannot be unpacked, or too many others are being read
     */
    public <T> T read(HttpHeaders headers, InputStream body, Reading<T> reading)
            throws IOException, InterruptedException {
        boolean gzipped = isGzipped(headers);
        return readFile(headers, body, file -> readContent(file, gzipped, reading));
    }

    /**
     * Reads a file that {@link #readFile} has handed over.
     *
     * @throws ApiException when it cannot be unpacked
     */
    static <T> T readContent(Path file, boolean gzipped, Reading<T> reading) throws IOException {
        try (var content = open(file, gzipped)) {
            return reading.read(content);
        } catch (ZipException | EOFException e) {
            throw ApiException.of(ErrorCode.MALFORMED, "malformed.gzip");
        }
    }

    /**
     * Adds the content of a file that {@link #readFile} has handed over to a digest, unpacked.
     *
     * @throws InputTooLargeException when it unpacks to more bytes than accepted
     * @throws ApiException when it cannot be unpacked
     */
    void digest(Path file, boolean gzipped, MessageDigest digest) throws IOException {
        readContent(file, gzipped, content -> copy(content::read, (bytes, length) -> digest.update(bytes, 0, length)));
    }

    /** Receives a body as {@link #read} does, and hands it over as a file, which is deleted afterwards. */
    <T> T readFile(HttpHeaders headers, InputStream body, FileReading<T> reading)
            throws IOException, InterruptedException {
        if (!hasMediaType(headers)) {
            throw ApiException.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type.framework");
        }
        if (headers.getLength() > limits.bodyBytes()) {
            throw new InputTooLargeException(Measure.BYTES, limits.bodyBytes());
        }
        var request = current.getCurrent().request();
        try (var upload = uploads.begin(request.remoteAddress().hostAddress())) {
            var file = Files.createTempFile("muster-request-", null);
            try {
                receiveOrHangUp(body, file, upload);
                return memory.with(() -> reading.read(file));
            } finally {
                Files.deleteIfExists(file);
            }
        }
    }

    /** An empty one is none: the framework lets it through. */
    private static boolean hasMediaType(HttpHeaders headers) {
        var type = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        return type != null && !type.isBlank();
    }

    /** Receives a file as {@link #readFile} does, and unpacks it first where it was gzipped on the way. */
    <T> T readUnpackedFile(HttpHeaders headers, InputStream body, FileReading<T> reading)
            throws IOException, InterruptedException {
        if (!isGzipped(headers)) {
            return readFile(headers, body, reading);
        }
        return readFile(headers, body, packed -> {
            var unpacked = Files.createTempFile("muster-request-", null);
            try {
                readContent(packed, true, content -> store(content::read, unpacked));
                return reading.read(unpacked);
            } finally {
                Files.deleteIfExists(unpacked);
            }
        });
    }

    static boolean isGzipped(HttpHeaders headers) {
        var encoding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return false;
        }
        if (!encoding.equalsIgnoreCase("gzip")) {
            throw ApiException.of(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type.encoding", Shown.of(encoding));
        }
        return true;
    }

    /** Whoever sends too slowly is not listened to any longer. */
    private void receiveOrHangUp(InputStream body, Path file, Uploads.Upload upload) throws IOException {
        try {
            receive(body, file, upload);
        } catch (ApiException e) {
            hangUpAfterTheAnswer();
            throw e;
        }
    }

    private void receive(InputStream body, Path file, Uploads.Upload upload) throws IOException {
        long deadline = System.nanoTime() + config.longestUpload().toNanos();
        try {
            store(buffer -> readSome(body, buffer, deadline, upload), file);
            upload.complete();
        } catch (IOException e) {
            if (upload.isDisplaced()) {
                throw upload.tooSlow();
            }
            throw e;
        }
    }

    /** Else the rest of the body would be waited for. */
    private void hangUpAfterTheAnswer() {
        var context = current.getCurrent();
        var request = context.request();
        if (request.version() != HttpVersion.HTTP_2) {
            request.response().putHeader(io.vertx.core.http.HttpHeaders.CONNECTION, "close");
            context.addEndHandler(ended -> context.vertx()
                    .setTimer(LAST_WORD_MILLIS, timer -> request.connection().close()));
        }
    }

    /** Gives some more bytes, as {@link InputStream#read(byte[])} does. */
    private interface Source {
        int read(byte[] buffer) throws IOException;
    }

    /** Takes some more bytes. */
    private interface Sink {
        void write(byte[] buffer, int length) throws IOException;
    }

    /** Writes a file of no more bytes than accepted; returns how many there are. */
    private long store(Source source, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            return copy(source, (buffer, length) -> out.write(buffer, 0, length));
        }
    }

    /** Copies no more bytes than accepted; returns how many there are. */
    private long copy(Source source, Sink sink) throws IOException {
        long count = 0;
        var buffer = new byte[1 << 14];
        for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
            count += read;
            if (count > limits.bodyBytes()) {
                throw new InputTooLargeException(Measure.BYTES, limits.bodyBytes());
            }
            sink.write(buffer, read);
        }
        return count;
    }

    /** The HTTP server gives up a body of which nothing comes for some seconds. */
    private int readSome(InputStream body, byte[] buffer, long deadline, Uploads.Upload upload) {
        int read;
        try {
            read = body.read(buffer);
        } catch (IOException e) {
            throw upload.isDisplaced() ? upload.tooSlow() : tooLate();
        }
        if (read >= 0) {
            upload.received(read);
            if (System.nanoTime() > deadline) {
                throw tooLate();
            }
        }
        return read;
    }

    private static InputStream open(Path file, boolean gzipped) throws IOException {
        var raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        return gzipped ? new GZIPInputStream(raw, 1 << 16) : raw;
    }

    private ApiException tooLate() {
        return ApiException.of(
                ErrorCode.TOO_SLOW, "too-slow.body", config.longestUpload().toSeconds());
    }
}
