package org.muster.rest.http;

import static org.muster.rest.http.Parameters.bad;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.TreeMap;
import org.muster.persistence.idempotency.IdempotencyStore;
import org.muster.persistence.idempotency.StoredResponse;
import org.muster.rest.errors.ApiException;
import org.muster.rest.errors.ErrorCode;
import org.muster.solving.maintenance.DailyMaintenance;
import org.muster.solving.process.ProblemMemory;

/**
 * Answers requests that create or change something, and answers a retry as it answered the first time.
 *
 * <p>The header {@code Idempotency-Key} names a request. What it creates and its answer are stored in one transaction:
 * whatever dies when, there is both or neither.
 */
@ApplicationScoped
public class IdempotentRequests {

    public static final String HEADER = "Idempotency-Key";
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final int LONGEST_KEY = 255;
    private static final Duration IN_PROGRESS = Duration.ofSeconds(1);
    /** As long as anything may take without a key: to forget a person in thousands of plans. */
    private static final int LONGEST_WORK_SECONDS = 3_600;
    /** How long a caller wants to wait does not make it another request. */
    private static final String WAIT = "wait";

    private final RequestBodies bodies;
    private final ProblemMemory memory;
    private final IdempotencyStore answers;
    private final ObjectMapper json;

    IdempotentRequests(RequestBodies bodies, ProblemMemory memory, IdempotencyStore answers, ObjectMapper json) {
        this.bodies = bodies;
        this.memory = memory;
        this.answers = answers;
        this.json = json;
    }

    /** Creates something from a body, and says what. */
    @FunctionalInterface
    public interface Work {
        public Response answer(InputStream body) throws IOException;
    }

    /** Creates something from a file, and says what. */
    @FunctionalInterface
    public interface FileWork {
        public Response answer(Path file) throws IOException;
    }

    /**
     * Does the work and answers, or answers as before where the request was here before.
     *
     * @throws ApiException when the same request is under way, or another one had the key
     */
    public Response answer(HttpHeaders headers, UriInfo uri, InputStream body, Work work)
            throws IOException, InterruptedException {
        boolean gzipped = RequestBodies.isGzipped(headers);
        return bodies.readFile(
                headers,
                body,
                file -> answer(
                        headers,
                        uri,
                        digest -> bodies.digest(file, gzipped, digest),
                        () -> RequestBodies.readContent(file, gzipped, work::answer)));
    }

    /** Does the same for a body that is read as a file, unpacked where it was gzipped on the way. */
    public Response answerFile(HttpHeaders headers, UriInfo uri, InputStream body, FileWork work)
            throws IOException, InterruptedException {
        return bodies.readUnpackedFile(
                headers,
                body,
                file -> answer(headers, uri, digest -> bodies.digest(file, false, digest), () -> work.answer(file)));
    }

    /** Does the same for a request that has no body. */
    public Response answerWithoutBody(HttpHeaders headers, UriInfo uri, ProblemMemory.Work<Response> work)
            throws IOException, InterruptedException {
        return memory.with(() -> answer(headers, uri, _ -> {}, work));
    }

    /** Adds what a body says to the fingerprint of a request. */
    @FunctionalInterface
    private interface Content {
        void digest(MessageDigest digest) throws IOException;
    }

    private Response answer(HttpHeaders headers, UriInfo uri, Content body, ProblemMemory.Work<Response> work)
            throws IOException {
        var key = headers.getHeaderString(HEADER);
        if (key == null) {
            return work.get();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY || key.chars().anyMatch(Character::isISOControl)) {
            throw bad(HEADER, key, "1..." + LONGEST_KEY);
        }
        var fingerprint = fingerprint(uri, body);
        return inTransaction(() -> answer(key, fingerprint, work));
    }

    private static Response inTransaction(ProblemMemory.Work<Response> work) throws IOException {
        try {
            return QuarkusTransaction.requiringNew()
                    .timeout(LONGEST_WORK_SECONDS)
                    .call(work::get);
        } catch (QuarkusTransactionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw e;
        }
    }

    private Response answer(String key, byte[] fingerprint, ProblemMemory.Work<Response> work) throws IOException {
        if (!answers.take(key)) {
            throw ApiException.later(ErrorCode.CONFLICT, "conflict.in-progress", IN_PROGRESS);
        }
        try {
            var before = answers.find(key, fingerprint);
            if (before.isPresent()) {
                return replay(before.get());
            }
        } catch (IdempotencyStore.OtherRequestException e) {
            throw ApiException.of(ErrorCode.KEY_REUSED, "key-reused.other");
        }
        var response = work.get();
        answers.keep(key, fingerprint, firstAnswer(response));
        return response;
    }

    private StoredResponse firstAnswer(Response response) {
        var tag = response.getEntityTag();
        var location = response.getLocation();
        return new StoredResponse(
                response.getStatus(),
                location == null ? null : location.toString(),
                tag == null ? null : tag.getValue(),
                response.getEntity() == null ? null : written(response.getEntity()));
    }

    private String written(Object entity) {
        try {
            return json.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response replay(StoredResponse before) {
        var response = Response.status(before.status()).header(REPLAYED, "true");
        if (before.location() != null) {
            response.location(URI.create(before.location()));
        }
        if (before.etag() != null) {
            response.tag(new EntityTag(before.etag()));
        }
        if (before.body() != null) {
            response.type(MediaType.APPLICATION_JSON).entity(new RawValue(before.body()));
        }
        return response.build();
    }

    /** How a body was packed on the way does not matter: whoever packs it anew for a retry writes another time into it. */
    private static byte[] fingerprint(UriInfo uri, Content body) throws IOException {
        var digest = sha256();
        digest.update(uri.getRequestUri().getRawPath().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        var parameters = new TreeMap<>(uri.getQueryParameters());
        parameters.remove(WAIT);
        if (!parameters.isEmpty()) {
            digest.update(parameters.toString().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        body.digest(digest);
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    void tidy(@Observes DailyMaintenance event) {
        answers.deleteExpired();
    }
}
