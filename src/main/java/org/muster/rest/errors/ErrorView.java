package org.muster.rest.errors;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param errorCount how many faults the input has, those that are not listed included; at most 100,000 are counted
 * @param errors the first faults of the input
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
        @Nullable List<FaultView> errors) {

    /**
     * One thing that is wrong with an input.
     *
     * @param pointer JSON Pointer (RFC 6901) of the value
     * @param detail a sentence in the language of the caller
     * @param params the values that the sentence names
     */
    public record FaultView(String pointer, String code, String detail, Map<String, String> params) {}

    /** The same with what is wrong with the input. */
    ErrorView with(int count, List<FaultView> faults) {
        return new ErrorView(type, title, status, detail, instance, code, count, faults);
    }
}
