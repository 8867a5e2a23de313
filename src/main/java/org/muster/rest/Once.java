package org.muster.rest;

import static org.muster.rest.Parameters.bad;

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
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import org.muster.persistence.AnswerStore;
import org.muster.persistence.FirstAnswer;
import org.muster.rest.errors.ApiException;
import org.muster.rest.errors.ErrorCode;
import org.muster.solving.DailyTidying;

/**
 * Answers requests that create something, and answers a retry as it answered the first time.
 *
 * <p>The header {@code Idempotency-Key} names a request. What it creates and its answer are stored in one transaction:
 * whatever dies when, there is both or neither.
 */
@ApplicationScoped
class Once {

    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final int LONGEST_KEY = 255;
    private static final Duration IN_PROGRESS = Duration.ofSeconds(1);
    private static final int LONGEST_WORK_SECONDS = 300;

    private final RequestBodies bodies;
    private final AnswerStore answers;
    private final ObjectMapper json;

    Once(RequestBodies bodies, AnswerStore answers, ObjectMapper json) {
        this.bodies = bodies;
        this.answers = answers;
        this.json = json;
    }

    /** Creates something from a body, and says what. */
    @FunctionalInterface
    interface Work {
        Response answer(InputStream body) throws IOException;
    }

    /**
     * Does the work and answers, or answers as before where the request was here before.
     *
     * @throws ApiException when the same request is under way, or another one had the key
     */
    Response answer(HttpHeaders headers, UriInfo uri, InputStream body, Work work)
            throws IOException, InterruptedException {
        var key = headers.getHeaderString(HEADER);
        if (key == null) {
            return bodies.read(headers, body, work::answer);
        }
        if (key.isBlank() || key.length() > LONGEST_KEY || key.chars().anyMatch(Character::isISOControl)) {
            throw bad(HEADER, key, "1..." + LONGEST_KEY);
        }
        boolean gzipped = RequestBodies.isGzipped(headers);
        return bodies.readFile(headers, body, file -> {
            var fingerprint = fingerprint(uri, file);
            return inTransaction(
                    () -> answer(key, fingerprint, () -> RequestBodies.readContent(file, gzipped, work::answer)));
        });
    }

    /** What is done in a transaction of its own. */
    private interface Transacted {
        Response get() throws IOException;
    }

    private static Response inTransaction(Transacted work) throws IOException {
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

    private Response answer(String key, byte[] fingerprint, Transacted work) throws IOException {
        if (!answers.take(key)) {
            throw ApiException.later(ErrorCode.CONFLICT, "conflict.in-progress", IN_PROGRESS);
        }
        try {
            var before = answers.find(key, fingerprint);
            if (before.isPresent()) {
                return replay(before.get());
            }
        } catch (AnswerStore.OtherRequestException e) {
            throw ApiException.of(ErrorCode.KEY_REUSED, "key-reused.other");
        }
        var response = work.get();
        answers.keep(key, fingerprint, firstAnswer(response));
        return response;
    }

    private FirstAnswer firstAnswer(Response response) {
        var tag = response.getEntityTag();
        var location = response.getLocation();
        return new FirstAnswer(
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

    private static Response replay(FirstAnswer before) {
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

    private static byte[] fingerprint(UriInfo uri, Path file) throws IOException {
        try (var content = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            var digest = content.getMessageDigest();
            digest.update(uri.getRequestUri().getRawPath().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            content.transferTo(OutputStream.nullOutputStream());
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    void tidy(@Observes DailyTidying event) {
        answers.forgetOld();
    }
}
