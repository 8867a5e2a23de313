package org.muster.rest.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.persistence.idempotency.CreationPlace;
import org.muster.rest.errors.ApiException;

/** Where a page ended, as a text that callers need not understand. */
public record Cursor(String text) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    public static String of(List<String> texts) {
        var json = JSON.valueToTree(texts).toString();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The texts of a cursor.
     *
     * @param count how many it must have
     * @throws ApiException for a text that we never gave
     */
    public List<String> texts(int count) {
        try {
            var json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var texts = JSON.readValue(json, TEXTS);
            if (texts != null && texts.size() == count && texts.stream().allMatch(Cursor::canBe)) {
                return texts;
            }
        } catch (IllegalArgumentException | JsonProcessingException e) {
            throw bad();
        }
        throw bad();
    }

    /** What a cursor says of something that was created and has an identifier. */
    public static List<String> textsOf(Instant created, UUID id) {
        return List.of(created.toString(), id.toString());
    }

    /**
     * The place that {@link #textsOf} tells of.
     *
     * @throws ApiException for a text that we never gave
     */
    public CreationPlace place() {
        var texts = texts(2);
        try {
            return new CreationPlace(Instant.parse(texts.getFirst()), UUID.fromString(texts.getLast()));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw bad();
        }
    }

    private static boolean canBe(@Nullable String text) {
        return text != null && text.codePoints().noneMatch(Character::isISOControl);
    }

    /** Refuses a text that we never gave. */
    public ApiException bad() {
        return Parameters.bad("cursor", text, "the next of an earlier page");
    }

    /** Path of the page behind a place. */
    static String next(UriInfo uri, List<String> place) {
        var next = uri.getRequestUriBuilder()
                .replaceQueryParam("cursor", of(place))
                .build();
        return next.getRawPath() + "?" + next.getRawQuery();
    }

    /** The answer with a page, and a link to the next one where there is one. */
    public static Response page(Object page, @Nullable String next) {
        var response = Response.ok(page);
        return next == null
                ? response.build()
                : response.header(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next))
                        .build();
    }
}
