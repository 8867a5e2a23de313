package org.muster.rest.errors;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem document, RFC 9457.
 *
 * @param type where the documentation says more
 * @param title the kind of error, in the language of the caller
 * @param detail what was wrong this time, in the language of the caller
 * @param instance names this very error; the log has it where the fault is ours
 * @param code the kind of error, for programs
 * @param errorCount how many there are of what {@code errors} has the first of: how many faults the input has, those that are not listed included; at most 100,000 are counted
 * @param errors the first faults of the input, or the first of what speaks against a publication by now
 * @param referrers the first of those that point to what was to be deleted
 * @param broken where changes by hand would break rules, and how much more than before
 * @param current what stands now, where somebody else was faster
 * @param rejected what was to take its place
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErrorView(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        @Nullable Integer errorCount,
        @Nullable List<FaultView> errors,
        @Nullable List<ReferrerView> referrers,
        @Nullable List<ViolationView> broken,
        @Nullable JsonNode current,
        @Nullable JsonNode rejected) {

    /**
     * One thing that is wrong with an input, or that speaks against a publication.
     *
     * @param pointer JSON Pointer (RFC 6901) of the value, or of the assignment in the schedule of the plan; empty where
     *     it is none in particular
     * @param detail a sentence in the language of the caller
     * @param params the values that the sentence names
     */
    public record FaultView(String pointer, String code, String detail, Map<String, String> params) {}

    /**
     * An item that points to what was to be deleted.
     *
     * @param list the list that it is in
     * @param field the field by which it points
     * @param target identifier of what it points to
     */
    public record ReferrerView(String list, String id, String field, String target) {}

    /** The same with what is wrong with the input. */
    ErrorView with(int count, List<FaultView> faults) {
        return new ErrorView(type, title, status, detail, instance, code, count, faults, null, null, null, null);
    }

    /** The same with those that point to it. */
    ErrorView with(List<ReferrerView> pointing) {
        return new ErrorView(type, title, status, detail, instance, code, null, null, pointing, null, null, null);
    }

    /** The same with where rules would be broken. */
    ErrorView withBroken(List<ViolationView> places) {
        return new ErrorView(type, title, status, detail, instance, code, null, null, null, places, null, null);
    }

    /** The same with both versions. */
    ErrorView with(@Nullable JsonNode standing, @Nullable JsonNode refused) {
        return new ErrorView(type, title, status, detail, instance, code, null, null, null, null, standing, refused);
    }
}
